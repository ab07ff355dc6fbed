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
    };

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
