import { dayFromNumber } from '~/domain/iso-day';
import { daysPerRow } from '~/engine/budget/spend-levels';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';

/** A marketing series as a table. */
export interface SeriesColumns {
  /** `date`, `revenue`, `spend:<channel>`..., `control:<name>`...: the columns that a fit reads. */
  readonly header: readonly string[];
  /** A day and its numbers, in the order of the header. Money in currency units, unrounded. */
  readonly rows: () => Iterable<readonly (string | number)[]>;
}

export function seriesColumns(series: MarketingSeries): SeriesColumns {
  const { granularity, firstDay, revenue, channels, controls } = series;
  const columns = [revenue, ...channels.map(({ spend }) => spend), ...controls.map(({ values }) => values)];
  return {
    header: [
      'date',
      'revenue',
      ...channels.map(({ name }) => `spend:${name}`),
      ...controls.map(({ name }) => `control:${name}`),
    ],
    rows: function* () {
      for (let row = 0; row < revenue.length; row++) {
        const day = dayFromNumber(firstDay + row * daysPerRow(granularity));
        yield [day, ...columns.map((values) => values[row] ?? NaN)];
      }
    },
  };
}
