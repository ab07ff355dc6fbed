import { addCombination, transposeTimes } from '../numeric/dense-columns';
import { factorInPlace, invertFactorInto, solveFactored } from '../numeric/factor-in-place';

/**
 * Columns of the baseline as the likelihood wants them: each multiplied by the standard deviation of its Gaussian prior
 * (so that every coefficient is N(0, 1)) and each row divided by the scale of its noise.
 */
export interface WhiteDesign {
  readonly rows: number;
  readonly count: number;
  /** Column-major, `count * rows`. */
  readonly columns: Float32Array;
}

/**
 * Likelihood of residuals `r = X g + e` with the coefficients `g ~ N(0, I)` integrated out and stationary AR(1) noise
 * `e_t = phi e_(t-1) + sigma u_t`.
 *
 * The precision of the noise is `G / sigma^2` with `G = I - phi T + phi^2 S`: T has ones beside the diagonal, S is the
 * identity without its first and last entry. So all Gram matrices are polynomials in phi, and with
 * `A = X'G X + sigma^2 I`, `g = A^-1 X'G r` (Woodbury) everything is a solve with A:
 *
 * `-2 ln p = n ln(2 pi sigma^2) - ln(1 - phi^2) + ln|A| - k ln sigma^2 + (r'G r - r'G X g) / sigma^2`
 */
export interface BaselineLikelihood {
  /**
   * @param residuals r; left as they are
   * @param gradient filled with d ln p / d r
   * @returns ln p, or -Infinity where rounding defeats the factor
   */
  readonly evaluate: (residuals: Float64Array, phi: number, sigma: number, gradient: Float64Array) => number;
  /** Derivatives of the last value by phi and by ln sigma. */
  readonly byPhi: () => number;
  readonly byLogSigma: () => number;
  /** Posterior mean of the coefficients at the last point, and the factor of their precision times sigma^2. */
  readonly coefficients: Float64Array;
  readonly factor: Float64Array;
}

export function createBaselineLikelihood(design: WhiteDesign): BaselineLikelihood {
  const { rows, count, columns } = design;
  const [plain, beside, inner] = gramMatrices(design);
  const factor = new Float64Array(count * count);
  const inverse = new Float64Array(count * count);
  const coefficients = new Float64Array(count);
  const filtered = new Float64Array(rows);
  const left = new Float64Array(rows);
  let byPhi = 0;
  let byLogSigma = 0;

  function evaluate(residuals: Float64Array, phi: number, sigma: number, gradient: Float64Array): number {
    const variance = sigma * sigma;
    for (let i = 0; i < count; i++) {
      const row = i * count;
      for (let j = 0; j <= i; j++) {
        factor[row + j] = plain[row + j]! - phi * beside[row + j]! + phi * phi * inner[row + j]!;
      }
      factor[row + i]! += variance;
    }
    const logDeterminant = factorInPlace(factor, count);
    if (Number.isNaN(logDeterminant)) return -Infinity;

    applyPrecision(residuals, phi, filtered);
    transposeTimes(columns, rows, count, filtered, coefficients);
    solveFactored(factor, count, coefficients);
    left.set(residuals);
    addCombination(columns, rows, count, coefficients, -1, left);
    applyPrecision(left, phi, gradient);
    let quadratic = 0;
    for (let t = 0; t < rows; t++) {
      quadratic += residuals[t]! * gradient[t]!;
      gradient[t]! /= -variance;
    }

    let squares = 0;
    for (let i = 0; i < count; i++) squares += coefficients[i]! ** 2;
    invertFactorInto(factor, count, inverse);
    const [traceByPhi, trace] = traces(phi);
    // The coefficients minimise the quadratic form, so their own movement does not count (envelope theorem).
    byPhi = -phi / (1 - phi * phi) - traceByPhi / 2 - precisionByPhi(left, phi) / (2 * variance);
    byLogSigma = count - rows - variance * trace - squares + quadratic / variance;
    return (
      -0.5 *
      (rows * Math.log(2 * Math.PI * variance) -
        Math.log1p(-phi * phi) +
        logDeterminant -
        count * Math.log(variance) +
        quadratic / variance)
    );
  }

  /** tr(A^-1 dA/dphi) and tr(A^-1), from rows of L^-T. */
  function traces(phi: number): [number, number] {
    let byPhi = 0;
    let plainTrace = 0;
    for (let i = 0; i < count; i++) {
      const rowI = i * count;
      for (let j = 0; j <= i; j++) {
        const rowJ = j * count;
        let entry = 0;
        for (let k = i; k < count; k++) entry += inverse[rowI + k]! * inverse[rowJ + k]!;
        const slope = 2 * phi * inner[rowI + j]! - beside[rowI + j]!;
        byPhi += (i === j ? 1 : 2) * entry * slope;
        if (i === j) plainTrace += entry;
      }
    }
    return [byPhi, plainTrace];
  }

  return {
    evaluate,
    byPhi: () => byPhi,
    byLogSigma: () => byLogSigma,
    coefficients,
    factor,
  };
}

/** `out = G v`. */
function applyPrecision(vector: Float64Array, phi: number, out: Float64Array): void {
  const last = vector.length - 1;
  const middle = 1 + phi * phi;
  if (last < 1) throw new RangeError('a series needs two rows');
  out[0] = vector[0]! - phi * vector[1]!;
  for (let t = 1; t < last; t++) out[t] = middle * vector[t]! - phi * (vector[t - 1]! + vector[t + 1]!);
  out[last] = vector[last]! - phi * vector[last - 1]!;
}

/** `v' (dG/dphi) v`. */
function precisionByPhi(vector: Float64Array, phi: number): number {
  let neighbours = 0;
  let squares = 0;
  for (let t = 1; t < vector.length; t++) neighbours += vector[t]! * vector[t - 1]!;
  for (let t = 1; t < vector.length - 1; t++) squares += vector[t]! ** 2;
  return 2 * phi * squares - 2 * neighbours;
}

/** X'X, X'T X and X'S X, row-major. */
function gramMatrices({
  rows,
  count,
  columns,
}: WhiteDesign): readonly [Float64Array, Float64Array, Float64Array] {
  const plain = new Float64Array(count * count);
  const beside = new Float64Array(count * count);
  const inner = new Float64Array(count * count);
  const out = new Float64Array(count);
  const neighbours = new Float64Array(rows);
  for (let i = 0; i < count; i++) {
    const column = Float64Array.from(columns.subarray(i * rows, (i + 1) * rows));
    transposeTimes(columns, rows, count, column, out);
    plain.set(out, i * count);
    for (let t = 0; t < rows; t++) neighbours[t] = (column[t - 1] ?? 0) + (column[t + 1] ?? 0);
    transposeTimes(columns, rows, count, neighbours, out);
    beside.set(out, i * count);
    for (let j = 0; j < count; j++) {
      inner[i * count + j] =
        plain[i * count + j]! -
        column[0]! * columns[j * rows]! -
        column[rows - 1]! * columns[(j + 1) * rows - 1]!;
    }
  }
  return [plain, beside, inner];
}
