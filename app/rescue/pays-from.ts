import { leastMarginFor } from './offer';
import type { OfferGains } from './offer-gains';

/** What nobody would bet on three to two is not offered. */
export const LEAST_CERTAINTY = 0.6;

/**
 * The margin above which an offer to a group may be made: it gains in expectation, gains with a probability of at least
 * 60 %, and leaves the shop a tenth of the price. Infinity where no margin suffices.
 */
export function paysFrom({ discount, slopes, costs, meanSlope, meanCost }: OfferGains): number {
  if (!(meanSlope > 0)) return Infinity;
  // A draw gains above its own break-even, if it gains at all.
  const breakEvens = slopes.map((slope, draw) => (slope > 0 ? (costs[draw] ?? 0) / slope : Infinity)).sort();
  const certain = breakEvens[Math.ceil(LEAST_CERTAINTY * breakEvens.length) - 1] ?? Infinity;
  return Math.max(meanCost / meanSlope, certain, leastMarginFor(discount));
}
