import { choleskyFactor, invertPositiveDefinite, solveWithFactor } from '~/engine/numeric/cholesky';
import { logistic } from '~/engine/numeric/logistic';
import { logOdds } from './log-odds';
import type { Offer } from './offer';
import { discountPull } from './response-model';

/** Customers of one campaign who had the same offer and nearly the same baseline. */
export interface ResponseCell {
  readonly offer: Offer;
  readonly customers: number;
  /** Of them, those with an order in their window, with the code or without. */
  readonly bought: number;
  /** Mean probability of that if left alone, by the retention fit at the time. */
  readonly baseline: number;
}

/**
 * Normal approximation of what is known of `b` in the next campaign, `tau0 + pull exp(lambda)` and `lambda`, in this
 * order. The second is the effect of an offer as large as those that were made: campaigns pin it down while they leave
 * open how much of it the message did, so a normal law fits it where it would bend around `tau0`.
 */
export interface ResponsePosterior {
  readonly mean: readonly number[];
  /** Mean `g(d)` of the offers made so far. */
  readonly pull: number;
  /** Row-major, 3 x 3. */
  readonly covariance: readonly number[];
  readonly campaigns: number;
  readonly customers: number;
}

interface Prior {
  readonly mean: number;
  readonly sd: number;
}

/**
 * A campaign's own share of `b`: a Christmas is no January. With it, b of any campaign is N(0, 0.4^2), and seasons are
 * not taken for effects of offers.
 */
const CAMPAIGN_SD = 0.2;
const PRIORS: readonly Prior[] = [
  { mean: 0, sd: Math.sqrt(0.4 ** 2 - CAMPAIGN_SD ** 2) },
  { mean: 0.12, sd: 0.15 },
  { mean: Math.log(0.5), sd: 0.8 },
];
const SHARED = PRIORS.length;
const LAMBDA = 2;
const MOST_ROUNDS = 60;
const LARGEST_STEP = 1;
const SETTLED = 1e-9;

/**
 * What all campaigns of a shop say about its customers' answer to offers: the mode of the posterior by Newton's method
 * and the curvature there (Laplace). Without any campaign it is the prior:
 * `b ~ N(0, 0.4^2)`, `tau0 ~ N(0.12, 0.15^2)`, `lambda ~ N(ln 0.5, 0.8^2)`.
 * @param campaigns cells of each; those without a hold-out teach next to nothing, but do no harm
 * @throws RangeError when a cell counts more buyers than customers
 */
export function fitResponse(campaigns: readonly (readonly ResponseCell[])[]): ResponsePosterior {
  const rows = campaigns.flatMap((cells, campaign) => cells.map((cell) => rowOf(cell, campaign)));
  const priors = [...PRIORS, ...campaigns.map((): Prior => ({ mean: 0, sd: CAMPAIGN_SD }))];
  let point = priors.map(({ mean }) => mean);
  let height = heightAt(rows, priors, point);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { gradient, information } = slopesAt(rows, priors, point, false);
    const factor = choleskyFactor(information, point.length);
    if (factor === null) break;
    const step = solveWithFactor(factor, gradient);
    const largest = step.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
    let scale = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1;
    let next = moved(point, step, scale);
    let nextHeight = heightAt(rows, priors, next);
    // Scoring steps may go too far where lambda bends the likelihood.
    while (nextHeight < height && scale > SETTLED) {
      scale /= 2;
      next = moved(point, step, scale);
      nextHeight = heightAt(rows, priors, next);
    }
    if (nextHeight < height) break;
    point = next;
    height = nextHeight;
    if (largest < SETTLED) break;
  }
  const [b = 0, tau0 = 0, lambda = 0] = point;
  const pull = meanPull(rows);
  return {
    mean: [b, tau0 + pull * Math.exp(lambda), lambda],
    pull,
    covariance: sheared(covarianceAt(rows, priors, point), point.length, pull * Math.exp(lambda)),
    campaigns: campaigns.length,
    customers: rows.reduce((sum, { customers }) => sum + customers, 0),
  };
}

interface Row {
  readonly campaign: number;
  readonly contacted: number;
  readonly pull: number;
  readonly customers: number;
  readonly bought: number;
  readonly logOdds: number;
}

function rowOf({ offer, customers, bought, baseline }: ResponseCell, campaign: number): Row {
  if (!(bought >= 0 && bought <= customers)) {
    throw new RangeError(`bought must lie between 0 and the ${customers} customers: ${bought}`);
  }
  const contacted = offer === 'leave-alone' ? 0 : 1;
  const pull = offer === 'leave-alone' ? 0 : discountPull(offer);
  return { campaign, contacted, pull, customers, bought, logOdds: logOdds(baseline) };
}

function predictorAt(row: Row, point: readonly number[]): number {
  const [b = 0, tau0 = 0, lambda = 0] = point;
  const own = point[SHARED + row.campaign] ?? 0;
  return row.logOdds + b + own + row.contacted * tau0 + row.pull * Math.exp(lambda);
}

/** Log posterior but for a constant. */
function heightAt(rows: readonly Row[], priors: readonly Prior[], point: readonly number[]): number {
  let height = 0;
  priors.forEach(({ mean, sd }, i) => (height -= 0.5 * (((point[i] ?? 0) - mean) / sd) ** 2));
  for (const row of rows) {
    const predictor = predictorAt(row, point);
    // log p and log (1 - p) without taking either to 0.
    const soft = Math.log1p(Math.exp(-Math.abs(predictor)));
    height += row.bought * (Math.min(0, predictor) - soft);
    height += (row.customers - row.bought) * (Math.min(0, -predictor) - soft);
  }
  return height;
}

/** @param observed the true curvature instead of its expectation, which is always positive definite */
function slopesAt(
  rows: readonly Row[],
  priors: readonly Prior[],
  point: readonly number[],
  observed: boolean,
): { readonly gradient: Float64Array; readonly information: Float64Array } {
  const size = point.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const add = (i: number, j: number, value: number): void => {
    information[i * size + j] = (information[i * size + j] ?? 0) + value;
  };
  priors.forEach(({ mean, sd }, i) => {
    gradient[i] = (mean - (point[i] ?? 0)) / sd ** 2;
    add(i, i, 1 / sd ** 2);
  });
  const strength = Math.exp(point[LAMBDA] ?? 0);
  for (const row of rows) {
    const chance = logistic(predictorAt(row, point));
    const residual = row.bought - row.customers * chance;
    const weight = row.customers * chance * (1 - chance);
    const terms: readonly (readonly [number, number])[] = [
      [0, 1],
      [1, row.contacted],
      [LAMBDA, strength * row.pull],
      [SHARED + row.campaign, 1],
    ];
    for (const [i, x] of terms) {
      gradient[i] = (gradient[i] ?? 0) + residual * x;
      for (const [j, y] of terms) add(i, j, weight * x * y);
    }
    if (observed) add(LAMBDA, LAMBDA, -residual * strength * row.pull);
  }
  return { gradient, information };
}

function covarianceAt(
  rows: readonly Row[],
  priors: readonly Prior[],
  point: readonly number[],
): Float64Array {
  const size = point.length;
  const curvature = slopesAt(rows, priors, point, true).information;
  const expected = slopesAt(rows, priors, point, false).information;
  const covariance = invertPositiveDefinite(curvature, size) ?? invertPositiveDefinite(expected, size);
  if (covariance === null) throw new Error('the information of a proper prior is not positive definite');
  return covariance;
}

function meanPull(rows: readonly Row[]): number {
  let pull = 0;
  let customers = 0;
  for (const row of rows) {
    pull += row.contacted * row.customers * row.pull;
    customers += row.contacted * row.customers;
  }
  return customers > 0 ? pull / customers : 0;
}

/** Covariance of the three shared coordinates when `slope` times the third is added to the second. */
function sheared(covariance: Float64Array, size: number, slope: number): readonly number[] {
  const at = (i: number, j: number): number => covariance[i * size + j] ?? 0;
  const half = (i: number, j: number): number => at(i, j) + (j === 1 ? slope * at(i, LAMBDA) : 0);
  const full = (i: number, j: number): number => half(i, j) + (i === 1 ? slope * half(LAMBDA, j) : 0);
  const shared = Array.from({ length: SHARED ** 2 }, (_, k) => full(Math.floor(k / SHARED), k % SHARED));
  // The next campaign has a share of b of its own again.
  shared[0] = (shared[0] ?? 0) + CAMPAIGN_SD ** 2;
  return shared;
}

function moved(point: readonly number[], step: Float64Array, scale: number): number[] {
  return point.map((value, i) => value + scale * (step[i] ?? 0));
}
