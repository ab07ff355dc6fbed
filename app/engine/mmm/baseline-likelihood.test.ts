import { describe, expect, it } from 'vitest';
import { factorInPlace, solveFactored } from '../numeric/factor-in-place';
import { createRng, nextNormal } from '../numeric/rng';
import { createBaselineLikelihood } from './baseline-likelihood';

const ROWS = 30;
const COUNT = 5;
const rng = createRng(2, 'baseline');
const columns = Float32Array.from({ length: ROWS * COUNT }, () => nextNormal(rng));
const residuals = Float64Array.from({ length: ROWS }, () => nextNormal(rng));

/** The same density by its definition: one normal with the covariance of all rows. */
function bruteForce(phi: number, sigma: number): number {
  const covariance = new Float64Array(ROWS * ROWS);
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < ROWS; j++) {
      let sum = (sigma ** 2 * phi ** Math.abs(i - j)) / (1 - phi ** 2);
      for (let k = 0; k < COUNT; k++) sum += columns[k * ROWS + i]! * columns[k * ROWS + j]!;
      covariance[i * ROWS + j] = sum;
    }
  }
  const logDeterminant = factorInPlace(covariance, ROWS);
  const solved = residuals.slice();
  solveFactored(covariance, ROWS, solved);
  const quadratic = solved.reduce((sum, value, t) => sum + value * residuals[t]!, 0);
  return -0.5 * (ROWS * Math.log(2 * Math.PI) + logDeterminant + quadratic);
}

describe('the likelihood without the baseline’s coefficients', () => {
  const likelihood = createBaselineLikelihood({ rows: ROWS, count: COUNT, columns });
  const gradient = new Float64Array(ROWS);

  it.each([
    [0, 1],
    [0.6, 0.4],
    [-0.3, 2],
    [0.95, 0.1],
  ])('is the normal density of all rows at phi %f and sigma %f, to 1e-9', (phi, sigma) => {
    expect(likelihood.evaluate(residuals, phi, sigma, gradient)).toBeCloseTo(bruteForce(phi, sigma), 9);
  });

  it('has the derivatives of central differences by residual, phi and ln sigma', () => {
    const [phi, sigma, step] = [0.4, 0.5, 1e-5];
    const scratch = new Float64Array(ROWS);
    likelihood.evaluate(residuals, phi, sigma, gradient);
    const [byPhi, byLogSigma] = [likelihood.byPhi(), likelihood.byLogSigma()];
    expect(byPhi).toBeCloseTo(
      (bruteForce(phi + step, sigma) - bruteForce(phi - step, sigma)) / (2 * step),
      5,
    );
    expect(byLogSigma).toBeCloseTo(
      (bruteForce(phi, sigma * Math.exp(step)) - bruteForce(phi, sigma * Math.exp(-step))) / (2 * step),
      5,
    );
    for (const t of [0, 7, ROWS - 1]) {
      const above = residuals.slice();
      const below = residuals.slice();
      above[t]! += step;
      below[t]! -= step;
      const numeric =
        (likelihood.evaluate(above, phi, sigma, scratch) - likelihood.evaluate(below, phi, sigma, scratch)) /
        (2 * step);
      expect(gradient[t]).toBeCloseTo(numeric, 5);
    }
  });
});
