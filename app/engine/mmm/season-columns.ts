const YEAR_DAYS = 365.25;
const SEASON_SD = 0.15;
const WEEKDAY_SD = 0.2;

/** A yearly season needs a year to be seen at all, and a second one before its finer shape means anything. */
function harmonicsFor(knownDays: number): number {
  const years = knownDays / YEAR_DAYS;
  if (years < 0.99) return 0;
  return years < 1.9 ? 2 : 5;
}

/** Sine and cosine of the year; higher harmonics are expected to be smaller. */
export function yearlyColumns(
  firstDay: number,
  rows: number,
  knownRows: number,
  daysPerRow: number,
): Float64Array[] {
  const columns: Float64Array[] = [];
  for (let harmonic = 1; harmonic <= harmonicsFor(knownRows * daysPerRow); harmonic++) {
    const turn = (2 * Math.PI * harmonic) / YEAR_DAYS;
    const sd = SEASON_SD / Math.sqrt(harmonic);
    for (const wave of [Math.sin, Math.cos]) {
      columns.push(
        Float64Array.from({ length: rows }, (_, t) => {
          // A week stands at its middle day.
          const day = firstDay + t * daysPerRow + (daysPerRow - 1) / 2;
          return sd * wave(turn * day);
        }),
      );
    }
  }
  return columns;
}

/** One column a day of the week; their common part is the level's, which the priors share out. */
export function weekdayColumns(firstDay: number, rows: number): Float64Array[] {
  return Array.from({ length: 7 }, (_, weekday) =>
    Float64Array.from({ length: rows }, (_, t) => ((firstDay + t) % 7 === weekday ? WEEKDAY_SD : 0)),
  );
}
