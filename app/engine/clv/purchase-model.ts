import { logistic } from '../numeric/logistic';
import { phaseSum, phaseSumBySilence } from './phase-weights';

/**
 * How customers buy until they leave. A purchase takes k phases of exponential length, at a rate that is
 * Gamma(r, alpha) over customers: k = 1 are Poisson purchases, with more of them purchases come more regularly.
 * The models differ in k and in when a customer can leave, with a probability that is Beta(a, b):
 *  - `bg-nbd`: k = 1, after each repeat purchase (Fader, Hardie & Lee 2005): a one-time buyer is alive for ever;
 *  - `mbg-nbd`: k = 1, after each purchase, the first included (Batislam, Denizel & Filiztekin 2007);
 *  - `mbg-cnbd-2`, `mbg-cnbd-3`: the same with k = 2 and 3 (Reutterer, Platzer & Schröder 2021, MBG/CNBD-k);
 *  - `nbd`: k = 1, never.
 */
export type PurchaseModelName = 'bg-nbd' | 'mbg-nbd' | 'mbg-cnbd-2' | 'mbg-cnbd-3' | 'nbd';

/** `alpha` in time units (days, unless a test says weeks); `a` is 0 and `b` 1 for `nbd`. */
export interface PurchaseParams {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface PurchaseModel {
  readonly name: PurchaseModelName;
  readonly params: PurchaseParams;
}

/** What the models see of a customer; times in the time units of `alpha`. */
export interface PurchaseHistory {
  /** Repeat purchases x. */
  readonly frequency: number;
  /** Age at the last purchase t_x. */
  readonly recency: number;
  /** Age now T. */
  readonly age: number;
}

/** Phases of a gap between two purchases. */
export function phasesOf(name: PurchaseModelName): number {
  if (name === 'mbg-cnbd-2') return 2;
  return name === 'mbg-cnbd-3' ? 3 : 1;
}

/** Chances to leave that a living customer with `frequency` repeat purchases has taken and survived. */
export function survivedChances(name: PurchaseModelName, frequency: number): number {
  if (name === 'nbd') return 0;
  return name === 'bg-nbd' ? frequency : frequency + 1;
}

/**
 * Probability that the customer has not left: `1 / (1 + a / (b + n - 1) ((alpha + T) / (alpha + t_x))^(r + k x) / P)`,
 * n the chances survived, P the sum of the phase weights, 1 for k = 1 (Fader, Hardie & Lee 2008, "Computing P(alive)
 * using the BG/NBD model"; MBG/NBD has n = x + 1).
 */
export function probabilityAlive(model: PurchaseModel, customer: PurchaseHistory): number {
  const { r, alpha, a, b } = model.params;
  const { frequency, recency, age } = customer;
  const chances = survivedChances(model.name, frequency);
  if (chances === 0) return 1;
  const phases = phasesOf(model.name);
  const shape = r + phases * frequency;
  const silent = (age - recency) / (alpha + age);
  const logOddsLeft =
    Math.log(a / (b + chances - 1)) +
    shape * Math.log1p((age - recency) / (alpha + recency)) -
    Math.log(phaseSum(phases, shape, silent));
  return logistic(-logOddsLeft);
}

/**
 * Probability of at least one purchase in the next `horizon`, given that the customer is alive now:
 * `1 - ((alpha + T) / (alpha + T + h))^(r + k x) P(u') / P(u)` with the silent shares u now and u' at the end of a
 * horizon without purchase. Exact, because leaving comes only after a purchase.
 */
export function probabilityOfPurchaseIfAlive(
  model: PurchaseModel,
  customer: PurchaseHistory,
  horizon: number,
): number {
  const { r, alpha } = model.params;
  const { frequency, recency, age } = customer;
  const phases = phasesOf(model.name);
  const shape = r + phases * frequency;
  const logNoPhase = -shape * Math.log1p(horizon / (alpha + age));
  if (phases === 1) return -Math.expm1(logNoPhase);
  const now = phaseSum(phases, shape, (age - recency) / (alpha + age));
  const then = phaseSum(phases, shape, (age + horizon - recency) / (alpha + age + horizon));
  return Math.max(0, 1 - (Math.exp(logNoPhase) * then) / now);
}

/**
 * Time until the next purchase that a living customer stays below with `probability`. For k = 1 the quantile of the
 * Lomax law `P(time > t) = (1 + t / (alpha + T))^-(r + x)`; otherwise that survival, with P(u') / P(u), is inverted:
 * its negative logarithm is convex in v = log(1 + t / (alpha + T)), so Newton's method from the right never misses.
 */
export function nextPurchaseQuantile(
  model: PurchaseModel,
  customer: PurchaseHistory,
  probability: number,
): number {
  const { r, alpha } = model.params;
  const { frequency, recency, age } = customer;
  const phases = phasesOf(model.name);
  const shape = r + phases * frequency;
  const target = -Math.log1p(-probability);
  if (phases === 1) return (alpha + age) * Math.expm1(target / shape);
  // 1 - u' shrinks from `bought` by exp(-v).
  const bought = (alpha + recency) / (alpha + age);
  const logNow = Math.log(phaseSum(phases, shape, 1 - bought));
  let v = (target + Math.log(phaseSum(phases, shape, 1)) - logNow) / shape;
  for (let round = 0; round < 60; round++) {
    const left = bought * Math.exp(-v);
    const sum = phaseSum(phases, shape, 1 - left);
    const excess = shape * v - Math.log(sum) + logNow - target;
    const slope = shape - (phaseSumBySilence(phases, shape, 1 - left) * left) / sum;
    if (!(slope > 0)) break;
    const step = Math.min(excess / slope, 0.9 * v);
    v -= step;
    // The error is squared by each step: nothing is left of one this small.
    if (step < 1e-8 * v) break;
  }
  return (alpha + age) * Math.expm1(v);
}
