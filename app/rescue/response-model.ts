import { logistic } from '~/engine/numeric/logistic';
import { logOdds } from './log-odds';
import type { Offer } from './offer';

/**
 * How customers of a shop answer an offer, on the logit scale:
 * `logit p(d) = logit p0 + b + [contacted] (tau0 + exp(lambda) g(d))`, `g(d) = d / (d + 0.1)`.
 */
export interface Response {
  /** How far the retention fit's chances are off in this campaign. */
  readonly b: number;
  /** What a message does; below 0 where it annoys. */
  readonly tau0: number;
  /** Logarithm of what a very large discount would add. */
  readonly lambda: number;
}

/** At this discount half of what discounts can do is done. */
const HALF_PULL = 0.1;

/** `g(d)`: 0 without discount, 1 where all is given away for ever. */
export function discountPull(discount: number): number {
  return discount / (discount + HALF_PULL);
}

/** What the offer adds to the log-odds of an order. */
export function offerShift({ tau0, lambda }: Omit<Response, 'b'>, offer: Offer): number {
  return offer === 'leave-alone' ? 0 : tau0 + Math.exp(lambda) * discountPull(offer);
}

/** Probability of an order under an offer, for who would order with probability `baseline` by the retention fit. */
export function chanceUnder(baseline: number, response: Response, offer: Offer): number {
  return logistic(logOdds(baseline) + response.b + offerShift(response, offer));
}
