import type { Estimate } from '~/domain/estimate';
import { calibrationErrorOf, calibrationGroups, logScore, rankingArea } from '~/engine/clv/forecast-score';
import type { Forecast } from './forecast';
import { normalisedGini } from './normalised-gini';
import type { Outcome } from './outcome';
import { meanWithError, type MeanWithError } from '../support/statistics';

/** How a forecast did; `null` where it said nothing. */
export interface Measures {
  readonly meanAbsoluteError: number | null;
  readonly medianAbsoluteError: number | null;
  readonly rankingArea: number;
  readonly calibrationError: number | null;
  /** Customers whose purchases and value lay in their ranges. */
  readonly ordersInRange: number | null;
  readonly valueInRange: number | null;
  /** Forecast over actual. */
  readonly totalRatio: number | null;
  readonly total: HeldTotal | null;
  readonly totalRevenue: HeldTotal | null;
  readonly gini: number | null;
}

/** A total's interval over the actual total. */
export interface HeldTotal {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

/** Sums of whole cents do not come out to the last bit. */
const ROUNDING = 1e-6;

export function measureForecast(forecast: Forecast, outcome: Outcome): Measures {
  const { expected, median, rank, pBuy, value, ranges } = forecast;
  const { purchases, revenue, bought } = outcome;
  const actual = sumOf(purchases);
  return {
    meanAbsoluteError: expected && meanDistance(expected, purchases),
    medianAbsoluteError: median && meanDistance(median, purchases),
    rankingArea: rankingArea(rank, bought),
    calibrationError: pBuy && calibrationErrorOf(calibrationGroups(pBuy, bought)),
    ordersInRange: ranges && countInside(purchases, ranges.ordersLow, ranges.ordersHigh),
    valueInRange: ranges && countInside(revenue, ranges.valueLow, ranges.valueHigh),
    totalRatio: expected && sumOf(expected) / actual,
    total: forecast.total && holdAgainst(forecast.total, actual),
    totalRevenue: forecast.totalRevenue && holdAgainst(forecast.totalRevenue, sumOf(revenue)),
    gini: value && normalisedGini(value, revenue),
  };
}

export function holdAgainst({ mean, low, high }: Estimate, actual: number): HeldTotal {
  return {
    ratio: mean / actual,
    low: low / actual,
    high: high / actual,
    holds: actual >= low - ROUNDING && actual <= high + ROUNDING,
  };
}

/** What `second` gains on `first` per customer, with the standard error of that mean. */
export function gainInError(first: Forecast, second: Forecast, { purchases }: Outcome): MeanWithError {
  const error = (forecast: Forecast, i: number): number =>
    Math.abs((forecast.expected?.[i] ?? 0) - (purchases[i] ?? 0));
  return meanWithError(purchases.map((_, i) => error(first, i) - error(second, i)));
}

/** The same of the log score of a purchase. */
export function gainInLogScore(first: Forecast, second: Forecast, { bought }: Outcome): MeanWithError {
  const score = (forecast: Forecast, i: number): number => logScore(forecast.pBuy?.[i] ?? 0, bought[i] ?? 0);
  return meanWithError(Float64Array.from(bought, (_, i) => score(first, i) - score(second, i)));
}

function meanDistance(first: Float64Array, second: Float64Array): number {
  return sumOf(first.map((value, i) => Math.abs(value - (second[i] ?? 0)))) / first.length;
}

function countInside(values: Float64Array, low: Float64Array, high: Float64Array): number {
  return values.reduce(
    (count, value, i) =>
      count + Number(value >= (low[i] ?? 0) - ROUNDING && value <= (high[i] ?? 0) + ROUNDING),
    0,
  );
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
