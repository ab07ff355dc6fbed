import type { Estimate } from '~/domain/estimate';
import { breakEven, type BreakEven } from './break-even';
import { gatherByBaseline } from './baseline-bins';
import { minimumBasket } from './minimum-basket';
import type { Discount } from './offer';
import { gainsAt, offerGains } from './offer-gains';
import { expectedGain, rankCandidates } from './rank-candidates';
import { recommendOffer, type OfferOption } from './recommend-offer';
import type { RescueCandidate } from './rescue-candidate';
import { checkTerms, type RescueTerms } from './rescue-terms';
import type { Response } from './response-model';
import type { RescueLimit } from './rescue-limit';
import { strataOf, tierOf, TIERS, type Stratum, type Tier } from './strata';
import { estimateOf } from './summarise-gains';

interface PlannedCustomer {
  readonly candidate: RescueCandidate;
  readonly stratum: Stratum;
  /** Expected incremental margin of the tier's offer. */
  readonly expectedGain: number;
}

interface PlannedTier {
  readonly tier: Tier;
  readonly discount: Discount;
  readonly minimumBasket: number;
  /** The most to gain first. */
  readonly customers: readonly PlannedCustomer[];
  /** If all of them are contacted; the hold-out takes its share off. */
  readonly gain: Estimate;
  readonly breakEven: BreakEven;
  /** What each offer would have brought to all customers of the tier, those left alone included. */
  readonly options: readonly OfferOption[];
}

export interface RescuePlan {
  readonly tiers: readonly PlannedTier[];
  /** Whom no offer can be expected to win at a profit. */
  readonly leftAlone: readonly RescueCandidate[];
  /** What the plan can be expected to bring back. */
  readonly rescuable: Estimate;
  /** Probability that it brings more than it costs. */
  readonly chanceGain: number;
}

/**
 * Who is written to, with what. Of all candidates those with something to gain are chosen, split into three tiers by risk
 * and value, and every tier gets the smallest discount that pays; who would cost more than they bring at their tier's
 * offer is left alone after all.
 * @param candidates eligible ones
 * @param limit what earlier campaigns leave allowed
 * @param most no more customers than this, those with most to gain
 */
export function planRescue(
  candidates: readonly RescueCandidate[],
  terms: RescueTerms,
  responses: readonly Response[],
  limit: RescueLimit = 'none',
  most = Infinity,
): RescuePlan {
  const limited = limit === 'no-discount' ? { ...terms, maxDiscount: 0 } : terms;
  const { marginShare, contactCost, futureShare } = checkTerms(limited);
  const ranked = limit === 'leave-alone' ? [] : rankCandidates(candidates, limited, responses);
  const chosen = ranked.filter(({ bestGain }, rank) => bestGain > 0 && rank < most);
  const group = chosen.map(({ candidate }) => candidate);
  const strata = strataOf(group);
  const gainOf = expectedGain(limited, responses);
  const total = new Float64Array(responses.length);

  const tiers = TIERS.flatMap((tier): PlannedTier[] => {
    const members = group.flatMap((candidate, i) => {
      const stratum = strata[i];
      return stratum && tierOf(stratum) === tier ? [{ candidate, stratum }] : [];
    });
    if (members.length === 0) return [];
    const { offer, options } = recommendOffer(
      members.map(({ candidate }) => candidate),
      limited,
      responses,
    );
    if (offer === 'leave-alone') return [];
    const customers = members
      .map((member) => ({ ...member, expectedGain: gainOf(member.candidate, offer) }))
      .filter(({ expectedGain: gain }) => gain > 0)
      .sort((a, b) => b.expectedGain - a.expectedGain);
    const contacted = customers.map(({ candidate }) => candidate);
    if (contacted.length === 0) return [];
    const gains = offerGains(gatherByBaseline(contacted, futureShare), responses, offer, contactCost);
    const draws = gainsAt(gains, marginShare);
    draws.forEach((gain, draw) => (total[draw] = (total[draw] ?? 0) + gain));
    return [
      {
        tier,
        discount: offer,
        minimumBasket: offer === 0 ? 0 : minimumBasket(contacted),
        customers,
        gain: estimateOf(draws),
        breakEven: breakEven(contacted, limited, offer),
        options,
      },
    ];
  });
  const planned = new Set(tiers.flatMap(({ customers }) => customers.map(({ candidate }) => candidate)));
  return {
    tiers,
    leftAlone: candidates.filter((candidate) => !planned.has(candidate)),
    rescuable: estimateOf(total),
    chanceGain: total.filter((gain) => gain > 0).length / total.length,
  };
}
