import type { Estimate } from '~/domain/estimate';
import { gatherByBaseline } from './baseline-bins';
import { chooseDiscount } from './choose-discount';
import { allowedDiscounts, leastMarginFor, type Discount, type Offer } from './offer';
import { gainsAt, offerGains } from './offer-gains';
import { LEAST_CERTAINTY, paysFrom } from './pays-from';
import type { RescueCandidate } from './rescue-candidate';
import { checkTerms, type RescueTerms } from './rescue-terms';
import type { Response } from './response-model';
import { estimateOf } from './summarise-gains';

/** What one offer to the whole group would bring, and why it may not be made. */
export interface OfferOption {
  readonly discount: Discount;
  /** Expected incremental margin over leaving everybody alone, currency units. */
  readonly gain: Estimate;
  readonly chanceGain: number;
  readonly verdict: 'pays' | 'loses' | 'too-uncertain' | 'margin-too-thin' | 'above-own-limit';
}

export interface Recommendation {
  readonly offer: Offer;
  /** Of the offer; 0 where everybody is left alone. */
  readonly gain: Estimate;
  readonly chanceGain: number;
  /** All offers of the house, the smallest first. */
  readonly options: readonly OfferOption[];
}

/**
 * One offer for a whole group: the smallest discount that pays as well as the best, a message where only that pays, or
 * nothing. It never falls when the margin rises.
 * @param candidates at least one
 * @param responses equally likely answers of the shop's customers
 */
export function recommendOffer(
  candidates: readonly RescueCandidate[],
  terms: RescueTerms,
  responses: readonly Response[],
): Recommendation {
  const { marginShare, contactCost, futureShare } = checkTerms(terms);
  const bins = gatherByBaseline(candidates, futureShare);
  const own = allowedDiscounts(terms.maxDiscount);
  const offers = allowedDiscounts().map((discount) => {
    const gains = offerGains(bins, responses, discount, contactCost);
    const from = paysFrom(gains);
    const draws = gainsAt(gains, marginShare);
    const chanceGain = draws.filter((gain) => gain > 0).length / draws.length;
    const gain = estimateOf(draws);
    const verdict = ((): OfferOption['verdict'] => {
      if (!own.includes(discount)) return 'above-own-limit';
      if (marginShare < leastMarginFor(discount)) return 'margin-too-thin';
      if (!(gain.mean > 0)) return 'loses';
      return chanceGain >= LEAST_CERTAINTY ? 'pays' : 'too-uncertain';
    })();
    const line = { discount, slope: gains.meanSlope, cost: gains.meanCost, paysFrom: from };
    return { line, option: { discount, gain, chanceGain, verdict } };
  });
  const lines = offers.filter(({ line }) => own.includes(line.discount)).map(({ line }) => line);
  const chosen = chooseDiscount(lines, marginShare);
  const options = offers.map(({ option }) => option);
  const option = options.find(({ discount }) => discount === chosen);
  if (!option) {
    return { offer: 'leave-alone', gain: estimateOf(new Float64Array(1)), chanceGain: 0, options };
  }
  return { offer: option.discount, gain: option.gain, chanceGain: option.chanceGain, options };
}
