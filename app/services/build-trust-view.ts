import { FORECAST_HORIZON_DAYS, isNextForecastDue, type StoredForecast } from '~/data/forecasts/forecast';
import type { Estimate } from '~/domain/estimate';
import { addDays, isoDay, type IsoDay } from '~/domain/iso-day';
import type { ClvResult } from './stored-results';
import { forecastScoreSchema } from './stored-trust';
import type { BacktestView, PastForecastView, TrustView } from './views/trust-view';

/**
 * The first day on which a forecast can be held against what happened: the day after its window. On the last day of the
 * window itself the shop is still selling.
 */
export function scoreDay(madeOn: IsoDay, horizonDays: number): IsoDay {
  return addDays(madeOn, horizonDays + 1);
}

/**
 * How far a fit can be trusted, for the page: the forecasts that were kept and have come due, and the look back.
 * @param forecasts newest first; the one that this pass itself may set down is not yet among them
 * @returns null while rules answer
 */
export function buildTrustView(clv: ClvResult, forecasts: readonly StoredForecast[]): TrustView | null {
  if (clv.model === null) return null;
  const { chosen, choice, chancesCorrected, countsCorrected } = clv.model;
  return {
    track: forecasts.filter(({ scoredAt }) => scoredAt !== null).map(toPastForecast),
    nextScoreOn: nextScoreOn(isoDay(clv.now), forecasts),
    backtest: clv.backtest && toBacktestView(clv.backtest),
    model: chosen,
    choice,
    chancesCorrected,
    countsCorrected,
  };
}

function nextScoreOn(today: IsoDay, forecasts: readonly StoredForecast[]): IsoDay | null {
  const days = forecasts
    .filter(({ scoredAt }) => scoredAt === null)
    .map(({ madeOn, horizonDays }) => scoreDay(madeOn, horizonDays));
  if (isNextForecastDue(forecasts, today)) days.push(scoreDay(today, FORECAST_HORIZON_DAYS));
  return days.sort()[0] ?? null;
}

function toPastForecast(forecast: StoredForecast): PastForecastView {
  const { madeOn, horizonDays, expectedPurchases, expectedBuyers, expectedRevenue } = forecast;
  const score = forecastScoreSchema.parse(forecast.score);
  return {
    ...score,
    madeOn,
    until: addDays(madeOn, horizonDays),
    expectedPurchases,
    expectedBuyers,
    expectedRevenue,
    inRange: {
      purchases: holds(expectedPurchases, score.actualPurchases),
      buyers: holds(expectedBuyers, score.actualBuyers),
      revenue: holds(expectedRevenue, score.actualRevenue),
    },
  };
}

function holds({ low, high }: Estimate, actual: number): boolean {
  return low <= actual && actual <= high;
}

function toBacktestView(report: NonNullable<ClvResult['backtest']>): BacktestView {
  const { horizonDays, customers, calibration, calibrationError } = report;
  return {
    horizonDays,
    customers,
    origins: report.origins.map((origin) => ({
      day: origin.day,
      horizonDays: origin.horizonDays,
      expectedPurchases: origin.expectedPurchases,
      actualPurchases: origin.actualPurchases,
      error: origin.actualPurchases > 0 ? origin.expectedPurchases / origin.actualPurchases - 1 : null,
    })),
    candidates: report.candidates.map(({ score: _score, scoreError: _error, ...candidate }) => candidate),
    calibration,
    calibrationError,
  };
}
