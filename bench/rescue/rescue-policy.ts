import { createHmac } from 'node:crypto';
import { createRng } from '~/engine/numeric/rng';
import { playRescue, trueChance, trueGain } from '~/engine/simulate/rescue-customers';
import type { RescueShop } from '~/engine/simulate/rescue-shop';
import { assignHoldOut, holdOutShare } from '~/rescue/assign-hold-out';
import { fitResponse, type ResponseCell } from '~/rescue/fit-response';
import { measureOutcome, type CustomerOutcome } from '~/rescue/measure-outcome';
import type { Discount } from '~/rescue/offer';
import { outcomeVerdict, type OutcomeVerdict } from '~/rescue/outcome-verdict';
import { planRescue } from '~/rescue/plan-rescue';
import { rescueLimit, type FinishedCampaign } from '~/rescue/rescue-limit';
import type { RescueTerms } from '~/rescue/rescue-terms';
import { responseCells } from '~/rescue/response-cells';
import { drawResponses } from '~/rescue/response-draws';
import { meanWithError } from '../support/statistics';
import { candidateAt, type ShopGroup } from './shop-group';

const DRAWS = 400;

export interface RescueTrial {
  /** Expected margin over leaving everybody alone, held-out customers at 0. */
  readonly profit: number;
  /** Mean discount of those contacted; `null` when nobody was. */
  readonly meanDiscount: number | null;
  readonly contacted: number;
  readonly heldOut: number;
  /** Whether the 80 % intervals held the truth: of the plan, and of the measurement. */
  readonly planHeld: boolean | null;
  readonly returnsHeld: boolean | null;
  readonly worthHeld: boolean | null;
  readonly verdict: OutcomeVerdict['code'] | null;
  /** Whether the contacted really brought more than they cost, by the share of the future that the decision counts. */
  readonly paid: boolean | null;
}

/** A shop that follows the recommendations and remembers what its campaigns taught. */
export class RescuePolicy {
  private readonly campaigns: (readonly ResponseCell[])[] = [];
  private readonly finished: FinishedCampaign[] = [];
  private readonly terms: RescueTerms;
  /** The shop as the decision counts its future. */
  private readonly counted: RescueShop;

  constructor(
    private readonly shop: RescueShop,
    private readonly learns = true,
  ) {
    this.terms = { marginShare: shop.marginShare, contactCost: shop.contactCost };
    this.counted = { ...shop, futureShare: 0.5 };
  }

  run(group: ShopGroup, campaign: number): RescueTrial {
    const { shop, terms } = this;
    const { customers, overdue } = group;
    const posterior = fitResponse(this.learns ? this.campaigns : []);
    const responses = drawResponses(posterior, createRng(shop.seed, `draws ${campaign}`), DRAWS);
    const candidates = overdue.map((i) => candidateAt(customers, i));
    const placeOf = new Map(candidates.map(({ customerId }, k) => [customerId, overdue[k] ?? 0]));
    const limit = this.learns ? rescueLimit(this.finished) : 'none';
    const plan = planRescue(candidates, terms, responses, limit);
    const members = plan.tiers.flatMap(({ customers: inTier, discount }) =>
      inTier.map(({ candidate, stratum }) => ({
        candidate,
        customerId: candidate.customerId,
        stratum,
        discount,
        place: placeOf.get(candidate.customerId) ?? 0,
      })),
    );
    const drawn = assignHoldOut({
      salt: `${shop.kind} ${shop.seed} ${campaign}`,
      members,
      hash: hmac,
      share: holdOutShare(members.length, plan.chanceGain),
    });
    // Too few to hold anybody out: the offer is made, and teaches nothing.
    const armOf = (id: string) =>
      (drawn.status === 'assigned' ? drawn.arms.get(id) : undefined) ?? 'contacted';
    const outcomes = members.map(({ candidate, discount, place }): CustomerOutcome => {
      const arm = armOf(candidate.customerId);
      const fate = playRescue(shop, customers, place, arm === 'contacted' ? discount : null);
      const { bought, revenue, discount: discounts } = fate;
      return { candidate, arm, discount, bought, revenue, discounts };
    });
    const sumOver = (of: (place: number, discount: Discount) => number, only?: 'contacted'): number =>
      members.reduce(
        (sum, { candidate, place, discount }) =>
          only && armOf(candidate.customerId) !== only ? sum : sum + of(place, discount),
        0,
      );
    const profit = sumOver((place, discount) => trueGain(shop, customers, place, discount), 'contacted');
    const worth = sumOver((place, discount) => trueGain(this.counted, customers, place, discount));
    const returns = sumOver(
      (place, discount) =>
        trueChance(shop, customers, place, discount) - trueChance(shop, customers, place, null),
    );
    const meanBaseline = meanWithError(outcomes.map(({ candidate }) => candidate.baseline)).mean;
    const outcome = drawn.status === 'assigned' ? measureOutcome(outcomes, terms) : null;
    if (outcome) {
      this.campaigns.push(responseCells(outcomes));
      const offeredDiscount = plan.tiers.some(({ discount }) => discount > 0);
      this.finished.push({ offeredDiscount, chancePaid: outcome.chancePaid });
    }
    const contacted = members.filter(({ customerId }) => armOf(customerId) === 'contacted');
    const within = (value: number, { low, high }: { readonly low: number; readonly high: number }): boolean =>
      low <= value && value <= high;
    return {
      profit,
      meanDiscount: meanDiscount(contacted),
      contacted: contacted.length,
      heldOut: members.length - contacted.length,
      planHeld: plan.tiers.length > 0 ? within(worth, plan.rescuable) : null,
      returnsHeld: outcome && within(returns / members.length, outcome.extraReturns),
      worthHeld: outcome && within(worth / members.length, outcome.worth),
      verdict: outcome && outcomeVerdict(outcome, meanBaseline, 0).code,
      paid: outcome && worth > 0,
    };
  }
}

function meanDiscount(contacted: readonly { readonly discount: Discount }[]): number | null {
  if (contacted.length === 0) return null;
  return contacted.reduce((sum, { discount }) => sum + discount, 0) / contacted.length;
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
