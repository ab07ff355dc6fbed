import { logGamma } from '../numeric/log-gamma';
import { longPurchaseSum } from './long-purchase-sum';
import { phaseWeight } from './phase-weights';
import { PurchaseCounts } from './purchase-count';
import { phasesOf, survivedChances, type PurchaseHistory, type PurchaseModel } from './purchase-model';

/** Its tables only save work: they are filled anew for every other customer. */
const counts = new PurchaseCounts();

/**
 * Purchases expected in the next `horizon` from a customer who is alive now, the chance of leaving on the way
 * included.
 *
 * The closed form with 2F1 (Fader, Hardie & Lee 2005, eq. 10) is 0/0 at a = 1, cancels near it and overflows for heavy
 * buyers. The same number is a sum of positive terms: `sum over m >= 1 of P(at least m purchases)`, see
 * {@link PurchaseCounts}; or, for very long horizons, the integral of `E[(1 - (1 + p z)^-(r + x)) / p]` or
 * {@link longPurchaseSum}. All are smooth at a = 1 and finite everywhere.
 * @param horizon time units of `alpha`
 * @param tolerance of the sum, relative
 */
export function expectedPurchasesIfAlive(
  model: PurchaseModel,
  customer: PurchaseHistory,
  horizon: number,
  tolerance = 1e-12,
): number {
  if (horizon <= 0) return 0;
  const { r, alpha, a } = model.params;
  const { frequency, recency, age } = customer;
  const phases = phasesOf(model.name);
  const shape = r + phases * frequency;
  const z = horizon / (alpha + age);
  if (model.name === 'nbd') return shape * z;
  const stayed = model.params.b + survivedChances(model.name, frequency);
  counts.customer(shape, a, stayed, phases);
  const reached = counts.reaches(z);
  if (reached) counts.horizon(z, tolerance);
  const silent = (age - recency) / (alpha + age);
  let sum = 0;
  for (let phase = 0; phase < phases; phase++) {
    const mean = reached ? counts.mean(phase) : longMean(shape, z, a, stayed, phases, phase);
    sum += phaseWeight(phases, phase, shape, silent) * mean;
  }
  return sum;
}

/** Below this the trapezoid rule of the integral over leaving would have to walk too far. */
const LEAST_EXPONENT = 0.1;

/** Mean of {@link PurchaseCounts} for horizons beyond its reach. */
export function longMean(
  shape: number,
  z: number,
  a: number,
  stayed: number,
  phases: number,
  phase: number,
): number {
  return phases === 1 && Math.min(a, stayed) > LEAST_EXPONENT
    ? integralOverLeaving(shape, z, a, stayed)
    : longPurchaseSum(shape, z, a, stayed, phases, phase).mean;
}

/**
 * `E[(1 - (1 + p z)^-shape) / p]` for p ~ Beta(a, b): trapezoid rule in y = logit(p). The integrand decays
 * exponentially to both sides and is analytic in a strip, so halving the step squares the error (Trefethen & Weideman
 * 2014); halved until nothing changes.
 */
export function integralOverLeaving(shape: number, z: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const integrand = (y: number): number => {
    const logP = y > 0 ? -Math.log1p(Math.exp(-y)) : y - Math.log1p(Math.exp(y));
    const logQ = logP - y;
    const p = Math.exp(logP);
    const log = a * logP + b * logQ - logBeta;
    const buys = -Math.expm1(-shape * Math.log1p(p * z));
    return buys === 0 ? 0 : Math.exp(log) * (p > 1e-300 ? buys / p : shape * z);
  };
  // Far enough that exp(a y) on the left and exp(-b y) on the right are below rounding.
  const left = -(40 + Math.log1p(shape * z)) / Math.min(a, 1) - 10;
  const right = 45 / Math.min(b, 1) + 10;
  let step = 0.5;
  let sum = trapezoid(integrand, left, right, step, 0);
  for (let round = 0; round < 8; round++) {
    const finer = sum + trapezoid(integrand, left, right, step, step / 2);
    const before = sum * step;
    step /= 2;
    sum = finer;
    if (Math.abs(sum * step - before) <= 1e-13 * Math.abs(before)) break;
  }
  return sum * step;
}

function trapezoid(f: (y: number) => number, from: number, to: number, step: number, offset: number): number {
  let sum = 0;
  for (let i = Math.floor(from / step); i * step <= to; i++) sum += f(i * step + offset);
  return sum;
}
