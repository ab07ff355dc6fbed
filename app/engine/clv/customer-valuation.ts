import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';
import type { OrderColumns } from './order-columns';
import type { PurchaseModelName, PurchaseParams } from './purchase-model';
import type { Segment } from './segments';

export interface ValuationInput {
  readonly orders: OrderColumns;
  /** Analysis date; later rows are ignored. */
  readonly now: IsoDay;
  /** Whole days, at least 1. */
  readonly horizonDays: number;
  /** For example 0.1: a euro in a year is worth 1 / 1.1 today. Default 0.1. */
  readonly discountRateAnnual?: number;
  /** Count days of free orders as purchases, as the CDNOW papers do. Default false. */
  readonly countFreeOrders?: boolean;
  readonly seed: number;
  /** Days without an order after which the shop calls a customer gone; default from the shop's own rhythm. */
  readonly churnWindowDays?: number;
}

/** Something about the data or the fit that a reader must know. Words are the faces' business. */
export interface Verdict {
  readonly code: VerdictCode;
  readonly values: Readonly<Record<string, number | string>>;
}

type VerdictCode =
  /** No purchase up to the analysis date. */
  | 'no-purchases'
  /** {repeatCustomers, required, possibleOn?}: rules answer; at the shop's pace a model is possible on that day. */
  | 'model-needs-repeat-customers'
  /** {historyDays, requiredDays, medianGapDays, possibleOn} */
  | 'model-needs-history'
  /** The likelihood had no usable optimum: rules answer. */
  | 'model-did-not-fit'
  /** {repeatCustomers, recommended}: the intervals are wide. */
  | 'few-repeat-customers'
  /** {historyDays}: nobody can be told to have left; no P(alive), nothing at risk. */
  | 'no-churn-detectable'
  /** {customers} */
  | 'wholesale-set-aside'
  /** {rows} */
  | 'rows-after-now'
  /** {rows} */
  | 'rows-unusable'
  /** {customers}: a refund larger than all earlier orders that the data hold. */
  | 'refunds-without-order'
  /** {days}: customer-days that add up to nothing (free or fully refunded) are no purchases. */
  | 'empty-days'
  /** The source has no amounts: every purchase counts 1 and values are in orders. */
  | 'no-revenue'
  /** {correlation, limit}: order values move with frequency; the fallback that conditions on it is used. */
  | 'value-depends-on-frequency'
  /** The Gamma-Gamma law does not describe the order values; the log-mean fallback is used. */
  | 'value-fallback'
  /** {share, days}: so many first orders fall into the first days that older customers probably look new. */
  | 'history-may-start-late'
  /** {modelError}: no backtest yet, so totals carry a default model error (standard deviation on the log scale). */
  | 'totals-interval-default';

/** What the orders themselves say about a customer. */
export interface CustomerHistory {
  readonly customerId: string;
  /** Repeat purchases: purchase days after the first. */
  readonly frequency: number;
  /** Days from the first to the last purchase. */
  readonly recency: number;
  /** Days from the first purchase to the analysis date. */
  readonly T: number;
  /** Mean net value of a purchase, currency units. */
  readonly monetaryValue: number;
  readonly ordersCounted: number;
  readonly firstOrderDay: IsoDay;
  readonly lastOrderDay: IsoDay;
  readonly daysSinceLastOrder: number;
  /** Median days between two purchases of this customer; `null` below three purchases. */
  readonly medianGapDays: number | null;
  /** True for wholesale buyers: predicted, but kept out of the fit. */
  readonly setAside: boolean;
}

export interface CustomerPrediction extends CustomerHistory {
  /** `null` when no churn is detectable. */
  readonly pAlive: number | null;
  /** Probability of at least one purchase over the horizon, and over 90 days. */
  readonly pBuy: number;
  readonly pBuy90: number;
  /** 1 - probability of a purchase within the shop's churn window. */
  readonly churn: number;
  /** Over the horizon; low and high hold the actual number with probability `intervalLevel`. */
  readonly expectedPurchases: number;
  readonly expectedPurchasesLow: number;
  readonly expectedPurchasesHigh: number;
  readonly expectedPurchases90: number;
  /** Mean value of future orders, currency units. */
  readonly expectedOrderValue: number;
  /** Undiscounted value over the horizon with its predictive interval, currency units. */
  readonly clv: number;
  readonly clvLow: number;
  readonly clvHigh: number;
  /** Discounted value of the next 12 calendar months. */
  readonly clv12m: number;
  /** Days from the analysis date to the next order of a customer who is alive; 3650 means ten years or more. */
  readonly nextOrder: { readonly p50: number; readonly p80: number };
  /** (1 - P(alive)) x order value x purchases expected in 52 weeks if alive. */
  readonly moneyAtRisk: number;
  /** Overdue after more than one purchase, and perhaps still there (see `isLeaving`). */
  readonly leaving: boolean;
  readonly segment: Segment;
}

/** A customer ranked by rules, while there is too little data for a model. */
export interface RankedCustomer extends CustomerHistory {
  /** Days since the last order in units of the customer's own rhythm, or the shop's where it has none. */
  readonly overdue: number;
  readonly segment: Segment;
}

export interface HistoryTotals {
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Customer-days with a purchase, and their net revenue. */
  readonly purchases: number;
  readonly revenue: number;
  readonly firstDay: IsoDay;
  readonly historyDays: number;
  readonly medianGapDays: number | null;
}

interface ForecastTotals extends HistoryTotals {
  /** Over the horizon. */
  readonly expectedPurchases: Estimate;
  readonly expectedRevenue: Estimate;
  /** Undiscounted revenue of the next 12 calendar months. */
  readonly revenue12m: Estimate;
  /** Discounted. */
  readonly clv12m: Estimate;
}

export interface ModelCandidate {
  readonly model: PurchaseModelName;
  readonly params: PurchaseParams;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

export interface ModelReport {
  readonly chosen: PurchaseModelName;
  readonly params: PurchaseParams;
  readonly logLikelihood: number;
  readonly candidates: readonly ModelCandidate[];
  /** Customers that shaped the fit, and the ids of those set aside. */
  readonly customers: number;
  readonly setAside: readonly string[];
  readonly churnWindowDays: number;
}

export interface ValueReport {
  readonly model: 'gamma-gamma' | 'log-mean' | 'order-count';
  readonly params: Readonly<Record<string, number>>;
  /** Pearson correlation of purchases and mean order value among repeat customers. */
  readonly frequencyCorrelation: number;
}

interface ValuationBase {
  readonly engineVersion: string;
  readonly now: IsoDay;
  readonly horizonDays: number;
  readonly verdicts: readonly Verdict[];
}

export interface EmptyValuation extends ValuationBase {
  readonly status: 'empty';
}

export interface RulesValuation extends ValuationBase {
  readonly status: 'rules';
  readonly totals: HistoryTotals;
  /** Sorted by customer id. */
  readonly customers: readonly RankedCustomer[];
}

export interface FittedValuation extends ValuationBase {
  readonly status: 'fitted';
  /** Probability that the customers' intervals hold. */
  readonly intervalLevel: number;
  readonly model: ModelReport;
  readonly value: ValueReport;
  readonly totals: ForecastTotals;
  /** Over all customers, those who left long ago included. */
  readonly moneyAtRisk: Estimate;
  /** Over the customers who are leaving now. */
  readonly leavingAtRisk: Estimate;
  /** Sorted by customer id. */
  readonly customers: readonly CustomerPrediction[];
}

export type CustomerValuation = EmptyValuation | RulesValuation | FittedValuation;
