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

/** Controls in standard deviations of their known rows; those that never move are the level again and left out. */
export function controlColumns(controls: readonly NamedColumn[], knownRows: number): NamedColumn[] {
  return controls.flatMap(({ name, values }) => {
    let mean = 0;
    for (let t = 0; t < knownRows; t++) mean += values[t]! / knownRows;
    let variance = 0;
    for (let t = 0; t < knownRows; t++) variance += (values[t]! - mean) ** 2 / knownRows;
    const sd = Math.sqrt(variance);
    if (!(sd > 1e-9 * Math.abs(mean))) return [];
    return [{ name, values: values.map((value) => Math.fround((CONTROL_SD * (value - mean)) / sd)) }];
  });
}
