import { choleskyFactor } from '../numeric/cholesky';
import { solveTransposed } from '../numeric/factor-in-place';
import { createRng, nextGamma, nextNormal, type Rng } from '../numeric/rng';
import { daysPerRow } from '../budget/spend-levels';
import { adstock } from './adstock';
import { LEVEL_PRIOR_MEAN } from './build-model';
import { hill } from './hill';
import { createMixPosterior } from './log-posterior';
import { CHANNEL_COORDINATES, HALF_SATURATION, phiOf, SLOPE, thetaOf, THETA } from './mix-coordinates';
import type { PreparedMix } from './prepare-mix';
import { levelScale } from './row-scale';
import { trendStepSd } from './trend-columns';

/**
 * Revenue of the rows after the known ones, given their spend, events and controls; draws of the normal approximation
 * around the mode, which is cheap and a little too sure of itself.
 * @returns per draw the revenue of each row to come, currency, noise included
 */
export function forecastRows(prepared: PreparedMix, draws: number, seed: number): Float64Array[] {
  const { model, mode, covariance, columns, units, series, noiseExponent, noiseDegrees } = prepared;
  const { rows, design, rowScale, revenue } = model;
  const ahead = series.revenue.length - rows;
  const days = daysPerRow(series.granularity);
  const rng = createRng(seed, 'mix-forecast');
  const posterior = createMixPosterior(model);
  const gradient = new Float64Array(mode.length);
  const factor = choleskyFactor(covariance, mode.length);
  if (factor === null) throw new RangeError('covariance of the approximation is not positive definite');

  return Array.from({ length: draws }, () => {
    const point = drawAround(mode, factor, rng);
    if (posterior.evaluate(point, gradient) === -Infinity) {
      point.set(mode);
      posterior.evaluate(point, gradient);
    }
    const phi = phiOf(point[mode.length - 2]!);
    const sigma = Math.exp(point[mode.length - 1]!);
    const coefficients = posterior.baseline.coefficients.map(() => nextNormal(rng));
    solveTransposed(posterior.baseline.factor, design.count, coefficients);
    coefficients.forEach((value, j) => {
      coefficients[j] = posterior.baseline.coefficients[j]! + sigma * value;
    });

    const expected = new Float64Array(ahead).fill(LEVEL_PRIOR_MEAN);
    coefficients.forEach((value, j) => {
      for (let t = 0; t < ahead; t++) expected[t]! += value * columns[j]!.values[rows + t]!;
    });
    addMedia(prepared, point, posterior.scales, expected);

    const last = rows - 1;
    let residual = revenue[last]!;
    coefficients.forEach((value, j) => {
      residual -= value * columns[j]!.values[last]!;
    });
    posterior.paths.forEach(({ share }, c) => (residual -= posterior.scales[c]! * share[last]!));
    residual /= rowScale[last]!;
    const scale = levelScale(expected, noiseExponent);
    const step = trendStepSd(days);
    const tail = Math.sqrt(model.information);
    let trend = 0;
    return expected.map((value, t) => {
      trend += step * nextNormal(rng);
      residual = phi * residual + tail * sigma * nextTailed(rng, noiseDegrees);
      return units.meanRevenue * (value + trend + scale[t]! * residual);
    });
  });
}

function addMedia(
  { model, series, units }: PreparedMix,
  point: Float64Array,
  scales: Float64Array,
  expected: Float64Array,
): void {
  model.channels.forEach(({ spend, carryIn }, c) => {
    const at = c * CHANNEL_COORDINATES;
    const theta = thetaOf(point[at + THETA]!);
    const shape = {
      halfSaturation: Math.exp(point[at + HALF_SATURATION]!),
      slope: Math.exp(point[at + SLOPE]!),
    };
    const stock = adstock(spend, theta, carryIn);
    const future = series.channels[units.order[c]!]!.spend.subarray(model.rows).map(
      (value) => value / units.spendUnits[c]!,
    );
    adstock(future, theta, stock[stock.length - 1]!).forEach((value, t) => {
      expected[t]! += scales[c]! * hill(value, shape);
    });
  });
}

function drawAround(centre: Float64Array, factor: Float64Array, rng: Rng): Float64Array {
  const normals = centre.map(() => nextNormal(rng));
  return centre.map((value, i) => {
    let sum = value;
    for (let j = 0; j <= i; j++) sum += factor[i * centre.length + j]! * normals[j]!;
    return sum;
  });
}

/** Student's t, or a normal where there are no degrees of freedom. */
function nextTailed(rng: Rng, degrees: number | null): number {
  const normal = nextNormal(rng);
  return degrees === null ? normal : normal * Math.sqrt(degrees / 2 / nextGamma(rng, degrees / 2));
}
