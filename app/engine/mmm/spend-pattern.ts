import { daysPerRow } from '../budget/spend-levels';
import type { Granularity } from './marketing-series';

/** How a channel was run: what its data can possibly tell. Days of weekly rows count seven each. */
export interface SpendPattern {
  readonly activeDays: number;
  /** Standard deviation over mean, of the days on which it ran. */
  readonly variation: number;
  /** Times that it was switched on or off. */
  readonly changes: number;
  /** Days since the first spend. */
  readonly ageDays: number;
}

export function spendPattern(spend: Float64Array, granularity: Granularity): SpendPattern {
  const days = daysPerRow(granularity);
  const active = spend.filter((value) => value > 0);
  const mean = active.reduce((sum, value) => sum + value, 0) / active.length;
  const variance = active.reduce((sum, value) => sum + (value - mean) ** 2, 0) / active.length;
  let changes = 0;
  for (let t = 1; t < spend.length; t++) if (spend[t]! > 0 !== spend[t - 1]! > 0) changes++;
  const first = spend.findIndex((value) => value > 0);
  return {
    activeDays: days * active.length,
    variation: active.length === 0 ? 0 : Math.sqrt(variance) / mean,
    changes,
    ageDays: first < 0 ? 0 : days * (spend.length - first),
  };
}
