import type { Discount } from './offer';
import type { RescueCandidate } from './rescue-candidate';
import { checkTerms, type RescueTerms } from './rescue-terms';

/** What an offer must achieve to pay: "a 10 % code to someone with a 35 % chance of returning anyway needs ...". */
export interface BreakEven {
  readonly discount: Discount;
  /** Mean chance of returning anyway. */
  readonly baseline: number;
  /** Returns on top, a share of those who get the offer; `null` where not even all of them would do. */
  readonly extraReturns: number | null;
}

/**
 * Solves `x (A m + V) = (p0 + x) A d + c` for the extra returns x, A and V means of the group.
 * @param candidates at least one
 */
export function breakEven(
  candidates: readonly RescueCandidate[],
  terms: RescueTerms,
  discount: Discount,
): BreakEven {
  const { marginShare, contactCost, futureShare } = checkTerms(terms);
  const mean = (of: (candidate: RescueCandidate) => number): number =>
    candidates.reduce((sum, candidate) => sum + of(candidate), 0) / candidates.length;
  const baseline = mean(({ baseline: chance }) => chance);
  const given = discount * mean(({ orderValue }) => orderValue);
  // Whoever returns anyway may also be the one with the dearest basket: their discount is summed customer by customer.
  const givenAnyway = discount * mean(({ baseline: chance, orderValue }) => chance * orderValue);
  const worth = marginShare * mean((one) => one.orderValue + futureShare * one.valueOnceBack);
  const extra = (givenAnyway + contactCost) / (worth - given);
  const possible = worth > given && baseline + extra <= 1;
  return { discount, baseline, extraReturns: possible ? extra : null };
}
