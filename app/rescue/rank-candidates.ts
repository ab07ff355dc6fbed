import { logistic } from '~/engine/numeric/logistic';
import { binLogOdds, placeOf, worthOf } from './baseline-bins';
import { allowedDiscounts, leastMarginFor, type Discount, type Offer } from './offer';
import type { RescueCandidate } from './rescue-candidate';
import { checkTerms, type RescueTerms } from './rescue-terms';
import { offerShift, type Response } from './response-model';

/** A customer and the expected incremental margin of the best offer to them alone, currency units. */
export interface RankedCandidate {
  readonly candidate: RescueCandidate;
  /** At or below 0 where leaving them alone is best. */
  readonly bestGain: number;
}

/**
 * The most to gain first: not who is likeliest to leave, but whom an offer can be expected to win. Ties by customer id.
 * Fit for a whole shop: what the answers say is worked out once for each chance to return, not once a customer.
 */
export function rankCandidates(
  candidates: readonly RescueCandidate[],
  terms: RescueTerms,
  responses: readonly Response[],
): readonly RankedCandidate[] {
  const discounts = allowedDiscounts(terms.maxDiscount).filter(
    (discount) => terms.marginShare >= leastMarginFor(discount),
  );
  const gainOf = expectedGain(terms, responses);
  const ranked = candidates.map((candidate): RankedCandidate => {
    const gains = discounts.map((discount) => gainOf(candidate, discount));
    return { candidate, bestGain: Math.max(...gains) };
  });
  return ranked.sort((a, b) => b.bestGain - a.bestGain || compareIds(a.candidate, b.candidate));
}

/** Expected incremental margin of an offer to one customer. */
export function expectedGain(
  terms: RescueTerms,
  responses: readonly Response[],
): (candidate: RescueCandidate, discount: Discount) => number {
  const { marginShare, contactCost, futureShare } = checkTerms(terms);
  const chanceOf = meanChances(responses);
  return (candidate, discount) => {
    const place = placeOf(candidate.baseline);
    const alone = chanceOf(place, 'leave-alone');
    const offered = chanceOf(place, discount);
    const worth = marginShare * worthOf(candidate, futureShare);
    return (offered - alone) * worth - offered * candidate.orderValue * discount - contactCost;
  };
}

/** Mean chance over all answers by place among the bins, each bin worked out when it is first asked for. */
function meanChances(responses: readonly Response[]) {
  const tables = new Map<Offer, Map<number, number>>();
  const atBin = (bin: number, offer: Offer): number => {
    let table = tables.get(offer);
    if (!table) tables.set(offer, (table = new Map<number, number>()));
    let chance = table.get(bin);
    if (chance === undefined) {
      const logOdds = binLogOdds(bin);
      chance = 0;
      for (const response of responses) {
        chance += logistic(logOdds + response.b + offerShift(response, offer)) / responses.length;
      }
      table.set(bin, chance);
    }
    return chance;
  };
  return ({ lower, part }: ReturnType<typeof placeOf>, offer: Offer): number =>
    (1 - part) * atBin(lower, offer) + part * atBin(lower + 1, offer);
}

function compareIds(a: RescueCandidate, b: RescueCandidate): number {
  return a.customerId < b.customerId ? -1 : 1;
}
