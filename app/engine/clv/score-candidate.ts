import { halfDeviance, logScore } from './forecast-score';
import type { Origin } from './origin';
import type { WindowForecast } from './window-forecast';

/** How a candidate's forecasts did, customer by customer; entry `i` is one customer at one origin. */
export interface CandidateScores {
  readonly chance: Float64Array;
  readonly logScore: Float64Array;
  readonly halfDeviance: Float64Array;
  readonly absoluteError: Float64Array;
  readonly expectedTotal: number;
}

/** @param forecasts one an origin, in the order of `origins` */
export function scoreCandidate(
  origins: readonly Origin[],
  forecasts: readonly WindowForecast[],
): CandidateScores {
  const size = origins.reduce((sum, { customer }) => sum + customer.length, 0);
  const scores = {
    chance: new Float64Array(size),
    logScore: new Float64Array(size),
    halfDeviance: new Float64Array(size),
    absoluteError: new Float64Array(size),
  };
  let expectedTotal = 0;
  let at = 0;
  origins.forEach(({ groups, purchases, bought }, o) => {
    const { chance, expected } = forecasts[o]!;
    for (let i = 0; i < purchases.length; i++, at++) {
      const g = groups.ofCustomer[i]!;
      const mean = expected[g]!;
      const count = purchases[i]!;
      scores.chance[at] = chance[g]!;
      scores.logScore[at] = logScore(chance[g]!, bought[i]!);
      scores.halfDeviance[at] = halfDeviance(mean, count);
      scores.absoluteError[at] = Math.abs(mean - count);
      expectedTotal += mean;
    }
  });
  return { ...scores, expectedTotal };
}

export interface PairedDifference {
  /** Mean of first - second per customer and origin. */
  readonly mean: number;
  /** Its standard error; a customer's origins are one cluster, because one customer's luck lasts. */
  readonly error: number;
}

/** @param customer of each entry */
export function pairedDifference(
  customer: Int32Array,
  first: (i: number) => number,
  second: (i: number) => number,
): PairedDifference {
  const size = customer.length;
  const highest = customer.reduce((most, c) => Math.max(most, c), -1);
  const sums = new Float64Array(highest + 1);
  const entries = new Float64Array(highest + 1);
  let total = 0;
  for (let i = 0; i < size; i++) {
    const difference = first(i) - second(i);
    sums[customer[i]!]! += difference;
    entries[customer[i]!]!++;
    total += difference;
  }
  if (size === 0) return { mean: 0, error: 0 };
  const mean = total / size;
  let squares = 0;
  for (let c = 0; c <= highest; c++) squares += (sums[c]! - mean * entries[c]!) ** 2;
  return { mean, error: Math.sqrt(squares) / size };
}
