import type { Granularity } from '../mmm/marketing-series';
import type { HorizonRows } from './horizon-response';
import { daysPerRow } from './spend-levels';

/**
 * A number of days in rows of the series.
 * @throws RangeError unless `days` is a whole number, 1 or more
 */
export function horizonRows(granularity: Granularity, days: number): HorizonRows {
  if (!Number.isSafeInteger(days) || days < 1) {
    throw new RangeError(`a horizon must be a whole number of days, 1 or more: ${days}`);
  }
  const perRow = daysPerRow(granularity);
  const whole = Math.floor(days / perRow);
  return { whole, rest: (days - whole * perRow) / perRow };
}
