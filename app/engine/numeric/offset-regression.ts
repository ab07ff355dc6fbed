import { choleskyFactor, solveWithFactor } from './cholesky';
import { logistic } from './logistic';

export interface OffsetRegressionRows {
  /** Row-major, `size` x `columns`; the intercept is a column of ones. */
  readonly design: Float64Array;
  readonly columns: number;
  /** Known part of the linear predictor. */
  readonly offset: Float64Array;
  /** Cases that a row stands for, and the sum of their outcomes. */
  readonly cases: Float64Array;
  readonly outcomes: Float64Array;
}

const MOST_ROUNDS = 40;
const LARGEST_STEP = 1;
/** Newton's steps square their error: the one after this would be beyond rounding. */
const SETTLED = 1e-6;
const LOWEST_PREDICTOR = -30;
const HIGHEST_PREDICTOR = 12;

/**
 * Generalised linear model with an offset and a ridge, by Newton's method (iteratively reweighted least squares): the
 * logarithm of a Poisson mean, or the logit of a probability. The ridge makes it strictly concave: one optimum, also
 * where an outcome never happened.
 * @param ridge penalty of each coefficient, at least a little above 0
 * @returns one coefficient a column; zeros where rounding defeats the solver, which corrects nothing
 */
export function fitOffsetRegression(
  family: 'poisson' | 'logistic',
  { design, columns, offset, cases, outcomes }: OffsetRegressionRows,
  ridge: Float64Array,
): Float64Array {
  const size = offset.length;
  let coefficients: Float64Array = new Float64Array(columns);
  const information = new Float64Array(columns * columns);
  const score = new Float64Array(columns);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    information.fill(0);
    score.fill(0);
    for (let i = 0; i < size; i++) {
      const row = i * columns;
      let predictor = offset[i]!;
      for (let j = 0; j < columns; j++) predictor += coefficients[j]! * design[row + j]!;
      predictor = Math.min(HIGHEST_PREDICTOR, Math.max(LOWEST_PREDICTOR, predictor));
      const mean = family === 'poisson' ? Math.exp(predictor) : logistic(predictor);
      const weight = cases[i]! * (family === 'poisson' ? mean : mean * (1 - mean));
      const residual = outcomes[i]! - cases[i]! * mean;
      for (let j = 0; j < columns; j++) {
        const value = design[row + j]!;
        score[j]! += residual * value;
        for (let k = 0; k <= j; k++) information[j * columns + k]! += weight * value * design[row + k]!;
      }
    }
    for (let j = 0; j < columns; j++) {
      score[j]! -= ridge[j]! * coefficients[j]!;
      information[j * columns + j]! += ridge[j]!;
    }
    const factor = choleskyFactor(information, columns);
    if (factor === null) return new Float64Array(columns);
    const step = solveWithFactor(factor, score);
    let largest = 0;
    for (const move of step) largest = Math.max(largest, Math.abs(move));
    // The whole step is scaled: cutting single components would leave the way down where columns are alike.
    const scale = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1;
    coefficients = coefficients.map((value, j) => value + scale * step[j]!);
    if (largest < SETTLED) break;
  }
  return coefficients.every(Number.isFinite) ? coefficients : new Float64Array(columns);
}
