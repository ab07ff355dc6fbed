import type { NamedColumn } from './given-columns';
import type { Granularity } from './marketing-series';

/** A day on which a shop sells other than usual. */
interface EventDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly name: string;
  /** 1 for the whole day. */
  readonly weight: number;
}

interface EventRows {
  readonly granularity: Granularity;
  /** First day of the first row, days since 1970-01-01. */
  readonly firstDay: number;
  readonly rows: number;
}

/**
 * Days of a calendar as columns of the model: a row's value is the mean weight of its days, so that a coefficient is the
 * same share of a day's revenue whether rows are daily or weekly. Black Friday is a seventh of its week; a sale of seven
 * days is all of its own.
 *
 * Columns come by name, whatever the order of the days. An event that did not happen in these rows is left out, and
 * so is one that is the same in every row: that is the level. Events that only differ by a factor in these rows cannot
 * be told apart: they become one column named `a + b`, with the smaller values.
 */
export function eventRows(
  days: readonly EventDay[],
  { granularity, firstDay, rows }: EventRows,
): NamedColumn[] {
  const daysPerRow = granularity === 'daily' ? 1 : 7;
  const byName = new Map<string, Float64Array>();
  for (const { day, name, weight } of days) {
    const row = Math.floor((day - firstDay) / daysPerRow);
    if (row < 0 || row >= rows) continue;
    let values = byName.get(name);
    if (!values) byName.set(name, (values = new Float64Array(rows)));
    values[row]! += weight;
  }
  const columns = [...byName]
    .map(([name, values]) => ({ name, values }))
    .filter(({ values }) => values.some((value) => value !== values[0]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return joinProportional(columns).map(({ name, values }) => ({
    name,
    values: values.map((value) => value / daysPerRow),
  }));
}

function joinProportional(columns: readonly NamedColumn[]): NamedColumn[] {
  const joined: NamedColumn[] = [];
  for (const column of columns) {
    const place = joined.findIndex(({ values }) => areProportional(values, column.values));
    const twin = joined[place];
    if (!twin) joined.push(column);
    else {
      const smaller = peakOf(column.values) < peakOf(twin.values) ? column : twin;
      joined[place] = { name: `${twin.name} + ${column.name}`, values: smaller.values };
    }
  }
  return joined;
}

/** Compares products, which are exact for the halves and whole numbers of a calendar. */
function areProportional(a: Float64Array, b: Float64Array): boolean {
  const at = a.findIndex((value) => value !== 0);
  return b[at] !== 0 && a.every((value, t) => value * b[at]! === b[t]! * a[at]!);
}

function peakOf(values: Float64Array): number {
  return values.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
}
