import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { hessianOf, minimize, type Objective } from '../numeric/bfgs';
import { CHANNEL_COORDINATES, HALF_SATURATION, ROI, SLOPE, THETA } from './mix-coordinates';
import { createMixPosterior, type MixPosterior } from './log-posterior';
import type { MixModel } from './mix-model';

export interface PosteriorMode {
  readonly point: Float64Array;
  readonly logDensity: number;
  readonly evaluations: number;
}

/** Prior medians, shifted: memory and saturation can trade places, so climbs begin on both sides. */
const STARTS = [
  { roi: 0, theta: 0, half: 0 },
  { roi: -0.7, theta: -1, half: 0.6 },
  { roi: 0.3, theta: 1, half: -0.6 },
] as const;

/** Where a climb begins that knows nothing but the priors. */
function priorStart(model: MixModel, { roi, theta, half }: (typeof STARTS)[number]): Float64Array {
  const point = new Float64Array(model.channels.length * CHANNEL_COORDINATES + 2);
  model.channels.forEach(({ prior }, c) => {
    const at = c * CHANNEL_COORDINATES;
    point[at + ROI] = roi;
    point[at + THETA] = Math.log(prior.theta.a / prior.theta.b) + theta;
    point[at + HALF_SATURATION] = prior.logHalfSaturation.mean + half;
    point[at + SLOPE] = prior.logSlope.mean;
  });
  point[point.length - 2] = 0.3;
  point[point.length - 1] = Math.log(0.15);
  return point;
}

/** The highest of several climbs from the priors. */
export function findMode(model: MixModel): PosteriorMode {
  const posterior = createMixPosterior(model);
  const modes = STARTS.map((start) => climb(posterior, priorStart(model, start), 1e-3));
  return modes.reduce((best, mode) => (mode.logDensity > best.logDensity ? mode : best));
}

/** One climb from the prior medians: enough where a mode is a means to an end. */
export function findNearMode(model: MixModel): PosteriorMode {
  return climb(createMixPosterior(model), priorStart(model, STARTS[0]), 1e-2);
}

/** The nearest peak; a tolerance in units of ln density is enough for a place to start from. */
export function climbFrom(model: MixModel, start: Float64Array, gradientTolerance: number): PosteriorMode {
  return climb(createMixPosterior(model), start, gradientTolerance);
}

function climb(posterior: MixPosterior, start: Float64Array, gradientTolerance: number): PosteriorMode {
  const minimum = minimize(downhill(posterior), start, { gradientTolerance, maxIterations: 150, maxStep: 1 });
  return { point: minimum.point, logDensity: -minimum.value, evaluations: minimum.evaluations };
}

/**
 * Covariance of the normal approximation around a mode, from the Hessian. Directions in which the density is flat or
 * bends the wrong way get the widest plausible spread instead of an infinite one.
 * @returns row-major
 */
export function laplaceCovariance(model: MixModel, mode: Float64Array): Float64Array {
  const size = mode.length;
  const hessian = hessianOf(downhill(createMixPosterior(model)), mode, 1e-4);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.from1DArray(size, size, Array.from(hessian)),
    { assumeSymmetric: true },
  );
  const covariance = new Float64Array(size * size);
  realEigenvalues.forEach((value, k) => {
    const spread = 1 / Math.max(value, LEAST_CURVATURE);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        covariance[i * size + j]! += spread * eigenvectorMatrix.get(i, k) * eigenvectorMatrix.get(j, k);
      }
    }
  });
  return covariance;
}

/** The widest prior, of ln ROI and of logit theta, has a standard deviation of about 1. */
const LEAST_CURVATURE = 0.7;

function downhill(posterior: MixPosterior): Objective {
  return (point, gradient) => {
    const value = posterior.evaluate(point, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i]!;
    return value === -Infinity ? Infinity : -value;
  };
}
