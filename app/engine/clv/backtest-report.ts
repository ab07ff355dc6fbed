import type { IsoDay } from '~/domain/iso-day';
import type { PurchaseModelName } from './purchase-model';

/**
 * What a forecast made in the past, from what was known then, got right. Each origin is a day in the shop's own
 * history; the forecast covers the `horizonDays` after it.
 */
export interface BacktestReport {
  readonly horizonDays: number;
  readonly origins: readonly BacktestOrigin[];
  /** Every candidate over the same customers and origins, in the order of simplicity; rules first. */
  readonly candidates: readonly BacktestCandidate[];
  /** Of the chosen forecast, made without seeing the window it is measured on. Ten groups of equal size. */
  readonly calibration: readonly CalibrationGroup[];
  /** Expected calibration error of the chosen forecast: customer-weighted mean distance of the groups. */
  readonly calibrationError: number;
  /** Standard deviation of the logarithm of actual / forecast totals over one `horizonDays`. */
  readonly modelError: number;
  /** Customers looked at; a sample in large shops. */
  readonly customers: number;
}

/** The chosen forecast's totals at one origin, the most recent first. */
export interface BacktestOrigin {
  readonly day: IsoDay;
  readonly horizonDays: number;
  readonly customers: number;
  readonly expectedPurchases: number;
  readonly actualPurchases: number;
  readonly expectedBuyers: number;
  readonly actualBuyers: number;
}

export interface BacktestCandidate {
  readonly name: CandidateName;
  readonly chosen: boolean;
  /** Of purchases per customer; `null` for a rule that only ranks. */
  readonly meanAbsoluteError: number | null;
  /** Area under the ROC curve of buying again. */
  readonly rankingArea: number;
  /** Mean log score of P(buy) plus half the count deviance, per customer, lower is better; `null` for rules. */
  readonly score: number | null;
  /** Standard error of its difference to the best score. */
  readonly scoreError: number | null;
  readonly calibrationError: number | null;
  /** Forecast total / actual total - 1. */
  readonly totalError: number | null;
}

export type CandidateName =
  /** Days since the last order: ranks, forecasts nothing. */
  | 'hiatus'
  /** As many purchases as in the last window of this length. */
  | 'last-window'
  | PurchaseModelName
  /** The chosen model with what earlier origins taught. */
  | 'corrected';

export interface CalibrationGroup {
  readonly customers: number;
  /** Mean forecast probability of a purchase, and the share that bought. */
  readonly forecast: number;
  readonly actual: number;
  /** 90 % range of the share under the forecast. */
  readonly low: number;
  readonly high: number;
}
