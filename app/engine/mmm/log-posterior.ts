import { logistic } from '../numeric/logistic';
import { createBaselineLikelihood, type BaselineLikelihood } from './baseline-likelihood';
import { createLiftLikelihood } from './lift-likelihood';
import {
  CHANNEL_COORDINATES,
  coordinateCount,
  HALF_SATURATION,
  phiOf,
  phiSlope,
  ROI,
  SLOPE,
  thetaOf,
  THETA,
} from './mix-coordinates';
import type { MixModel } from './mix-model';
import {
  createResponsePath,
  fillResponsePath,
  sumShares,
  sumTurns,
  type ResponsePath,
} from './response-path';

/** Noise of a tenth of mean revenue, give or take a factor of three; some memory from day to day. */
const LOG_SIGMA_PRIOR = { mean: Math.log(0.12), sd: 1 };
const PHI_PRIOR = { mean: 0.3, sd: 0.5 };

export interface MixPosterior {
  readonly size: number;
  /** ln posterior density up to a constant, in the coordinates of `mix-coordinates`; fills its gradient. */
  readonly evaluate: (point: Float64Array, gradient: Float64Array) => number;
  /** Of the last point: per channel the contribution of a row at full saturation, in units of mean revenue. */
  readonly scales: Float64Array;
  /** Fills {@link scales} and {@link paths} alone, which costs a third of a density. */
  readonly scalesAt: (point: Float64Array) => Float64Array;
  readonly paths: readonly ResponsePath[];
  readonly baseline: BaselineLikelihood;
}

/** The posterior of the mix with its workspace: one an execution thread. */
export function createMixPosterior(model: MixModel): MixPosterior {
  const { rows, channels, revenue, rowScale } = model;
  const size = coordinateCount(channels.length);
  const paths = channels.map(() => createResponsePath(rows));
  const scales = new Float64Array(channels.length);
  const totals = new Float64Array(channels.length);
  const baseline = createBaselineLikelihood(model.design);
  const lifts = createLiftLikelihood(model);
  const residuals = new Float64Array(rows);
  const slopes = new Float64Array(rows);

  function scalesAt(point: Float64Array): Float64Array {
    for (let c = 0; c < channels.length; c++) {
      const at = c * CHANNEL_COORDINATES;
      const { spend, carryIn, priorShare } = channels[c]!;
      totals[c] = fillResponsePath(
        paths[c]!,
        spend,
        carryIn,
        thetaOf(point[at + THETA]!),
        point[at + HALF_SATURATION]!,
        Math.exp(point[at + SLOPE]!),
      );
      scales[c] = (Math.exp(point[at + ROI]!) * priorShare * rows) / totals[c]!;
    }
    return scales;
  }

  function evaluate(point: Float64Array, gradient: Float64Array): number {
    scalesAt(point);
    residuals.set(revenue);
    for (let c = 0; c < channels.length; c++) {
      const { share } = paths[c]!;
      const scale = scales[c]!;
      for (let t = 0; t < rows; t++) residuals[t]! -= scale * share[t]!;
    }
    for (let t = 0; t < rows; t++) residuals[t]! /= rowScale[t]!;

    const noise = channels.length * CHANNEL_COORDINATES;
    const phi = phiOf(point[noise]!);
    const sigma = Math.exp(point[noise + 1]!);
    let value = baseline.evaluate(residuals, phi, sigma, slopes);
    if (!Number.isFinite(value)) return -Infinity;
    // From residuals to contributions: the sign turns.
    for (let t = 0; t < rows; t++) slopes[t]! /= -rowScale[t]!;

    for (let c = 0; c < channels.length; c++) {
      setChannelGradient(c, point, gradient);
    }
    if (model.lifts.length > 0) value += lifts(point, paths, scales, totals, gradient);
    for (let c = 0; c < channels.length; c++) value += addChannelPrior(point, c, gradient);
    gradient[noise] = baseline.byPhi() * phiSlope(point[noise]!);
    // A likelihood to the power of a share is that of a wider noise, up to a power of its width.
    const untold = rows * (1 - model.information);
    value += untold * point[noise + 1]!;
    gradient[noise + 1] = baseline.byLogSigma() + untold;
    value += addNormal(point, noise, PHI_PRIOR, gradient);
    value += addNormal(point, noise + 1, LOG_SIGMA_PRIOR, gradient);
    return Number.isFinite(value) ? value : -Infinity;
  }

  /**
   * From slopes by contribution to the four coordinates. The contribution is `scale * share_t` with
   * `scale = ROI * spend / sum(share)`: a shape that lifts all rows alike moves nothing, so that the mean slope is
   * taken out of the weights.
   */
  function setChannelGradient(c: number, point: Float64Array, gradient: Float64Array): void {
    const at = c * CHANNEL_COORDINATES;
    const path = paths[c]!;
    const scale = scales[c]!;
    const slope = Math.exp(point[at + SLOPE]!);
    const theta = thetaOf(point[at + THETA]!);
    const weighted = sumShares(path, slopes, 0, rows);
    const turns = sumTurns(path, slopes, weighted / totals[c]!, 0, rows);
    gradient[at + ROI] = scale * weighted;
    gradient[at + THETA] = scale * slope * theta * (1 - theta) * turns.byMemory;
    gradient[at + HALF_SATURATION] = -scale * slope * turns.plain;
    gradient[at + SLOPE] = scale * slope * turns.byRatio;
  }

  function addChannelPrior(point: Float64Array, c: number, gradient: Float64Array): number {
    const at = c * CHANNEL_COORDINATES;
    const { logRoi, theta, logHalfSaturation, logSlope } = channels[c]!.prior;
    const logit = point[at + THETA]!;
    const share = logistic(logit);
    gradient[at + THETA]! += theta.a * (1 - share) - theta.b * share;
    return (
      addNormal(point, at + ROI, { mean: 0, sd: logRoi.sd }, gradient) -
      theta.a * softplus(-logit) -
      theta.b * softplus(logit) +
      addNormal(point, at + HALF_SATURATION, logHalfSaturation, gradient) +
      addNormal(point, at + SLOPE, logSlope, gradient)
    );
  }

  return { size, evaluate, scales, scalesAt, paths, baseline };
}

function addNormal(
  point: Float64Array,
  index: number,
  { mean, sd }: { readonly mean: number; readonly sd: number },
  gradient: Float64Array,
): number {
  const distance = (point[index]! - mean) / sd;
  gradient[index]! -= distance / sd;
  return -0.5 * distance * distance;
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
