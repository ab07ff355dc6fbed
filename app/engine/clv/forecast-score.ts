import { binomialQuantile } from '../numeric/binomial-quantile';
import type { CalibrationGroup } from './backtest-report';

/**
 * Area under the ROC curve: the probability that a random customer with the event is ranked above one without it, ties
 * counted half (Mann & Whitney 1947). 0.5 where all or none had the event.
 * @param score higher means more likely
 * @param event 1 where it happened
 */
export function rankingArea(score: Float64Array, event: Uint8Array): number {
  const happened = score.filter((_, i) => event[i] === 1).sort();
  const absent = score.filter((_, i) => event[i] !== 1).sort();
  if (happened.length === 0 || absent.length === 0) return 0.5;
  let below = 0;
  let upTo = 0;
  let sum = 0;
  for (const value of happened) {
    while (below < absent.length && absent[below]! < value) below++;
    while (upTo < absent.length && absent[upTo]! <= value) upTo++;
    sum += (below + upTo) / 2;
  }
  return sum / (happened.length * absent.length);
}

const GROUPS = 10;
const GROUP_LEVEL = 0.9;

/**
 * Forecast and actual share of buyers in ten groups of equal size, least likely first; fewer below ten customers.
 * Customers of one chance may stand to both sides of a border: each side gets its part of their buyers, as if the rest
 * had been drawn at random.
 */
export function calibrationGroups(probability: Float64Array, event: Uint8Array): CalibrationGroup[] {
  const size = probability.length;
  const order = new Uint32Array(size).map((_, i) => i);
  order.sort((a, b) => probability[a]! - probability[b]!);
  const groups: CalibrationGroup[] = [];
  let tieFrom = 0;
  let tieTo = 0;
  let tieEvents = 0;
  for (let group = 0; group < GROUPS; group++) {
    const from = Math.floor((group * size) / GROUPS);
    const to = Math.floor(((group + 1) * size) / GROUPS);
    if (from === to) continue;
    let forecast = 0;
    let actual = 0;
    for (let i = from; i < to;) {
      const chance = probability[order[i]!]!;
      if (i === tieTo) {
        tieFrom = i;
        tieEvents = 0;
        // At least one: NaN is not even equal to itself.
        do tieEvents += event[order[tieTo++]!]!;
        while (tieTo < size && probability[order[tieTo]!] === chance);
      }
      const members = Math.min(to, tieTo) - i;
      forecast += members * chance;
      actual += (tieEvents * members) / (tieTo - tieFrom);
      i += members;
    }
    const customers = to - from;
    const mean = Math.min(1, forecast / customers);
    const tail = (1 - GROUP_LEVEL) / 2;
    groups.push({
      customers,
      forecast: mean,
      actual: actual / customers,
      low: binomialQuantile(customers, mean, tail) / customers,
      high: binomialQuantile(customers, mean, 1 - tail) / customers,
    });
  }
  return groups;
}

/** Expected calibration error: the groups' mean distance between forecast and actual share, by customers. */
export function calibrationErrorOf(groups: readonly CalibrationGroup[]): number {
  let distance = 0;
  let customers = 0;
  for (const group of groups) {
    distance += group.customers * Math.abs(group.forecast - group.actual);
    customers += group.customers;
  }
  return customers === 0 ? 0 : distance / customers;
}

/**
 * Nothing is scored as if it had been called less likely than this: no decision turns on whether a chance is a hundredth
 * or a millionth, and one surprise must not outweigh a hundred customers.
 */
const LEAST_FORECAST = 0.01;

/** Log score of a probability: minus the logarithm of what was given to what happened. */
export function logScore(probability: number, event: number): number {
  const p = Math.min(1 - LEAST_FORECAST, Math.max(LEAST_FORECAST, probability));
  return event === 1 ? -Math.log(p) : -Math.log1p(-p);
}

/** Half the Poisson deviance of a count: how much likelihood the forecast mean gives away. */
export function halfDeviance(mean: number, count: number): number {
  const expected = Math.max(LEAST_FORECAST, mean);
  return count === 0 ? expected : count * Math.log(count / expected) - (count - expected);
}
