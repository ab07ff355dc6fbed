import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';
import type { AsOfView, ShopView } from './dashboard-view';

/** One customer: what they did, what is expected of them, how sure that is, and why. */
export type CustomerRecordView =
  | { readonly state: 'unknown'; readonly shop: ShopView }
  | {
      readonly state: 'ready';
      readonly shop: ShopView;
      readonly asOf: AsOfView;
      readonly customerId: string;
      readonly alias: string;
      readonly segment: string;
      readonly leaving: boolean;
      /** True for wholesale buyers and the like: predicted, but kept out of the fit. */
      readonly setAside: boolean;
      readonly history: {
        readonly firstOrderDay: IsoDay;
        readonly lastOrderDay: IsoDay;
        readonly daysSinceLastOrder: number;
        readonly ordersCounted: number;
        readonly medianGapDays: number | null;
        /** Mean net value of an order, currency units. */
        readonly meanOrderValue: number;
      };
      /** The latest first; days with a purchase, at most 100. */
      readonly purchases: readonly { readonly day: IsoDay; readonly net: number }[];
      /** Null where rules answer. */
      readonly forecast: CustomerForecastView | null;
      /** Null where rules answer, or no purchase is known any more. */
      readonly chanceCourse: ChanceCourseView | null;
      /** Rescue campaigns that the customer was part of, the latest first. */
      readonly rescues: readonly CustomerRescueView[];
    };

/** The chance of an order over time, as the model of today would have seen it. */
export interface ChanceCourseView {
  /** Days that each chance looks ahead. */
  readonly windowDays: number;
  /** Probability that the ranges hold. */
  readonly level: number;
  /** From the first purchase to the analysis day, each day by the purchases up to it. */
  readonly past: readonly ChancePointView[];
  /** From the analysis day on, as long as no order comes. */
  readonly ahead: readonly ChancePointView[];
}

export interface ChancePointView {
  readonly day: IsoDay;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface CustomerRescueView {
  readonly campaignId: string;
  readonly number: number;
  readonly startedOn: IsoDay;
  /** Share off the price, 0 for a message alone; null for who was left alone. */
  readonly offer: number | null;
  readonly arm: 'contacted' | 'held-out';
  /** Whether an order came within the window; null while it is open. */
  readonly ordered: boolean | null;
}

export interface CustomerForecastView {
  readonly model: string;
  /** Probability of at least one order within so many days. */
  readonly chances: readonly { readonly days: 30 | 90 | 365; readonly probability: Estimate }[];
  readonly churn: Estimate;
  readonly churnWindowDays: number;
  readonly expectedOrders: readonly { readonly days: 30 | 90 | 365; readonly orders: Estimate }[];
  /** Currency units. */
  readonly orderValue: Estimate;
  readonly value12m: Estimate;
  readonly marginValue12m: number | null;
  readonly moneyAtRisk: number;
  /** Days from the analysis day, with the calendar day they mean; null beyond ten years. */
  readonly nextOrder: readonly {
    readonly probability: 0.5 | 0.8 | 0.95;
    readonly days: number | null;
    readonly day: IsoDay | null;
  }[];
  /** Null when no churn is detectable. */
  readonly pAlive: number | null;
  /** Share of 12-month value lost since right after the last order. */
  readonly drop: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly values: Readonly<Record<string, number>>;
  }[];
}
