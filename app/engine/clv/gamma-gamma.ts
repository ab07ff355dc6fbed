import { hessianOf, minimize, type Objective } from '../numeric/bfgs';
import { invertPositiveDefinite } from '../numeric/cholesky';
import { digamma } from '../numeric/digamma';
import { logGamma } from '../numeric/log-gamma';

/**
 * Order values of a customer are Gamma(p, nu), nu is Gamma(q, v) over customers (Fader & Hardie 2013, "The
 * Gamma-Gamma model of monetary value"). q > 1, so that the mean over customers exists; v in currency units.
 */
export interface GammaGammaParams {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface GammaGammaFit {
  readonly params: GammaGammaParams;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly converged: boolean;
  /** log p, log(q - 1), log v at the optimum, and their covariance (`null` when the data do not pin it down). */
  readonly coordinates: Float64Array;
  readonly covariance: Float64Array | null;
}

const SAMPLE = 20_000;
const LOWEST = [-4, -7, -12];
const HIGHEST = [7, 5, 12];
const PRIOR_CENTRE = [1, 0.7, 0];
const PRIOR_SPREAD = [1.5, 1.5, 3];

/**
 * Maximum likelihood from order counts and mean values.
 * @param orders orders of each customer, at least 1
 * @param means their mean value, above 0, currency units
 * @param weakPrior a bell curve on each coordinate worth about one customer; `false` to compare with published numbers
 */
export function fitGammaGamma(
  orders: Int32Array,
  means: Float64Array,
  options: { readonly weakPrior?: boolean } = {},
): GammaGammaFit {
  const weakPrior = options.weakPrior ?? true;
  const sorted = sortByOrders(orders, means);
  const { count, value } = sorted;
  // The scale of the currency leaves the fit: v is estimated relative to the typical order value.
  const scale = Math.exp(value.reduce((sum, m) => sum + Math.log(m), 0) / Math.max(1, value.length));
  const scaled = value.map((m) => m / scale);
  const onAll = objectiveOf(count, scaled, weakPrior);
  let point: Float64Array = Float64Array.of(1, 0.7, 0.7);
  const stride = Math.floor(count.length / SAMPLE);
  if (stride > 1) {
    const everyKth = <T extends Int32Array | Float64Array>(values: T): T =>
      values.filter((_, i) => i % stride === 0) as T;
    const onSample = objectiveOf(everyKth(count), everyKth(scaled), weakPrior);
    point = minimize(onSample, point, { gradientTolerance: 1e-7 }).point;
    const inverse = invertPositiveDefinite(hessianOf(onSample, point), 3);
    point = minimize(onAll, point, inverse ? { inverseHessian: inverse, gradientTolerance: 1e-8 } : {}).point;
  } else {
    point = minimize(onAll, point, { gradientTolerance: 1e-9 }).point;
  }
  const gradient = new Float64Array(3);
  onAll(point, gradient);
  const inverse = invertPositiveDefinite(hessianOf(onAll, point), 3);
  const coordinates = point.map((x, i) => Math.min(HIGHEST[i]!, Math.max(LOWEST[i]!, x)));
  const atWall = coordinates.some((x, i) => x !== point[i]);
  coordinates[2]! += Math.log(scale);
  const params = gammaGammaAt(coordinates);
  return {
    params,
    logLikelihood: likelihoodAt(params, count, value, new Float64Array(3)),
    customers: count.length,
    converged: !atWall && Math.max(...gradient.map(Math.abs)) < 1e-5,
    coordinates,
    covariance: inverse?.map((x) => x / count.length) ?? null,
  };
}

export function gammaGammaAt(coordinates: ArrayLike<number>): GammaGammaParams {
  return { p: Math.exp(coordinates[0]!), q: 1 + Math.exp(coordinates[1]!), v: Math.exp(coordinates[2]!) };
}

/**
 * Mean value of a customer's future orders: `p (v + n m) / (p n + q - 1)`, between their own mean and the shop's.
 * @param orders n, may be 0; then the shop's mean `p v / (q - 1)`
 * @param total n m, currency units
 */
export function expectedOrderValue({ p, q, v }: GammaGammaParams, orders: number, total: number): number {
  return (p * (v + total)) / (p * orders + q - 1);
}

function objectiveOf(count: Int32Array, value: Float64Array, weakPrior: boolean): Objective {
  const slope = new Float64Array(3);
  const customers = count.length;
  return (point, gradient) => {
    const params = gammaGammaAt(point);
    let result = -likelihoodAt(params, count, value, slope) / customers;
    gradient[0] = (-slope[0]! * params.p) / customers;
    gradient[1] = (-slope[1]! * (params.q - 1)) / customers;
    gradient[2] = (-slope[2]! * params.v) / customers;
    for (let i = 0; i < 3; i++) {
      const outside = Math.max(0, point[i]! - HIGHEST[i]!) + Math.min(0, point[i]! - LOWEST[i]!);
      result += 0.5 * outside * outside;
      gradient[i]! += outside;
      if (!weakPrior) continue;
      const deviation = (point[i]! - PRIOR_CENTRE[i]!) / PRIOR_SPREAD[i]!;
      result += (0.5 * deviation * deviation) / customers;
      gradient[i]! += deviation / PRIOR_SPREAD[i]! / customers;
    }
    return result;
  };
}

/**
 * `sum of ln G(pn+q) - ln G(pn) - ln G(q) + q ln v + (pn-1) ln m + pn ln n - (pn+q) ln(v + n m)` (Fader & Hardie 2013,
 * eq. 1a); fills `gradient` with the derivatives by p, q, v. Counts ascend: gamma terms are computed once a count.
 */
function likelihoodAt(
  { p, q, v }: GammaGammaParams,
  count: Int32Array,
  value: Float64Array,
  gradient: Float64Array,
): number {
  const logGammaQ = logGamma(q);
  const digammaQ = digamma(q);
  const logV = Math.log(v);
  let result = 0;
  let byP = 0;
  let byQ = 0;
  let byV = 0;
  for (let i = 0; i < count.length;) {
    const n = count[i]!;
    const shape = p * n;
    let customers = 0;
    let sumLogValue = 0;
    let sumLogRate = 0;
    let sumInverseRate = 0;
    for (; i < count.length && count[i] === n; i++) {
      const m = value[i]!;
      const rate = v + n * m;
      customers++;
      sumLogValue += Math.log(m);
      sumLogRate += Math.log(rate);
      sumInverseRate += 1 / rate;
    }
    const logN = Math.log(n);
    const rise = digamma(shape + q);
    result +=
      customers * (logGamma(shape + q) - logGamma(shape) - logGammaQ + q * logV + shape * logN) +
      (shape - 1) * sumLogValue -
      (shape + q) * sumLogRate;
    byP += n * (customers * (rise - digamma(shape) + logN) + sumLogValue - sumLogRate);
    byQ += customers * (rise - digammaQ + logV) - sumLogRate;
    byV += (customers * q) / v - (shape + q) * sumInverseRate;
  }
  gradient[0] = byP;
  gradient[1] = byQ;
  gradient[2] = byV;
  return result;
}

/** Customers by order count, then mean value: sums do not depend on the order of the customers. */
function sortByOrders(
  orders: Int32Array,
  means: Float64Array,
): { readonly count: Int32Array; readonly value: Float64Array } {
  const count = Int32Array.from(orders).sort();
  const value = new Float64Array(orders.length);
  const next = new Map<number, number>();
  count.forEach((n, i) => {
    if (!next.has(n)) next.set(n, i);
  });
  orders.forEach((n, i) => {
    const to = next.get(n)!;
    value[to] = means[i]!;
    next.set(n, to + 1);
  });
  for (let from = 0; from < count.length;) {
    const to = next.get(count[from]!)!;
    value.subarray(from, to).sort();
    from = to;
  }
  return { count, value };
}
