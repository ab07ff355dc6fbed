import type { Estimate } from '~/domain/estimate';

/** The one decision that the first screen begins with. Money is in units of the shop's currency. */
export type Decision =
  /** Customers who are overdue hold `money` of the next twelve months: look at the first of them. */
  | {
      readonly kind: 'look-at-risk';
      readonly customers: number;
      readonly money: Estimate;
      /** The `topCustomers` of them with the most at risk hold this share (0 to 1) of the mean. */
      readonly topCustomers: number;
      readonly topShare: number;
    }
  /** Nobody is overdue: nothing to do today. */
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

export interface DecisionFacts {
  readonly status: 'fitted' | 'rules' | 'empty';
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly requiredRepeatCustomers: number;
  readonly historyDays: number;
  readonly danger: DangerSummary;
  /** What all customers together put at risk; null without a model. */
  readonly moneyAtRisk: Estimate | null;
  /** Customers whom the rules call overdue; used without a model. */
  readonly overdueCustomers: number;
}

/** Customers who will more likely than not stay away for the whole churn window. */
export interface DangerSummary {
  readonly customers: number;
  /** The first of them by money at risk, and what they hold. */
  readonly topCustomers: number;
  readonly topMoney: number;
}

/** Enough to read in one sitting; the list goes on behind the button. */
const TOP_CUSTOMERS = 50;
const IN_DANGER_CHURN = 0.5;

export function summariseDanger(
  customers: Iterable<{ readonly churn: number; readonly moneyAtRisk: number }>,
): DangerSummary {
  const money: number[] = [];
  for (const { churn, moneyAtRisk } of customers) {
    if (churn > IN_DANGER_CHURN && moneyAtRisk > 0) money.push(moneyAtRisk);
  }
  const top = money.sort((a, b) => b - a).slice(0, TOP_CUSTOMERS);
  return {
    customers: money.length,
    topCustomers: top.length,
    topMoney: top.reduce((sum, value) => sum + value, 0),
  };
}

/** Picks the decision that the facts support, the most valuable first. */
export function decide(facts: DecisionFacts): Decision {
  if (facts.status === 'empty') return { kind: 'no-orders' };
  if (facts.status === 'rules' || facts.moneyAtRisk === null) {
    const { repeatCustomers, requiredRepeatCustomers, historyDays, overdueCustomers } = facts;
    return { kind: 'too-early', repeatCustomers, requiredRepeatCustomers, historyDays, overdueCustomers };
  }
  const { danger, moneyAtRisk } = facts;
  if (danger.customers === 0 || moneyAtRisk.mean <= 0)
    return { kind: 'all-quiet', customers: facts.customers };
  return {
    kind: 'look-at-risk',
    customers: danger.customers,
    money: moneyAtRisk,
    topCustomers: danger.topCustomers,
    topShare: Math.min(1, danger.topMoney / moneyAtRisk.mean),
  };
}
