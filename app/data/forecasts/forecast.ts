import type { Estimate } from '~/domain/estimate';
import { addDays, type IsoDay } from '~/domain/iso-day';

/** What a forecast said of a shop's customers together, over the `horizonDays` days after `madeOn`. */
interface ForecastTotals {
  readonly expectedPurchases: Estimate;
  /** Customers with at least one purchase. */
  readonly expectedBuyers: Estimate;
  /** Units of the shop's currency. */
  readonly expectedRevenue: Estimate;
}

export interface NewForecast extends ForecastTotals {
  /** The run whose stored predictions become the forecast's entries. */
  readonly pipelineRunId: string;
  readonly madeOn: IsoDay;
  readonly engineVersion: string;
  /** Purchase model. */
  readonly model: string;
  readonly at: Date;
}

export interface StoredForecast extends ForecastTotals {
  readonly id: string;
  readonly madeOn: IsoDay;
  readonly horizonDays: number;
  readonly engineVersion: string;
  readonly model: string;
  /** Customers that it is about; those erased since are not among them. */
  readonly customers: number;
  /** ISO instant; `null` while its window is open. */
  readonly scoredAt: string | null;
  /** As stored: what happened. */
  readonly score: unknown;
}

/** What a forecast said of each customer, one entry each in every column. */
export interface ForecastEntries {
  readonly customerIds: readonly string[];
  /** P(at least one purchase) over the horizon. */
  readonly pBuy: Float64Array;
  readonly expectedPurchases: Float64Array;
}

/** Predictions say this much of what lies so many days ahead (`p_buy_90`, `expected_purchases_90`). */
export const FORECAST_HORIZON_DAYS = 90;
/** One forecast in four weeks: windows overlap, but nobody reads a record of every night. */
export const FORECAST_EVERY_DAYS = 28;

/**
 * Whether a pass on `day` sets a forecast down.
 * @param forecasts newest first
 */
export function isNextForecastDue(forecasts: readonly { readonly madeOn: IsoDay }[], day: IsoDay): boolean {
  const [latest] = forecasts;
  return latest === undefined || latest.madeOn <= addDays(day, -FORECAST_EVERY_DAYS);
}
