import type { LogNormal } from '~/domain/log-normal';

/** What each group says about itself: an estimate on the log scale and its standard error. */
export interface GroupEstimate {
  readonly log: number;
  /** Above 0; Infinity for a group that says nothing. */
  readonly error: number;
}

interface PooledValues {
  readonly groups: readonly LogNormal[];
  /** A group like these of which nothing is known. */
  readonly other: LogNormal;
}

/**
 * Prior scale of the standard deviation between groups: half-normal, so that both the .41 of the simulated shop's
 * channels and no difference at all are at home in it.
 */
const PRIOR_SCALE = 0.5;
/** Midpoints of the prior's quantiles would do as well; evenly spaced points are enough for a smooth density. */
const GRID = 200;
const GRID_END = 4 * PRIOR_SCALE;

/**
 * Partial pooling by the hierarchical normal model: groups scatter around a common mean by a standard deviation tau that
 * the data share in telling; the mean is integrated out, tau summed over a grid (Gelman et al. 2013, section 5.4, with
 * the half-normal prior that Gelman 2006 advises for few groups). The mixture over tau is handed on by its first two
 * moments.
 */
export function poolLogValues(estimates: readonly GroupEstimate[]): PooledValues {
  const informative = estimates.filter(({ error }) => error < Infinity);
  if (informative.length === 0) throw new RangeError('no group says anything');
  const logWeights = new Float64Array(GRID);
  const groups = estimates.map(() => new Mixture());
  const other = new Mixture();
  const posteriors = Array.from(logWeights, (_, k) => {
    const tau = ((k + 0.5) / GRID) * GRID_END;
    const common = commonMean(informative, tau);
    logWeights[k] = common.logLikelihood - (tau / PRIOR_SCALE) ** 2 / 2;
    return { tau, ...common };
  });
  const highest = Math.max(...logWeights);
  posteriors.forEach(({ tau, mean, variance }, k) => {
    const weight = Math.exp(logWeights[k]! - highest);
    other.add(weight, mean, variance + tau ** 2);
    estimates.forEach(({ log, error }, i) => {
      // Share of the common mean in the group's own: 1 where the group says nothing.
      const pooled = error === Infinity ? 1 : error ** 2 / (error ** 2 + tau ** 2);
      const own = error === Infinity ? 0 : (1 - pooled) * log;
      groups[i]!.add(weight, own + pooled * mean, pooled * tau ** 2 + pooled ** 2 * variance);
    });
  });
  return { groups: groups.map((group) => group.moments()), other: other.moments() };
}

/** Posterior of the common mean under a flat prior, and the likelihood of tau with that mean integrated out. */
function commonMean(groups: readonly GroupEstimate[], tau: number) {
  let precision = 0;
  let sum = 0;
  let logLikelihood = 0;
  for (const { log, error } of groups) {
    const own = 1 / (error ** 2 + tau ** 2);
    precision += own;
    sum += own * log;
    logLikelihood += Math.log(own) / 2;
  }
  const mean = sum / precision;
  for (const { log, error } of groups) logLikelihood -= (log - mean) ** 2 / (error ** 2 + tau ** 2) / 2;
  return { mean, variance: 1 / precision, logLikelihood: logLikelihood - Math.log(precision) / 2 };
}

/** Mean and spread of normals that are mixed. */
class Mixture {
  private weight = 0;
  private sum = 0;
  private squares = 0;

  add(weight: number, mean: number, variance: number): void {
    this.weight += weight;
    this.sum += weight * mean;
    this.squares += weight * (variance + mean ** 2);
  }

  moments(): LogNormal {
    const logMean = this.sum / this.weight;
    return { logMean, logSd: Math.sqrt(Math.max(0, this.squares / this.weight - logMean ** 2)) };
  }
}
