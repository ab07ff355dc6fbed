import type { SeasonalIndex } from './seasonal-index';
import { weeksOfYear } from './week-of-year';

/** Four years with their leap day: the calendar begins again. */
const CYCLE_DAYS = 4 * 365 + 1;

/**
 * A calendar from the analysis date on that runs as fast as the shop's customers buy: 30 days before Christmas may be
 * worth 60 ordinary ones.
 *
 * Histories are told in the same days (`seasonalGroups`): a horizon stretched alone would call customers fresh on New
 * Year's Day who bought in December like everybody. What it ignores: all customers share one season, and its strength
 * does not change from year to year.
 */
export interface SeasonClock {
  /**
   * Ordinary days that the next `days` are worth: the integral of the factors over (now, now + days].
   * @param days at least 0, may have a fraction
   * @throws RangeError when `days` is below 0 or no number
   */
  readonly effectiveDays: (days: number) => number;
  /**
   * Calendar days that it takes until `effective` ordinary days have gone by: the inverse.
   * @throws RangeError when `effective` is below 0 or no number
   */
  readonly ordinaryDays: (effective: number) => number;
}

/** @param nowDay analysis date, days since 1970-01-01; the clock starts when it is over */
export function seasonClock(index: SeasonalIndex, nowDay: number): SeasonClock {
  const weeks = weeksOfYear(nowDay + 1, CYCLE_DAYS);
  const elapsed = new Float64Array(CYCLE_DAYS + 1);
  for (let day = 0; day < CYCLE_DAYS; day++) elapsed[day + 1] = elapsed[day]! + index.weeks[weeks[day]!]!;
  const cycle = elapsed[CYCLE_DAYS]!;
  return {
    effectiveDays: (days) => {
      if (!(days >= 0)) throw new RangeError(`days must be 0 or more: ${days}`);
      if (days === Infinity) return Infinity;
      const cycles = Math.floor(days / CYCLE_DAYS);
      const rest = days - cycles * CYCLE_DAYS;
      const day = Math.min(CYCLE_DAYS - 1, Math.max(0, Math.floor(rest)));
      return cycles * cycle + elapsed[day]! + (rest - day) * (elapsed[day + 1]! - elapsed[day]!);
    },
    ordinaryDays: (effective) => {
      if (!(effective >= 0)) throw new RangeError(`effective must be 0 or more: ${effective}`);
      if (effective === Infinity) return Infinity;
      const cycles = Math.floor(effective / cycle);
      const rest = effective - cycles * cycle;
      let low = 0;
      let high = CYCLE_DAYS;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (elapsed[middle]! <= rest) low = middle;
        else high = middle;
      }
      return cycles * CYCLE_DAYS + low + (rest - elapsed[low]!) / (elapsed[low + 1]! - elapsed[low]!);
    },
  };
}
