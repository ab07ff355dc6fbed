import {
  buildModel,
  LEVEL_PRIOR_MEAN,
  withRowScale,
  type BuiltModel,
  type MixOptions,
  type MixUnits,
} from './build-model';
import type { BaselineColumn } from './baseline-design';
import { climbFrom, findMode, laplaceCovariance, type PosteriorMode } from './find-mode';
import { checkHistory, type MixRefusal } from './history-check';
import { joinTwins, type JoinedChannels } from './join-twins';
import { createMixPosterior } from './log-posterior';
import type { MarketingSeries } from './marketing-series';
import type { MixModel } from './mix-model';
import { rowScaleOf } from './row-scale';

/** A model that is ready to be sampled: plain data for any thread. */
export interface PreparedMix {
  readonly status: 'prepared';
  readonly model: MixModel;
  /** Noise grows with this power of the level of revenue. */
  readonly noiseExponent: number;
  /** Degrees of freedom of its Student's t; `null` where it is normal. */
  readonly noiseDegrees: number | null;
  readonly units: MixUnits;
  readonly columns: readonly BaselineColumn[];
  /** As it is fitted: twins are one channel. */
  readonly series: MarketingSeries;
  readonly joined: readonly JoinedChannels[];
  /** Highest point of the posterior that several climbs found. */
  readonly mode: Float64Array;
  /** Of the normal approximation there, row-major. */
  readonly covariance: Float64Array;
}

/**
 * Everything before the draws: units, design, a pilot fit that finds out how noisy each row is, the mode and its
 * curvature.
 */
export function prepareMix(series: MarketingSeries, options: MixOptions = {}): PreparedMix | MixRefusal {
  const refusal = checkHistory(series);
  if (refusal) return refusal;
  const { joined, ...input } = joinTwins(series, options);
  return { ...prepareKnown(input.series, input.options, findMode), joined };
}

/**
 * The same without a look at the history, and with a climb of the caller's choice.
 * @param climb finds the mode of the pilot fit
 */
export function prepareKnown(
  series: MarketingSeries,
  options: MixOptions,
  climb: (model: MixModel) => PosteriorMode,
): PreparedMix {
  const built = buildModel(series, options);
  const pilot = climb(built.model).point;
  const first = weighRows(built, built.model, pilot);
  const second = climbFrom(first.model, pilot, 1e-2).point;
  const { model, exponent, degrees } = weighRows(built, first.model, second);
  const mode = climbFrom(model, second, 1e-4).point;
  return {
    status: 'prepared',
    model,
    noiseExponent: exponent,
    noiseDegrees: degrees,
    units: built.units,
    columns: built.columns,
    series,
    joined: [],
    mode,
    covariance: laplaceCovariance(model, mode),
  };
}

/** The model with the noise of each row as the residuals at `point` show it. */
function weighRows(
  built: BuiltModel,
  model: MixModel,
  point: Float64Array,
): { model: MixModel; exponent: number; degrees: number | null } {
  const { rows, rowScale, revenue, design } = model;
  const posterior = createMixPosterior(model);
  posterior.evaluate(point, new Float64Array(point.length));
  const fitted = new Float64Array(rows).fill(LEVEL_PRIOR_MEAN);
  posterior.baseline.coefficients.forEach((value, j) => {
    for (let t = 0; t < rows; t++) fitted[t]! += value * design.columns[j * rows + t]! * rowScale[t]!;
  });
  posterior.paths.forEach(({ share }, c) => {
    for (let t = 0; t < rows; t++) fitted[t]! += posterior.scales[c]! * share[t]!;
  });
  const residuals = fitted.map((value, t) => revenue[t]! + LEVEL_PRIOR_MEAN - value);
  const { exponent, scale, degrees, information } = rowScaleOf(fitted, residuals);
  return { model: withRowScale(built, scale, information), exponent, degrees };
}
