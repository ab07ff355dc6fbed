import { choleskyFactor } from '../numeric/cholesky';
import { createRng, nextFloat, nextNormal, type Rng } from '../numeric/rng';
import type { PurchaseFit } from './fit-purchases';
import type { PurchaseHistory, PurchaseModel } from './purchase-model';
import { spendUnderDraw, type SpendModel } from './spend-model';

export interface ParameterDraw {
  readonly model: PurchaseModel;
  /** `null` where the spend model has no draws. */
  readonly spend: Float64Array | null;
}

/** Parameters from the normal approximation around the optimum, in the coordinates of the fit. */
export function drawParameters(
  fit: PurchaseFit,
  spend: SpendModel,
  draws: number,
  seed: number,
): ParameterDraw[] {
  const rng = createRng(seed, 'clv-parameters');
  const purchaseFactor = fit.covariance && choleskyFactor(fit.covariance, fit.coordinates.length);
  const spendFit = spend.kind === 'gamma-gamma' ? spend.fit : null;
  const spendFactor = spendFit?.covariance ? choleskyFactor(spendFit.covariance, 3) : null;
  return Array.from({ length: draws }, () => ({
    model: {
      name: fit.name,
      params: fit.paramsAt(drawAround(fit.coordinates, purchaseFactor, rng)),
    },
    spend: spendFit && drawAround(spendFit.coordinates, spendFactor, rng),
  }));
}

function drawAround(centre: Float64Array, factor: Float64Array | null, rng: Rng): Float64Array {
  const size = centre.length;
  const normals = centre.map(() => nextNormal(rng));
  if (factor === null) return centre;
  return centre.map((value, i) => {
    let sum = value;
    for (let j = 0; j <= i; j++) sum += factor[i * size + j]! * normals[j]!;
    return sum;
  });
}

const SAMPLE_POINTS = 150;
/** Totals near nothing have ratios without a meaning. */
const LARGEST_RATIO = 1000;

/** A customer, or the mean of several alike, at which a total is evaluated again under drawn parameters. */
export interface DrawPoint extends PurchaseHistory {
  readonly valuedOrders: number;
  /** Their mean sum of order values. */
  readonly revenue: number;
}

/**
 * How a total over customers moves with the parameters: drawn total divided by the fitted total, one ratio a draw.
 * The total is estimated on a sample with probability proportional to contribution (systematic), where it is the
 * mean of single ratios: some hundred points do for a million customers.
 * @param contributions of each point to the fitted total, at least 0
 * @param value of a point under a purchase model, spend left out
 */
export function totalRatios(
  draws: readonly ParameterDraw[],
  points: (index: number) => DrawPoint,
  contributions: Float64Array,
  fitted: PurchaseModel,
  spend: SpendModel | null,
  value: (model: PurchaseModel, point: DrawPoint) => number,
  seed: number,
): Float64Array {
  const sample = proportionalSample(contributions, SAMPLE_POINTS, createRng(seed, 'clv-points')).map(points);
  const base = sample.map((point) => value(fitted, point));
  return Float64Array.from(draws, (draw) => {
    let sum = 0;
    sample.forEach((point, i) => {
      const spendRatio = spend ? spendUnderDraw(spend, draw.spend, point.valuedOrders, point.revenue) : 1;
      sum += (value(draw.model, point) / base[i]!) * spendRatio;
    });
    const ratio = sample.length === 0 ? 1 : sum / sample.length;
    return Number.isNaN(ratio) ? 1 : Math.min(LARGEST_RATIO, Math.max(1 / LARGEST_RATIO, ratio));
  });
}

function proportionalSample(contributions: Float64Array, size: number, rng: Rng): number[] {
  const total = contributions.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return [];
  const step = total / size;
  let next = step * nextFloat(rng);
  let before = 0;
  const chosen: number[] = [];
  for (let i = 0; i < contributions.length; i++) {
    before += contributions[i]!;
    for (; next < before && chosen.length < size; next += step) chosen.push(i);
  }
  return chosen;
}
