import { BuyingProbabilities } from './buying-probabilities';
import { ExpectedByGroup } from './expected-by-group';
import type { PurchaseFit } from './fit-purchases';
import { createGroupPredictions, type GroupPredictions, type Horizons } from './group-predictions';
import type { PurchaseGroups } from './purchase-groups';
import { nextPurchaseQuantile, phasesOf } from './purchase-model';

const LONGEST_NEXT_ORDER_DAYS = 3650;

/**
 * Predictions of every group at the analysis date. What depends on (frequency, age, phase) alone is computed once for
 * all groups that share them: recency moves only P(alive) and the weights of the phases.
 * @param level probability that the ranges of low and high hold the actual number of purchases
 */
export function predictGroups(
  fit: PurchaseFit,
  groups: PurchaseGroups,
  horizons: Horizons,
  level: number,
): GroupPredictions {
  const { size, frequency, recency, age } = groups;
  const out = createGroupPredictions(size);
  const probabilities = new BuyingProbabilities(fit, groups, horizons, out);
  const expected = new ExpectedByGroup(fit, groups, horizons, level, out);
  for (let from = 0; from < size;) {
    let to = from + 1;
    while (to < size && frequency[to] === frequency[from] && age[to] === age[from]) to++;
    probabilities.enter(frequency[from]!, age[from]!);
    for (let g = from; g < to; g++) probabilities.fill(g, recency[g]!);
    expected.fill(from, to);
    fillNextOrder(fit, groups, from, to, out);
    from = to;
  }
  expected.finish(horizons);
  return out;
}

/** Without phases a living customer keeps no memory of the last purchase: one answer for all recencies. */
function fillNextOrder(
  fit: PurchaseFit,
  groups: PurchaseGroups,
  from: number,
  to: number,
  out: GroupPredictions,
): void {
  const remembers = phasesOf(fit.name) > 1;
  const columns = [
    [out.next50, 0.5],
    [out.next80, 0.8],
    [out.next95, 0.95],
  ] as const;
  for (const [column, probability] of columns) {
    for (let g = from; g < to; g++) {
      if (g > from && !remembers) {
        column[g] = column[from]!;
        continue;
      }
      const customer = {
        frequency: groups.frequency[g]!,
        recency: groups.recency[g]! * groups.tick,
        age: groups.age[g]! * groups.tick,
      };
      column[g] = Math.min(LONGEST_NEXT_ORDER_DAYS, nextPurchaseQuantile(fit, customer, probability));
    }
  }
}
