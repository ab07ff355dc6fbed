import type { Estimate } from '~/domain/estimate';
import type { GrossMargin } from '~/domain/gross-margin';
import type { IsoDay } from '~/domain/iso-day';

/** What a pass recommends to win back. Money is margin, in units of the shop's currency. */
export interface RescueOutlookView {
  /** Whom the recommendation writes to; 0 where nothing pays. */
  readonly customers: number;
  /** Expected incremental margin within the windows and of half of the year after, if all of them are written to. */
  readonly gain: Estimate;
  readonly chanceGain: number;
  /** At most three, the most at stake first. */
  readonly tiers: readonly RescueTierView[];
  /** Expected gain of writing to the same customers without any discount. */
  readonly messageOnlyGain: number;
  /** Candidates whom no offer can be expected to win at a profit. */
  readonly leftAlone: number;
  /** Shortest and longest outcome window of those who are written to, days. */
  readonly windowDays: { readonly from: number; readonly to: number };
  readonly margin: GrossMargin;
  /** What earlier campaigns leave allowed. */
  readonly limit: 'none' | 'no-discount' | 'leave-alone';
  /** Measured campaigns that taught the shop's answer to offers; none: the house's assumption. */
  readonly learnedFrom: { readonly campaigns: number; readonly customers: number };
}

export interface RescueTierView {
  readonly tier: 'much-at-stake' | 'some-at-stake' | 'little-at-stake';
  readonly customers: number;
  /** Share off the price; 0 is a message without a discount. */
  readonly discount: number;
  /** Basket from which on the code holds; 0 for none. */
  readonly minimumBasket: number;
  readonly gain: Estimate;
  /** Mean chance of returning anyway, and the extra returns that the offer needs to pay; null where not even all would do. */
  readonly breakEven: { readonly baseline: number; readonly extraReturns: number | null };
}

/** What finished rescues brought, measured against their hold-outs. */
export interface RescuedView {
  readonly campaigns: number;
  readonly total: Estimate;
  /** Probability that together they earned more than they cost. */
  readonly chancePaid: number;
  /** Days on which the first began and the last window closed. */
  readonly from: IsoDay;
  readonly to: IsoDay;
}
