import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';

/** How far the forecasts can be trusted: what earlier ones, made from what was known then, got right. */
export interface TrustView {
  /** Forecasts that this shop really was shown and whose window has passed, the newest first. */
  readonly track: readonly PastForecastView[];
  /** When the next forecast can be scored; null when none is waiting. */
  readonly nextScoreOn: IsoDay | null;
  /** The same question put to the shop's past; null without enough history. */
  readonly backtest: BacktestView | null;
  /** Purchase model and why it was chosen: codes of the message catalog. */
  readonly model: string;
  readonly choice: { readonly code: string; readonly values: Readonly<Record<string, number>> };
  readonly chancesCorrected: boolean;
  readonly countsCorrected: boolean;
}

export interface PastForecastView {
  readonly madeOn: IsoDay;
  readonly until: IsoDay;
  readonly expectedPurchases: Estimate;
  readonly actualPurchases: number;
  readonly expectedBuyers: Estimate;
  readonly actualBuyers: number;
  /** Currency units. */
  readonly expectedRevenue: Estimate;
  readonly actualRevenue: number;
  /** Customers given less than 20 %: how many there were, came back, and should have (80 % range). */
  readonly unlikely: {
    readonly customers: number;
    readonly cameBack: number;
    readonly low: number;
    readonly high: number;
  };
  readonly calibration: readonly CalibrationGroupView[];
  readonly calibrationError: number;
  readonly rankingArea: number | null;
  /** Whether each of the three totals fell into its range. */
  readonly inRange: { readonly purchases: boolean; readonly buyers: boolean; readonly revenue: boolean };
}

export interface BacktestView {
  readonly horizonDays: number;
  readonly customers: number;
  /** The most recent first; `error` is forecast / actual - 1 of purchases, null where nobody bought. */
  readonly origins: readonly {
    readonly day: IsoDay;
    readonly horizonDays: number;
    readonly expectedPurchases: number;
    readonly actualPurchases: number;
    readonly error: number | null;
  }[];
  readonly candidates: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly meanAbsoluteError: number | null;
    readonly rankingArea: number;
    readonly calibrationError: number | null;
    readonly totalError: number | null;
  }[];
  readonly calibration: readonly CalibrationGroupView[];
  readonly calibrationError: number;
}

export interface CalibrationGroupView {
  readonly customers: number;
  readonly forecast: number;
  readonly actual: number;
  readonly low: number;
  readonly high: number;
}
