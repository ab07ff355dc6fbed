import { logistic } from '~/engine/numeric/logistic';
import type { BaselineBin } from './baseline-bins';
import type { Discount } from './offer';
import { offerShift, type Response } from './response-model';

/**
 * Expected incremental margin of a group under one offer, draw by draw: `slope m - cost`, m the margin share. The slope
 * is what extra returns are worth in revenue; the cost is the discount, given also to those who would have come anyway,
 * and the contact.
 */
export interface OfferGains {
  readonly discount: Discount;
  readonly slopes: Float64Array;
  readonly costs: Float64Array;
  readonly meanSlope: number;
  readonly meanCost: number;
}

/** `inc(d) = (p(d) - p0') (A m + V) - p(d) A d - c`, summed over the bins, for every response drawn. */
export function offerGains(
  bins: readonly BaselineBin[],
  responses: readonly Response[],
  discount: Discount,
  contactCost: number,
): OfferGains {
  const slopes = new Float64Array(responses.length);
  const costs = new Float64Array(responses.length);
  const contact = contactCost * bins.reduce((sum, { customers }) => sum + customers, 0);
  responses.forEach((response, draw) => {
    const shift = offerShift(response, discount);
    let slope = 0;
    let cost = contact;
    for (const { logOdds, worth, orders } of bins) {
      const offered = logistic(logOdds + response.b + shift);
      slope += (offered - logistic(logOdds + response.b)) * worth;
      cost += offered * orders * discount;
    }
    slopes[draw] = slope;
    costs[draw] = cost;
  });
  return { discount, slopes, costs, meanSlope: meanOf(slopes), meanCost: meanOf(costs) };
}

/** What each draw says the group gains at this margin. */
export function gainsAt({ slopes, costs }: OfferGains, marginShare: number): Float64Array {
  return slopes.map((slope, draw) => slope * marginShare - (costs[draw] ?? 0));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
