import type { Estimate } from '~/domain/estimate';
import type { RescueCandidate } from './rescue-candidate';

/**
 * Margin that leaving would cost, with an interval: what is not known about the shop's parameters moves all customers
 * alike, so a group's sum is as uncertain, in per cents, as that of the shop.
 * @param shop the valuation's own estimate over those leaving, or over all customers, in revenue
 */
export function marginAtRisk(
  candidates: readonly RescueCandidate[],
  marginShare: number,
  shop: Estimate,
): Estimate {
  const mean = marginShare * candidates.reduce((sum, { atRisk }) => sum + atRisk, 0);
  const scale = shop.mean > 0 ? mean / shop.mean : 0;
  return { mean, low: scale * shop.low, high: scale * shop.high, level: shop.level };
}
