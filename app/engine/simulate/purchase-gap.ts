import { nextExponential, nextNormal, type Rng } from '../numeric/rng';
import type { RetentionShopKind } from './retention-shop';

/** Time between two orders of a customer whose rate is 1. */
export type PurchaseGap = (rng: Rng) => number;

/** Standard deviation of a `regular` customer's gaps, as a share of their mean. */
const REGULAR_SPREAD = 0.15;
/** Six standard deviations below the mean would be before the last order. */
const SHORTEST_REGULAR_GAP = 0.1;

/** Exponential, but for the kinds that buy more evenly than that. */
export function purchaseGap(kind: RetentionShopKind): PurchaseGap {
  switch (kind) {
    case 'mbg-cnbd-2':
      return (rng) => nextExponential(rng) + nextExponential(rng);
    case 'mbg-cnbd-3':
      return (rng) => nextExponential(rng) + nextExponential(rng) + nextExponential(rng);
    case 'regular':
      return (rng) => Math.max(SHORTEST_REGULAR_GAP, 1 + REGULAR_SPREAD * nextNormal(rng));
    default:
      return nextExponential;
  }
}
