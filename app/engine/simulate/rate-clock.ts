/**
 * A clock that runs as fast as customers buy: 2 ticks on a day at twice the usual rate. Poisson purchases at a
 * constant rate of ticks, read off the calendar, are purchases whose rate follows the calendar.
 */
export interface RateClock {
  /** @param moment days since the first of the data, within its days */
  readonly tickAt: (moment: number) => number;
  /** The moment of a tick; Infinity after the last day. */
  readonly momentAt: (tick: number) => number;
}

/** A tick a day. */
export const EVEN_CLOCK: RateClock = { tickAt: (moment) => moment, momentAt: (tick) => tick };

/** @param intensity ticks of the day with this number, above 0 */
export function rateClock(days: number, intensity: (day: number) => number): RateClock {
  const elapsed = new Float64Array(days + 1);
  for (let day = 0; day < days; day++) elapsed[day + 1] = elapsed[day]! + intensity(day);
  return {
    tickAt: (moment) => {
      const day = Math.min(days - 1, Math.floor(moment));
      return elapsed[day]! + (moment - day) * (elapsed[day + 1]! - elapsed[day]!);
    },
    momentAt: (tick) => {
      if (!(tick < elapsed[days]!)) return Infinity;
      let low = 0;
      let high = days;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (elapsed[middle]! <= tick) low = middle;
        else high = middle;
      }
      return low + (tick - elapsed[low]!) / (elapsed[high]! - elapsed[low]!);
    },
  };
}
