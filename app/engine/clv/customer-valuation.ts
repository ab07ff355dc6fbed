import type { Estimate } from '~/domain/estimate';
import type { ForecastFigures } from '~/domain/forecast-figures';
import type { IsoDay } from '~/domain/iso-day';
import type { BacktestReport } from './backtest-report';
import type { OrderColumns } from './order-columns';
import type { PurchaseModelName, PurchaseParams } from './purchase-model';
import type { Reason } from './reasons';
import type { Segment, SegmentThresholds } from './segments';
import type { ForecastSums } from './totals';

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
  /** Share of revenue that is left after the cost of goods, 0 to 1; without it there is no margin value. */
  readonly marginShare?: number;
  /** Where the shop draws its segments; default {@link DEFAULT_SEGMENT_THRESHOLDS}. */
  readonly segmentThresholds?: SegmentThresholds;
  /** False leaves out the rolling backtest: MBG/NBD without correction, default intervals of totals. Default true. */
  readonly backtest?: boolean;
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
  /**
   * {modelError, origins}: fewer than two backtest origins, so totals carry a default model error (standard deviation
   * on the log scale).
   */
  | 'totals-interval-default'
  /** {customers, share}: customers who bought before the data begin; they do not shape the fit. */
  | 'customers-older-than-data'
  /** {peakWeek, peakFactor, years}: forecasts follow the shop's own season. */
  | 'season-used';

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

export interface CustomerPrediction extends CustomerHistory, ForecastFigures {
  /** Probability that the customer has not left, by the purchase model; `null` when no churn is detectable. */
  readonly pAlive: number | null;
  /** Probability of at least one purchase over the horizon. */
  readonly pBuy: number;
  /** Over the horizon; low and high hold the actual number with probability `intervalLevel`. */
  readonly expectedPurchases: number;
  readonly expectedPurchasesLow: number;
  readonly expectedPurchasesHigh: number;
  /** The margin of `clv12m`, where the share of revenue that is left is known. */
  readonly marginClv12m: number | null;
  /**
   * Days from the analysis date within which a customer who is alive orders next, with probability 50, 80 and 95 %;
   * 3650 means ten years or more.
   */
  readonly nextOrder: { readonly p50: number; readonly p80: number; readonly p95: number };
  /** Share of 12-month value lost since right after the customer's last order: 0 to 1. */
  readonly drop: number;
  /** Overdue after more than one purchase, and perhaps still there (see `isLeaving`). */
  readonly leaving: boolean;
  /** The two facts that say most about this customer's chance to come back, the stronger first. */
  readonly reasons: readonly Reason[];
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

interface ForecastTotals extends HistoryTotals, ForecastSums {}

export interface ModelCandidate {
  readonly model: PurchaseModelName;
  readonly params: PurchaseParams;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

interface ModelReport {
  readonly chosen: PurchaseModelName;
  /** Why this one: the words are the faces' business. */
  readonly choice: ModelChoice;
  readonly params: PurchaseParams;
  readonly logLikelihood: number;
  readonly candidates: readonly ModelCandidate[];
  /** Whether what the backtest learned corrects the chances to buy, and the numbers of purchases. */
  readonly chancesCorrected: boolean;
  readonly countsCorrected: boolean;
  /** Customers that shaped the fit, and the ids of those set aside. */
  readonly customers: number;
  readonly setAside: readonly string[];
  readonly churnWindowDays: number;
}

export interface ModelChoice {
  readonly code:
    /** The default, and no other candidate forecast better by more than its standard error. {origins} */
    | 'default-held'
    /** {origins, gain, error}: mean score per customer that the chosen model gains on the default, and its error. */
    | 'better-in-backtest'
    /** As good as the default within one standard error, and likelier. {origins, logLikelihood}: above the default's. */
    | 'as-good-and-likelier'
    /** Too little history for a backtest: the default. */
    | 'default-unchecked'
    /** Leaving cannot be told from buying rarely. */
    | 'no-churn-detectable';
  readonly values: Readonly<Record<string, number>>;
}

export interface ValueReport {
  readonly model: 'gamma-gamma' | 'log-mean' | 'order-count';
  readonly params: Readonly<Record<string, number>>;
  /** Pearson correlation of purchases and mean order value among repeat customers. */
  readonly frequencyCorrelation: number;
}

interface SeasonReport {
  /** 52 factors, mean 1; entry 0 is the week that begins on 1 January. */
  readonly weeks: readonly number[];
  readonly years: number;
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
  /** `null` without enough history to look back from. */
  readonly backtest: BacktestReport | null;
  /** The shop's own season, weeks of the year to factors around 1; `null` where it is not used. */
  readonly season: SeasonReport | null;
  /** Over all customers, those who left long ago included. */
  readonly moneyAtRisk: Estimate;
  /** Over the customers who are leaving now. */
  readonly leavingAtRisk: Estimate;
  /** Sorted by customer id. */
  readonly customers: readonly CustomerPrediction[];
}

export type CustomerValuation = EmptyValuation | RulesValuation | FittedValuation;
