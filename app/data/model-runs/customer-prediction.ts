import type { IsoDay } from '~/domain/iso-day';

/** What a run says about one customer. `null` where its model says nothing. Money in units of the shop's currency. */
export interface CustomerPrediction {
  readonly customerId: string;
  /** Repeat purchases. */
  readonly frequency: number;
  readonly recencyDays: number;
  readonly ageDays: number;
  readonly ordersCounted: number;
  readonly lastOrderDay: IsoDay;
  readonly medianGapDays: number | null;
  readonly monetaryValue: number;
  readonly pAlive: number | null;
  /** P(at least one order) in 90 days, and over the run's horizon. */
  readonly pBuy90: number | null;
  readonly pBuy: number | null;
  readonly churn: number | null;
  readonly expectedPurchases: number | null;
  readonly expectedPurchasesLow: number | null;
  readonly expectedPurchasesHigh: number | null;
  readonly expectedOrderValue: number | null;
  readonly clv: number | null;
  readonly clvLow: number | null;
  readonly clvHigh: number | null;
  /** Discounted, twelve calendar months. */
  readonly clv12m: number | null;
  readonly moneyAtRisk: number | null;
  /** On the way out: overdue after more than one purchase, perhaps still there. */
  readonly leaving: boolean;
  /** Days from the analysis day. */
  readonly nextOrderP50Days: number | null;
  readonly nextOrderP80Days: number | null;
  readonly segment: string;
}
