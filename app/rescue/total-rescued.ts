import type { Estimate } from '~/domain/estimate';
import { normalProbability } from './normal-probability';

/** Half of a central 80 % interval, in standard errors. */
const NORMAL_90 = 1.2815515655446004;

export interface TotalRescued {
  readonly total: Estimate;
  /** Probability that together they earned more than they cost. */
  readonly chancePaid: number;
}

/**
 * What several campaigns brought together: their hold-outs are different customers, so their errors are independent and
 * add up by their squares. The intervals are normal, as `measureOutcome` gives them.
 * @param rescued of each campaign, all at the 80 % level; at least one
 */
export function totalRescued(rescued: readonly Estimate[]): TotalRescued {
  const mean = rescued.reduce((sum, one) => sum + one.mean, 0);
  const half = Math.hypot(...rescued.map(({ low, high }) => (high - low) / 2));
  return {
    total: { mean, low: mean - half, high: mean + half, level: 0.8 },
    chancePaid: half > 0 ? normalProbability((NORMAL_90 * mean) / half) : 0.5,
  };
}
