import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';
import type { RescueDecision, TodayDecision } from '~/insights/decision';
import type { RescuedView, RescueOutlookView } from './rescue-outlook-view';
import type { RunView } from './run-view';
import type { SetupView } from './setup-view';
import type { TrustView } from './trust-view';

/** Everything the first screen shows. Money is in units of `shop.currency`; the page formats, it computes nothing. */
export type DashboardView =
  | { readonly state: 'empty'; readonly shop: ShopView; readonly run: RunView | null }
  | {
      readonly state: 'ready';
      readonly shop: ShopView;
      /** A refresh under way or the last one that failed; null when the newest run is the one shown. */
      readonly run: RunView | null;
      readonly asOf: AsOfView;
      readonly decision: DecisionView;
      readonly moneyAtRisk: Estimate | null;
      /** Revenue expected from today's customers in the next 12 months. */
      readonly expected12m: Estimate | null;
      /** What can be won back, and what it takes; null while rules answer. */
      readonly rescue: RescueOutlookView | null;
      /** Null until a rescue has been measured. */
      readonly rescued: RescuedView | null;
      /** The first hundred by what a rescue can win, then by money at risk. */
      readonly atRisk: readonly CustomerAtRiskView[];
      /** In the order in which a merchant acts on them. */
      readonly segments: readonly SegmentView[];
      /** Money at risk at each pass, the oldest first. */
      readonly atRiskHistory: readonly AtRiskPointView[];
      /** The most important first, at most three. */
      readonly findings: readonly FindingView[];
      readonly setup: SetupView;
      /** Null while rules answer. */
      readonly trust: TrustView | null;
      readonly basis: BasisView;
      readonly notices: readonly NoticeView[];
    };

export interface ShopView {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
}

export interface AsOfView {
  readonly analysisDay: IsoDay;
  /** ISO instant of the newest order change that the fit has seen. */
  readonly dataCutoff: string;
  readonly computedAt: string;
  readonly nextRunAt: string;
  /** True when the newest data are more than 36 hours old. */
  readonly stale: boolean;
}

/** The one decision of the screen. */
export type DecisionView = TodayDecision;
export type { RescueDecision };

export interface CustomerAtRiskView {
  readonly customerId: string;
  /** Short stable pseudonym such as `A91F`; names are fetched only on a customer's own record. */
  readonly alias: string;
  readonly segment: string;
  readonly pBuy90: number | null;
  readonly daysSinceLastOrder: number;
  readonly lastOrderDay: IsoDay;
  readonly ordersCounted: number;
  /** Median days between two orders of this customer; null below three orders. */
  readonly medianGapDays: number | null;
  readonly clv12m: number | null;
  readonly moneyAtRisk: number | null;
  /** Expected incremental margin of the best rescue offer; null for who is not a candidate. */
  readonly rescueGain: number | null;
}

export interface SegmentView {
  readonly segment: string;
  readonly customers: number;
  /** Of all customers. */
  readonly share: number;
  /** Sum of 12-month values; null while rules answer. */
  readonly value12m: number | null;
  readonly moneyAtRisk: number | null;
}

export interface AtRiskPointView {
  readonly day: IsoDay;
  readonly moneyAtRisk: Estimate;
}

/** Something that changed or can be done: a code of the message catalog and its values. */
export interface FindingView {
  readonly kind: 'opportunity' | 'alert' | 'success';
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Where the merchant acts on it. */
  readonly url: string;
}

/** From what the numbers were computed, to be compared with Shopify. */
export interface BasisView {
  readonly orders: number;
  readonly customers: number;
  readonly guestOrders: number;
  readonly revenue: number;
  readonly firstDay: IsoDay | null;
  readonly lastDay: IsoDay | null;
  readonly excluded: {
    readonly test: number;
    readonly cancelled: number;
    readonly unpaid: number;
    readonly nothingPaid: number;
  };
  /** Customer-days with a purchase that the model counted. */
  readonly purchases: number;
  readonly customersModelled: number;
  /** For example `mbg-nbd`; null when rules answered. */
  readonly model: string | null;
  readonly reconciliation: ReconciliationView | null;
}

export interface ReconciliationView {
  /** ISO instant. */
  readonly at: string;
  readonly ordersHere: number;
  readonly ordersAtSource: number;
  readonly revenueHere: number;
  readonly revenueAtSource: number;
  /** (here - source) / source of revenue; 0 when both are 0. */
  readonly difference: number;
  readonly repairedOrders: number;
}

/** Something the merchant should know about the data: a code of the message catalog and its values. */
export interface NoticeView {
  readonly code: string;
  readonly tone: 'info' | 'warning' | 'critical';
  readonly values: Readonly<Record<string, string | number>>;
}
