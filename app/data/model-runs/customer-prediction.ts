import type { ForecastFigures } from '~/domain/forecast-figures';
import type { IsoDay } from '~/domain/iso-day';

/** What a run says about one customer, as it is loaded. Money in units of the shop's currency. */
export interface NewPrediction {
  readonly customerId: string;
  /** Short pseudonym that pages show and merchants search for. */
  readonly alias: string;
  /** Repeat purchases. */
  readonly frequency: number;
  readonly recencyDays: number;
  readonly ageDays: number;
  readonly ordersCounted: number;
  readonly lastOrderDay: IsoDay;
  readonly medianGapDays: number | null;
  readonly monetaryValue: number;
  /** On the way out: overdue after more than one purchase, perhaps still there. */
  readonly leaving: boolean;
  /** Kept out of the fit: wholesale buyers. */
  readonly setAside: boolean;
  readonly segment: string;
  /** `null` where rules answer, and in runs of a release that said less. */
  readonly forecast: CustomerForecast | null;
}

/** The same as pages read it, with what was worked out after the load. */
export interface CustomerPrediction extends NewPrediction {
  /** Expected incremental margin of the best rescue offer; `null` for who is not a candidate. */
  readonly rescueGain: number | null;
}

export interface CustomerForecast extends CustomerFigures {
  /** `null` when no churn is detectable. */
  readonly pAlive: number | null;
  /** `null` where the shop has not said what is left after the cost of goods. */
  readonly marginClv12m: number | null;
  /** The two facts that say most about the customer's chance to come back, the stronger first. */
  readonly reasons: readonly StoredReason[];
}

/** A code of the message catalog and its values. */
export interface StoredReason {
  readonly code: string;
  readonly values: Readonly<Record<string, number>>;
}

/** What every forecast has: names of the columns too. The run's horizon is 365 days. */
export interface CustomerFigures extends ForecastFigures {
  /** Share of 12-month value lost since right after the last order: 0 to 1. */
  readonly dropShare: number;
  /** Days from the analysis day. */
  readonly nextOrderP50Days: number;
  readonly nextOrderP80Days: number;
  readonly nextOrderP95Days: number;
}

/** The column of each figure. */
export const FIGURE_COLUMNS: Readonly<Record<keyof CustomerFigures, string>> = {
  pBuy30: 'p_buy_30',
  pBuy30Low: 'p_buy_30_low',
  pBuy30High: 'p_buy_30_high',
  pBuy90: 'p_buy_90',
  pBuy90Low: 'p_buy_90_low',
  pBuy90High: 'p_buy_90_high',
  pBuy365: 'p_buy_365',
  pBuy365Low: 'p_buy_365_low',
  pBuy365High: 'p_buy_365_high',
  churn: 'churn',
  churnLow: 'churn_low',
  churnHigh: 'churn_high',
  expectedPurchases30: 'expected_purchases_30',
  expectedPurchases30Low: 'expected_purchases_30_low',
  expectedPurchases30High: 'expected_purchases_30_high',
  expectedPurchases90: 'expected_purchases_90',
  expectedPurchases90Low: 'expected_purchases_90_low',
  expectedPurchases90High: 'expected_purchases_90_high',
  expectedPurchases365: 'expected_purchases_365',
  expectedPurchases365Low: 'expected_purchases_365_low',
  expectedPurchases365High: 'expected_purchases_365_high',
  expectedOrderValue: 'expected_order_value',
  expectedOrderValueLow: 'expected_order_value_low',
  expectedOrderValueHigh: 'expected_order_value_high',
  clv: 'clv',
  clvLow: 'clv_low',
  clvHigh: 'clv_high',
  clv12m: 'clv_12m',
  clv12mLow: 'clv_12m_low',
  clv12mHigh: 'clv_12m_high',
  moneyAtRisk: 'money_at_risk',
  dropShare: 'drop_share',
  nextOrderP50Days: 'next_order_p50_days',
  nextOrderP80Days: 'next_order_p80_days',
  nextOrderP95Days: 'next_order_p95_days',
};

/** Every figure there is, in the order of the table. */
export const FIGURES = Object.keys(FIGURE_COLUMNS) as readonly (keyof CustomerFigures)[];
