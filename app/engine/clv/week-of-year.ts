/** Weeks of a year, counted from 1 January; the last one has eight days, nine in a leap year. */
export const WEEKS_OF_YEAR = 52;

const MS_PER_DAY = 86_400_000;

/**
 * The week, 0 to 51, of each of `days` days in a row. Counted from 1 January, so that Christmas is in the same week
 * every year.
 * @param firstDay days since 1970-01-01
 */
export function weeksOfYear(firstDay: number, days: number): Uint8Array {
  const weeks = new Uint8Array(days);
  let dayOfYear = 0;
  let nextNewYear = -Infinity;
  for (let i = 0; i < days; i++) {
    const day = firstDay + i;
    if (i === 0 || day === nextNewYear) {
      const year = new Date(day * MS_PER_DAY).getUTCFullYear();
      dayOfYear = day - Date.UTC(year, 0, 1) / MS_PER_DAY;
      nextNewYear = Date.UTC(year + 1, 0, 1) / MS_PER_DAY;
    }
    weeks[i] = Math.min(WEEKS_OF_YEAR - 1, Math.floor(dayOfYear / 7));
    dayOfYear++;
  }
  return weeks;
}
