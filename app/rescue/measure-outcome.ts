import type { Estimate } from '~/domain/estimate';
import { adjustedDifference, type ComparedCustomer } from './adjusted-difference';
import type { Arm } from './assign-hold-out';
import { worthOf } from './baseline-bins';
import type { Discount } from './offer';
import type { RescueCandidate } from './rescue-candidate';
import { checkTerms, type RescueTerms } from './rescue-terms';

/** What became of one customer. Everything but the orders is as it was stored when the campaign was created. */
export interface CustomerOutcome {
  readonly candidate: RescueCandidate;
  readonly arm: Arm;
  /** Of the tier, also for those held out of it. */
  readonly discount: Discount;
  /** At least one order in the customer's window, with the code or without. */
  readonly bought: boolean;
  /** Of those orders: money received, net of refunds; and what codes of any kind took off the price. */
  readonly revenue: number;
  readonly discounts: number;
}

/** What the campaign did, by intention to treat: whoever was meant to be contacted counts as contacted. */
export interface RescueOutcome {
  readonly contacted: number;
  readonly heldOut: number;
  readonly buyersContacted: number;
  readonly buyersHeldOut: number;
  /** Extra customers who ordered, as a share of those contacted. */
  readonly extraReturns: Estimate;
  /** Margin a contacted customer brought on top within the window, discount and contact paid, currency units. */
  readonly margin: Estimate;
  /** The same with the part of the following year that the decision counted: what "paid" is told by. */
  readonly worth: Estimate;
  /** `worth` times the number contacted: the money rescued. */
  readonly rescued: Estimate;
  /** Probability that the margin within the window alone was above 0, and that `worth` was. */
  readonly chanceEarned: number;
  readonly chancePaid: number;
}

/** @returns `null` without customers in both arms: there is nothing to compare with */
export function measureOutcome(
  customers: readonly CustomerOutcome[],
  terms: RescueTerms,
): RescueOutcome | null {
  const { marginShare, contactCost, futureShare } = checkTerms(terms);
  const compare = (
    value: (one: CustomerOutcome) => number,
    ofReturn: (candidate: RescueCandidate) => number,
  ) =>
    adjustedDifference(
      customers.map((one): ComparedCustomer => {
        const { baseline } = one.candidate;
        const worth = ofReturn(one.candidate);
        return {
          contacted: one.arm === 'contacted',
          value: value(one),
          expected: baseline * worth,
          variance: baseline * (1 - baseline) * worth ** 2,
        };
      }),
    );
  const marginOf = ({ arm, revenue, discounts }: CustomerOutcome): number => {
    // Goods cost the same share of the full price, whatever was taken off it.
    const margin = marginShare * (revenue + discounts) - discounts;
    return arm === 'contacted' ? margin - contactCost : margin;
  };
  const future = (candidate: RescueCandidate): number =>
    marginShare * (worthOf(candidate, futureShare) - candidate.orderValue);
  const returns = compare(
    ({ bought }) => (bought ? 1 : 0),
    () => 1,
  );
  const margin = compare(marginOf, ({ orderValue }) => marginShare * orderValue);
  const worth = compare(
    (one) => marginOf(one) + (one.bought ? future(one.candidate) : 0),
    (candidate) => marginShare * worthOf(candidate, futureShare),
  );
  if (!returns || !margin || !worth) return null;
  const count = (arm: Arm, buyers: boolean): number =>
    customers.filter((one) => one.arm === arm && (one.bought || !buyers)).length;
  const contacted = count('contacted', false);
  return {
    contacted,
    heldOut: count('held-out', false),
    buyersContacted: count('contacted', true),
    buyersHeldOut: count('held-out', true),
    extraReturns: returns.estimate,
    margin: margin.estimate,
    worth: worth.estimate,
    rescued: times(worth.estimate, contacted),
    chanceEarned: margin.chanceAbove0,
    chancePaid: worth.chanceAbove0,
  };
}

function times({ mean, low, high, level }: Estimate, factor: number): Estimate {
  return { mean: factor * mean, low: factor * low, high: factor * high, level };
}
