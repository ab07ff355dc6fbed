/** A column that the caller knows: an event's days, a control. */
export interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** An event moves revenue by half or doubles it. */
const EVENT_SD = 0.5;
/** A standard deviation of a control moves revenue by a tenth or two. */
const CONTROL_SD = 0.2;

/** Events that did not happen while revenue was known teach nothing and are left out. */
export function eventColumns(events: readonly NamedColumn[], knownRows: number): NamedColumn[] {
  return events
    .filter(({ values }) => values.subarray(0, knownRows).some((value) => value !== 0))
    .map(({ name, values }) => ({ name, values: values.map((value) => EVENT_SD * value) }));
}

/** A day's clicks are chance, those of three weeks are demand: days on either side that are averaged. */
const SLOW_REACH = 10;
/** A control that changes on fewer rows than this share is a switch, whose days are known exactly. */
const MEASURED_SHARE = 0.5;

/**
 * Controls in standard deviations of their known rows; those that never move are the level again and left out. A daily
 * measurement comes twice, as it is and averaged over the days around: it is a noisy witness, whose error pulls its
 * coefficient towards 0 and leaves to advertising what demand did. Demand is slow and the error is not, so that the
 * data can put their weight on the average.
 */
export function controlColumns(
  controls: readonly NamedColumn[],
  knownRows: number,
  daysPerRow: number,
): NamedColumn[] {
  return controls.flatMap(({ name, values }) => {
    const forms = daysPerRow === 1 && isMeasured(values, knownRows) ? [values, slowPart(values)] : [values];
    return forms
      .map((form) => standardised(form, knownRows))
      .filter((form) => form !== null)
      .map((form) => ({ name, values: form }));
  });
}

function isMeasured(values: Float64Array, knownRows: number): boolean {
  let changes = 0;
  for (let t = 1; t < knownRows; t++) if (values[t] !== values[t - 1]) changes++;
  return changes > MEASURED_SHARE * knownRows;
}

/** Means of the rows around each; fewer at the ends. */
function slowPart(values: Float64Array): Float64Array {
  const rows = values.length;
  return values.map((_, t) => {
    const from = Math.max(0, t - SLOW_REACH);
    const until = Math.min(rows, t + SLOW_REACH + 1);
    let sum = 0;
    for (let around = from; around < until; around++) sum += values[around]!;
    return sum / (until - from);
  });
}

/** `null` where the known rows do not move. */
function standardised(values: Float64Array, knownRows: number): Float64Array | null {
  let mean = 0;
  for (let t = 0; t < knownRows; t++) mean += values[t]! / knownRows;
  let variance = 0;
  for (let t = 0; t < knownRows; t++) variance += (values[t]! - mean) ** 2 / knownRows;
  const sd = Math.sqrt(variance);
  if (!(sd > 1e-9 * Math.abs(mean))) return null;
  return values.map((value) => Math.fround((CONTROL_SD * (value - mean)) / sd));
}
