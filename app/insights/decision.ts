import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';

/** The one decision that the first screen begins with. Money is in units of the shop's currency. */
export type Decision =
  /** Customers who are on the way out hold `money` of the next twelve months: look at the first of them. */
  | {
      readonly kind: 'look-at-risk';
      readonly customers: number;
      readonly money: Estimate;
      /** The `topCustomers` of them with the most at risk hold this share (0 to 1) of the mean. */
      readonly topCustomers: number;
      readonly topShare: number;
    }
  /** Nobody is on the way out: nothing to do today. */
  | { readonly kind: 'all-quiet'; readonly customers: number }
  /** Too little history for a model; rules rank customers meanwhile. */
  | {
      readonly kind: 'too-early';
      readonly repeatCustomers: number;
      readonly requiredRepeatCustomers: number;
      readonly historyDays: number;
      readonly overdueCustomers: number;
    }
  | { readonly kind: 'no-orders' };

/** Write to the customers whom a rescue is expected to win, with the smallest discount that pays. */
export interface RescueDecision {
  readonly kind: 'rescue';
  readonly customers: number;
  /** Expected incremental margin if all of them are written to. */
  readonly gain: Estimate;
  readonly chanceGain: number;
  /** Share off that all of them are offered; 0 a message without a discount, null where tiers differ. */
  readonly discount: number | null;
  readonly largestDiscount: number;
  /** Expected gain of writing to the same customers without any discount. */
  readonly messageOnlyGain: number;
}

/** A rescue is made, its time runs, and nobody has been written to. */
export interface SendRescueDecision {
  readonly kind: 'send-rescue';
  readonly campaignId: string;
  readonly number: number;
  /** Who are to be written to, the hold-out left out, and what that is expected to bring. */
  readonly customers: number;
  readonly gain: Estimate;
  readonly chanceGain: number;
  /** Last day on which it can still be done. */
  readonly until: IsoDay;
}

/** What the first screen begins with today. */
export type TodayDecision = Decision | RescueDecision | SendRescueDecision;

/** What a pass recommends to win back. */
export interface RescueFacts {
  readonly gain: Estimate;
  readonly chanceGain: number;
  readonly messageOnlyGain: number;
  readonly tiers: readonly { readonly customers: number; readonly discount: number }[];
}

/** What a recommended rescue asks the merchant to do; null where it would write to nobody. */
export function rescueDecision(rescue: RescueFacts): RescueDecision | null {
  const { gain, chanceGain, messageOnlyGain, tiers } = rescue;
  const discounts = tiers.map(({ discount }) => discount);
  const [first] = discounts;
  if (first === undefined) return null;
  return {
    ...{ kind: 'rescue', gain, chanceGain, messageOnlyGain },
    customers: tiers.reduce((sum, { customers }) => sum + customers, 0),
    discount: discounts.every((discount) => discount === first) ? first : null,
    largestDiscount: Math.max(...discounts),
  };
}

/**
 * What was begun comes before anything new. A rescue that pays comes before looking at who is leaving: it is the same
 * customers, with something to do.
 */
export function decideToday(
  decision: Decision,
  rescue: RescueFacts | null,
  unsent: SendRescueDecision | null,
): TodayDecision {
  return unsent ?? (rescue && rescueDecision(rescue)) ?? decision;
}

export interface DecisionFacts {
  readonly status: 'fitted' | 'rules' | 'empty';
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly requiredRepeatCustomers: number;
  readonly historyDays: number;
  readonly leaving: LeavingSummary;
  /** What the customers who are leaving put at risk; null without a model. */
  readonly leavingAtRisk: Estimate | null;
  /** Customers whom the rules call overdue; used without a model. */
  readonly overdueCustomers: number;
}

/** The customers who are on the way out. */
export interface LeavingSummary {
  readonly customers: number;
  /** The first of them by money at risk, and what they hold. */
  readonly topCustomers: number;
  readonly topMoney: number;
}

/** Enough to read in one sitting; the list goes on behind the button. */
const TOP_CUSTOMERS = 50;

/** @param moneyAtRisk of each customer who is leaving, in any order */
export function summariseLeaving(moneyAtRisk: readonly number[]): LeavingSummary {
  const top = [...moneyAtRisk].sort((a, b) => b - a).slice(0, TOP_CUSTOMERS);
  return {
    customers: moneyAtRisk.length,
    topCustomers: top.length,
    topMoney: top.reduce((sum, value) => sum + value, 0),
  };
}

/** Picks the decision that the facts support, the most valuable first. */
export function decide(facts: DecisionFacts): Decision {
  if (facts.status === 'empty') return { kind: 'no-orders' };
  if (facts.status === 'rules' || facts.leavingAtRisk === null) {
    const { repeatCustomers, requiredRepeatCustomers, historyDays, overdueCustomers } = facts;
    return { kind: 'too-early', repeatCustomers, requiredRepeatCustomers, historyDays, overdueCustomers };
  }
  const { leaving, leavingAtRisk } = facts;
  if (leaving.customers === 0 || leavingAtRisk.mean <= 0)
    return { kind: 'all-quiet', customers: facts.customers };
  return {
    kind: 'look-at-risk',
    customers: leaving.customers,
    money: leavingAtRisk,
    topCustomers: leaving.topCustomers,
    topShare: Math.min(1, leaving.topMoney / leavingAtRisk.mean),
  };
}
