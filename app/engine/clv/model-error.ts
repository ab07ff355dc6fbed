import type { BacktestOrigin, BacktestReport } from './backtest-report';

/**
 * How far a total is off for reasons no parameter knows of (season, a campaign, a price), standard deviation on the
 * log scale over one window of a quarter: what is assumed before a shop's own past has spoken.
 */
export const DEFAULT_MODEL_ERROR = 0.12;
/** The default counts as much as this many past forecasts: one or two of them alone would say too little. */
const DEFAULT_WEIGHT = 2;
/** A window with next to no purchases says nothing about per cents. */
const LEAST_TOTAL = 5;

/**
 * Standard deviation of log(actual / forecast) over one window: the default and the shop's own past errors, each with
 * its weight. An error over a longer window is brought to one window by the square root of their lengths, as if every
 * window added an error of its own; a window's own chance is taken off.
 */
export function modelErrorOf(origins: readonly BacktestOrigin[], horizonDays: number): number {
  let squares = DEFAULT_WEIGHT * DEFAULT_MODEL_ERROR ** 2;
  let weight = DEFAULT_WEIGHT;
  for (const origin of origins) {
    const { expectedPurchases, actualPurchases } = origin;
    if (expectedPurchases < LEAST_TOTAL) continue;
    const error = Math.log(Math.max(0.5, actualPurchases) / expectedPurchases);
    squares += (Math.max(0, error ** 2 - 1 / expectedPurchases) * horizonDays) / origin.horizonDays;
    weight++;
  }
  return Math.sqrt(squares / weight);
}

/** With fewer, the default is what totals rest on, and the reader is told. */
export const ENOUGH_ORIGINS = 2;
/** The default's own window. */
const DEFAULT_HORIZON_DAYS = 91;

/** Standard deviation of the logarithm of a total over `days`, by the shop's backtest or by default. */
export function modelErrorOver(report: BacktestReport | null): (days: number) => number {
  const enough = report !== null && report.origins.length >= ENOUGH_ORIGINS;
  const error = enough ? report.modelError : DEFAULT_MODEL_ERROR;
  const window = enough ? report.horizonDays : DEFAULT_HORIZON_DAYS;
  return (days) => error * Math.sqrt(Math.max(days, 1) / window);
}
