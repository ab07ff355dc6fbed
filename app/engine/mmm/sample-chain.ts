import { choleskyFactor } from '../numeric/cholesky';
import { nutsStep, type LogDensity, type NutsStep } from '../numeric/nuts';
import { createRng, nextNormal, type Rng } from '../numeric/rng';
import { tuneStepSize } from '../numeric/step-size';
import { createMixPosterior } from './log-posterior';
import type { PreparedMix } from './prepare-mix';

/** Draws of one chain: plain data. */
export interface ChainDraws {
  readonly seed: number;
  readonly count: number;
  /** Coordinates of `mix-coordinates`, a row a draw. */
  readonly points: Float64Array;
  /** Contribution of a row at full saturation in units of mean revenue, a row a draw, a column a channel. */
  readonly scales: Float64Array;
  readonly divergences: number;
  readonly evaluations: number;
  readonly stepSize: number;
}

interface SamplingPlan {
  readonly warmup: number;
  readonly draws: number;
}

/** Channels times rows of a large model: eight channels over three years. */
const LARGE = 8 * 1095;
const LEAST_DRAWS = 280;
const MOST_ROOM = 1.6;

/**
 * As many draws as time allows: large models take the fewest that usually pass the gates, small ones cost nothing.
 * @param effort times as many; for a fit whose gates did not pass
 */
export function samplingPlan(
  { rows, channels }: { readonly rows: number; readonly channels: readonly unknown[] },
  effort: number,
): SamplingPlan {
  const room = Math.sqrt(LARGE / (rows * channels.length));
  const draws = LEAST_DRAWS * Math.min(MOST_ROOM, Math.max(1, room));
  return { warmup: 150, draws: Math.round(effort * draws) };
}

const TARGET_ACCEPTANCE = 0.8;
const MAX_DEPTH = 7;
const MOST_REPEATS = 2;
const SHORTER = 0.6;
/** Part of the warm-up that only finds the bulk, and part at whose end the metric is set for good. */
const SETTLE_SHARE = 0.25;
const METRIC_SHARE = 0.75;

/**
 * One chain of the no-U-turn sampler, started around the mode wider than the posterior is. A pure function of its
 * arguments: chains may run anywhere, in any order.
 * @param onProgress called now and then with the share of the work that is done
 */
export function sampleChain(
  { model, mode, covariance }: Pick<PreparedMix, 'model' | 'mode' | 'covariance'>,
  seed: number,
  onProgress?: (share: number) => void,
  plan: SamplingPlan = samplingPlan(model, 1),
): ChainDraws {
  const size = mode.length;
  const posterior = createMixPosterior(model);
  const rng = createRng(seed, 'mix-chain');
  const metric = whiten(posterior.evaluate, mode, covariance);
  const settle = Math.round(plan.warmup * SETTLE_SHARE);
  const measured = Math.round(plan.warmup * METRIC_SHARE);
  const report = (done: number): void => {
    if (done % 10 === 0) onProgress?.(done / (plan.warmup + plan.draws));
  };

  let frame = metric;
  let state = startAround(frame, size, rng);
  let tuner = tuneStepSize(0.4, TARGET_ACCEPTANCE);
  let evaluations = 0;
  const seen: Float64Array[] = [];
  for (let i = 0; i < plan.warmup; i++) {
    const step = nutsStep(frame.density, state, tuner.current(), MAX_DEPTH, rng);
    tuner.update(step.acceptance);
    evaluations += step.evaluations;
    state = step;
    if (i >= settle && i < measured) seen.push(frame.toPoint(step.point));
    if (i === measured - 1) {
      const point = frame.toPoint(state.point);
      frame = whiten(posterior.evaluate, mode, blend(covariance, seen));
      state = evaluateAt(frame, frame.fromPoint(point));
      tuner = tuneStepSize(tuner.settled(), TARGET_ACCEPTANCE);
    }
    report(i + 1);
  }

  const warm = state;
  let stepSize = tuner.settled();
  let kept = drawFrom(frame.density, warm, stepSize, plan.draws, rng, (draw) => report(plan.warmup + draw));
  evaluations += kept.evaluations;
  // A trajectory that broke off may have missed a narrow place: the whole chain again, with shorter steps.
  for (let attempt = 0; kept.divergences > 0 && attempt < MOST_REPEATS; attempt++) {
    stepSize *= SHORTER;
    kept = drawFrom(frame.density, warm, stepSize, plan.draws, rng, () => undefined);
    evaluations += kept.evaluations;
  }
  const points = new Float64Array(plan.draws * size);
  const scales = new Float64Array(plan.draws * model.channels.length);
  kept.whites.forEach((white, i) => {
    const point = frame.toPoint(white);
    points.set(point, i * size);
    scales.set(posterior.scalesAt(point), i * model.channels.length);
  });
  return { seed, count: plan.draws, points, scales, divergences: kept.divergences, evaluations, stepSize };
}

function drawFrom(
  density: LogDensity,
  start: Pick<NutsStep, 'point' | 'value' | 'gradient'>,
  stepSize: number,
  draws: number,
  rng: Rng,
  onDraw: (done: number) => void,
): { whites: Float64Array[]; divergences: number; evaluations: number } {
  const whites: Float64Array[] = [];
  let state = start;
  let divergences = 0;
  let evaluations = 0;
  for (let i = 0; i < draws; i++) {
    const step = nutsStep(density, state, stepSize, MAX_DEPTH, rng);
    state = step;
    evaluations += step.evaluations;
    if (step.divergent) divergences++;
    whites.push(step.point);
    onDraw(i + 1);
  }
  return { whites, divergences, evaluations };
}

/** The density in coordinates in which the covariance is the identity. */
interface WhiteFrame {
  readonly density: LogDensity;
  readonly toPoint: (white: Float64Array) => Float64Array;
  readonly fromPoint: (point: Float64Array) => Float64Array;
}

function whiten(density: LogDensity, centre: Float64Array, covariance: Float64Array): WhiteFrame {
  const size = centre.length;
  const factor = choleskyFactor(covariance, size);
  if (factor === null) throw new RangeError('covariance of the proposal is not positive definite');
  const toPoint = (white: Float64Array): Float64Array => {
    const point = centre.slice();
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) point[i]! += factor[i * size + j]! * white[j]!;
    }
    return point;
  };
  const slopes = new Float64Array(size);
  return {
    toPoint,
    fromPoint: (point) => {
      const white = point.map((value, i) => value - centre[i]!);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < i; j++) white[i]! -= factor[i * size + j]! * white[j]!;
        white[i]! /= factor[i * size + i]!;
      }
      return white;
    },
    density: (white, gradient) => {
      const value = density(toPoint(white), slopes);
      gradient.fill(0);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) gradient[j]! += factor[i * size + j]! * slopes[i]!;
      }
      return value;
    },
  };
}

/** Half as wide again as the approximation, so that chains which agree have had something to agree about. */
const OVERDISPERSION = 1.5;

function startAround(
  frame: WhiteFrame,
  size: number,
  rng: Rng,
): Pick<NutsStep, 'point' | 'value' | 'gradient'> {
  for (let attempt = 0; ; attempt++) {
    const white = new Float64Array(size).map(() => OVERDISPERSION * nextNormal(rng));
    const state = evaluateAt(frame, white);
    if (Number.isFinite(state.value)) return state;
    if (attempt === 50) return evaluateAt(frame, new Float64Array(size));
  }
}

function evaluateAt(frame: WhiteFrame, point: Float64Array): Pick<NutsStep, 'point' | 'value' | 'gradient'> {
  const gradient = new Float64Array(point.length);
  return { point, value: frame.density(point, gradient), gradient };
}

/** What the warm-up saw, with the normal approximation counting as two draws a dimension. */
function blend(covariance: Float64Array, seen: readonly Float64Array[]): Float64Array {
  const size = Math.round(Math.sqrt(covariance.length));
  const belief = 2 * size;
  const mean = new Float64Array(size);
  for (const point of seen) for (let i = 0; i < size; i++) mean[i]! += point[i]! / seen.length;
  const blended = covariance.map((value) => belief * value);
  for (const point of seen) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        blended[i * size + j]! += (point[i]! - mean[i]!) * (point[j]! - mean[j]!);
      }
    }
  }
  return blended.map((value) => value / (belief + seen.length));
}
