import { hessianOf, minimize, type Minimum, type Objective } from '../numeric/bfgs';
import { invertPositiveDefinite } from '../numeric/cholesky';
import { logistic } from '../numeric/logistic';
import { thinGroups, type PurchaseGroups } from './purchase-groups';
import { purchaseLikelihood } from './purchase-likelihood';
import { phasesOf, type PurchaseModel, type PurchaseModelName, type PurchaseParams } from './purchase-model';

export interface PurchaseFit extends PurchaseModel {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly converged: boolean;
  /** The optimum in the coordinates of the fit, and the covariance there (`null` when the data do not pin it down). */
  readonly coordinates: Float64Array;
  readonly covariance: Float64Array | null;
  /** Back from coordinates to parameters, no further out than any that a fit may give: for draws of the parameters. */
  readonly paramsAt: (coordinates: Float64Array) => PurchaseParams;
}

export interface PurchaseFitOptions {
  /**
   * A bell curve on each coordinate worth about one customer: keeps small shops inside what shops look like.
   * `false` gives plain maximum likelihood, to compare with published numbers.
   */
  readonly weakPrior?: boolean;
  /**
   * `false` leaves out the Hessian and the last Newton steps: enough for a candidate that is only to be compared by its
   * likelihood.
   */
  readonly polish?: boolean;
  /** A fit of much the same customers: the search begins at its optimum, and nowhere else. */
  readonly near?: PurchaseModel;
}

/** Customers of the sample that finds the neighbourhood of the optimum; the whole shop then only polishes. */
const SAMPLE = 10_000;

/** log r, log(alpha / longest age), logit(a / (a + b)), log(a + b): nearly independent, of order one. */
const LOWEST = [-7, -10, -10, -5];
const HIGHEST = [6, 7, 8, 8];
const PRIOR_CENTRE = [-0.5, -1.5, -1, 1];
const PRIOR_SPREAD = [1.5, 2, 1.5, 1.25];
const STARTS = [
  [-0.7, -2, -1, 1],
  [0.3, -0.7, -2.5, 2.3],
];

const FINE = 1e-7;
/** Enough to compare candidates: likelihoods then agree to far less than a unit. */
const COARSE = 1e-5;

/** Maximum likelihood by BFGS from two starts on a sample, then on all groups, then a Newton step. */
export function fitPurchases(
  name: PurchaseModelName,
  groups: PurchaseGroups,
  options: PurchaseFitOptions = {},
): PurchaseFit {
  const weakPrior = options.weakPrior ?? true;
  const size = name === 'nbd' ? 2 : 4;
  const paramsAt = parametersOf(name, groups);
  const sample = thinGroups(groups, SAMPLE);
  const onSample = objectiveOf(name, sample, paramsAt, weakPrior);
  const onAll = sample === groups ? onSample : objectiveOf(name, groups, paramsAt, weakPrior);

  const polish = options.polish ?? true;
  const gradientTolerance = polish ? FINE : COARSE;
  const starts = options.near ? [coordinatesOf(options.near, name, groups)] : STARTS;
  let best: Minimum | null = null;
  for (const start of starts) {
    const found = minimize(onSample, Float64Array.from(start.slice(0, size)), { gradientTolerance });
    if (best === null || found.value < best.value) best = found;
  }
  let point = best!.point;
  if (onAll !== onSample) {
    const inverse = invertPositiveDefinite(hessianOf(onSample, point), size);
    point = minimize(onAll, point, inverse ? { inverseHessian: inverse, gradientTolerance } : {}).point;
  }
  const { polished, hessian, gradientSize } = polish ? newtonPolish(onAll, point) : unpolished(onAll, point);
  const coordinates = insideBox(polished);
  const params = paramsAt(coordinates);
  const customers = totalWeight(groups);
  const covariance =
    (hessian && invertPositiveDefinite(hessian, size)?.map((value) => value / customers)) ?? null;
  const logLikelihood = purchaseLikelihood(name, groups)(params, new Float64Array(4));
  return {
    name,
    params,
    logLikelihood,
    customers,
    converged: gradientSize < 1e-5 && Number.isFinite(logLikelihood),
    coordinates,
    covariance,
    paramsAt: (drawn) => paramsAt(insideBox(drawn)),
  };
}

function insideBox(coordinates: Float64Array): Float64Array {
  return coordinates.map((value, i) => Math.min(HIGHEST[i]!, Math.max(LOWEST[i]!, value)));
}

/** Where another model's optimum lies for this one: with k phases a gap, the phases follow each other k times as fast. */
function coordinatesOf(near: PurchaseModel, name: PurchaseModelName, groups: PurchaseGroups): Float64Array {
  const { r, alpha, a, b } = near.params;
  const longest = Math.max(groups.maxAge, 1) * groups.tick;
  const alphaHere = (alpha * phasesOf(near.name)) / phasesOf(name);
  const leaving = a > 0 ? [Math.log(a / b), Math.log(a + b)] : STARTS[0]!.slice(2);
  return insideBox(Float64Array.of(Math.log(r), Math.log(alphaHere / longest), ...leaving));
}

function parametersOf(name: PurchaseModelName, groups: PurchaseGroups): PurchaseFit['paramsAt'] {
  const longest = Math.max(groups.maxAge, 1) * groups.tick;
  return (coordinates) => {
    const r = Math.exp(coordinates[0]!);
    const alpha = longest * Math.exp(coordinates[1]!);
    if (name === 'nbd') return { r, alpha, a: 0, b: 1 };
    const total = Math.exp(coordinates[3]!);
    return { r, alpha, a: total * logistic(coordinates[2]!), b: total * logistic(-coordinates[2]!) };
  };
}

/** Mean negative log-likelihood per customer, with walls around the box and, where asked, the prior. */
function objectiveOf(
  name: PurchaseModelName,
  groups: PurchaseGroups,
  paramsAt: PurchaseFit['paramsAt'],
  weakPrior: boolean,
): Objective {
  const likelihood = purchaseLikelihood(name, groups);
  const customers = totalWeight(groups);
  const slope = new Float64Array(4);
  return (point, gradient) => {
    const params = paramsAt(point);
    const { r, alpha, a, b } = params;
    let value = -likelihood(params, slope) / customers;
    const share = a / (a + b);
    gradient[0] = (-slope[0]! * r) / customers;
    gradient[1] = (-slope[1]! * alpha) / customers;
    if (name !== 'nbd') {
      gradient[2] = (-share * b * (slope[2]! - slope[3]!)) / customers;
      gradient[3] = (-slope[2]! * a - slope[3]! * b) / customers;
    }
    for (let i = 0; i < point.length; i++) {
      const outside = Math.max(0, point[i]! - HIGHEST[i]!) + Math.min(0, point[i]! - LOWEST[i]!);
      value += 0.5 * outside * outside;
      gradient[i]! += outside;
      if (!weakPrior) continue;
      const deviation = (point[i]! - PRIOR_CENTRE[i]!) / PRIOR_SPREAD[i]!;
      value += (0.5 * deviation * deviation) / customers;
      gradient[i]! += deviation / PRIOR_SPREAD[i]! / customers;
    }
    return value;
  };
}

interface Polished {
  readonly polished: Float64Array;
  readonly hessian: Float64Array | null;
  readonly gradientSize: number;
}

function unpolished(objective: Objective, polished: Float64Array): Polished {
  const gradient = new Float64Array(polished.length);
  objective(polished, gradient);
  return { polished, hessian: null, gradientSize: Math.max(...gradient.map(Math.abs)) };
}

/** Two Newton steps: BFGS stops where rounding hides the decrease, the gradient still shows the way. */
function newtonPolish(objective: Objective, start: Float64Array): Polished {
  const size = start.length;
  const gradient = new Float64Array(size);
  let point = start;
  objective(point, gradient);
  let gradientSize = Math.max(...gradient.map(Math.abs));
  const hessian = hessianOf(objective, point);
  const inverse = invertPositiveDefinite(hessian, size);
  for (let round = 0; round < 2 && inverse !== null; round++) {
    const next = point.map((value, i) => {
      let move = 0;
      for (let j = 0; j < size; j++) move += inverse[i * size + j]! * gradient[j]!;
      return value - move;
    });
    const nextGradient = new Float64Array(size);
    objective(next, nextGradient);
    const nextSize = Math.max(...nextGradient.map(Math.abs));
    if (!(nextSize < gradientSize)) break;
    point = next;
    gradient.set(nextGradient);
    gradientSize = nextSize;
  }
  return { polished: point, hessian, gradientSize };
}

function totalWeight(groups: PurchaseGroups): number {
  return groups.weight.reduce((sum, weight) => sum + weight, 0);
}
