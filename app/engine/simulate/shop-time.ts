import { dayIntensity } from './season';

/**
 * The shop's own clock, on which business is even: it runs fast before Christmas and slowly in August. A process that
 * is simulated on it and read off the calendar has the shop's seasons. 1 unit is an average day of the window.
 */
export interface ShopTime {
  readonly firstDay: number;
  readonly days: number;
  /** Shop time at the start of each day, and at the end of the last: `days + 1` entries from 0 to `days`. */
  readonly elapsed: Float64Array;
}

/** @param firstDay days since 1970-01-01 */
export function shopTime(firstDay: number, days: number): ShopTime {
  const elapsed = new Float64Array(days + 1);
  for (let i = 0; i < days; i++) elapsed[i + 1] = elapsed[i]! + dayIntensity(firstDay + i);
  const scale = days / elapsed[days]!;
  for (let i = 0; i <= days; i++) elapsed[i] = elapsed[i]! * scale;
  return { firstDay, days, elapsed };
}

/** The day (since 1970-01-01) on which a moment of shop time in [0, days) falls. */
export function dayOfShopTime(time: ShopTime, moment: number): number {
  let low = 0;
  let high = time.days;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (time.elapsed[middle]! <= moment) low = middle;
    else high = middle;
  }
  return time.firstDay + low;
}

/** The other way round: shop time of a moment in [0, days), in days of the calendar since the window's first. */
export function shopTimeOf({ elapsed }: ShopTime, moment: number): number {
  const day = Math.floor(moment);
  return elapsed[day]! + (moment - day) * (elapsed[day + 1]! - elapsed[day]!);
}
