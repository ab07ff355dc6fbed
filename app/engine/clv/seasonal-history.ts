import { groupPurchases, type PurchaseGroups } from './purchase-groups';
import { seasonClock } from './season-clock';
import type { SeasonalIndex } from './seasonal-index';

/**
 * The histories of customers told in days that follow the season: a silence through a dead August is short, one through
 * Christmas is long. A model fitted to them and asked for effective days has the season on both sides.
 * @param groups histories in plain days up to `nowDay`
 * @param firstDay the shop's first day, days since 1970-01-01
 * @param setAside 1 for customers who do not shape the fit
 * @returns groups of the same customers, in whole effective days
 */
export function seasonalGroups(
  groups: PurchaseGroups,
  index: SeasonalIndex,
  firstDay: number,
  nowDay: number,
  setAside?: Uint8Array,
): PurchaseGroups {
  const { effectiveDays } = seasonClock(index, firstDay - 1);
  // Purchases fall into the middle of their days.
  const place = new Int32Array(nowDay - firstDay + 1);
  for (let day = 0; day < place.length; day++) place[day] = Math.round(effectiveDays(day + 0.5));
  const size = groups.ofCustomer.length;
  const frequency = new Int32Array(size);
  const recency = new Int32Array(size);
  const age = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const g = groups.ofCustomer[i]!;
    const first = place.length - 1 - groups.age[g]!;
    const start = place[first]!;
    const between = place[first + groups.recency[g]!]! - start;
    frequency[i] = groups.frequency[g]!;
    // Two purchases are at least a day apart in any season.
    recency[i] = groups.recency[g] === 0 ? 0 : Math.max(1, between);
    age[i] = Math.max(recency[i]!, place[place.length - 1]! - start);
  }
  const grouped = groupPurchases(frequency, recency, age, setAside ? { setAside } : {});
  return { ...grouped, logGaps: groups.logGaps };
}
