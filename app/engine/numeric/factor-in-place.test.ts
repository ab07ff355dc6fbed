import { expect, test } from 'vitest';
import { choleskyFactor, solveWithFactor } from './cholesky';
import { factorInPlace, invertFactorInto, solveFactored, solveTransposed } from './factor-in-place';
import { createRng, nextNormal } from './rng';

const SIZE = 7;

/** A random matrix times its transpose, and a bit: surely positive definite. */
function positiveDefinite(seed: number): Float64Array {
  const rng = createRng(seed, 'factor');
  const root = new Float64Array(SIZE * SIZE).map(() => nextNormal(rng));
  return new Float64Array(SIZE * SIZE).map((_, k) => {
    const [i, j] = [Math.floor(k / SIZE), k % SIZE];
    let sum = i === j ? 0.5 : 0;
    for (let m = 0; m < SIZE; m++) sum += root[i * SIZE + m]! * root[j * SIZE + m]!;
    return sum;
  });
}

test('factor, solution and log determinant agree with the plain Cholesky to 1e-12', () => {
  const matrix = positiveDefinite(1);
  const plain = choleskyFactor(matrix, SIZE)!;
  const factor = matrix.slice();
  const logDeterminant = factorInPlace(factor, SIZE);
  let expected = 0;
  for (let i = 0; i < SIZE; i++) expected += 2 * Math.log(plain[i * SIZE + i]!);
  expect(logDeterminant).toBeCloseTo(expected, 12);
  const vector = Float64Array.from({ length: SIZE }, (_, i) => i - 2);
  const solution = vector.slice();
  solveFactored(factor, SIZE, solution);
  solveWithFactor(plain, vector).forEach((value, i) => expect(solution[i]).toBeCloseTo(value, 11));
});

test('the inverted factor times its transpose is the inverse: A A^-1 = I to 1e-11', () => {
  const matrix = positiveDefinite(2);
  const factor = matrix.slice();
  factorInPlace(factor, SIZE);
  const upper = new Float64Array(SIZE * SIZE);
  invertFactorInto(factor, SIZE, upper);
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) {
      let sum = 0;
      for (let m = 0; m < SIZE; m++) {
        let inverse = 0;
        for (let k = Math.max(m, j); k < SIZE; k++) inverse += upper[m * SIZE + k]! * upper[j * SIZE + k]!;
        sum += matrix[i * SIZE + m]! * inverse;
      }
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 11);
    }
  }
});

test('the transposed solve undoes the transposed factor', () => {
  const factor = positiveDefinite(3);
  factorInPlace(factor, SIZE);
  const wanted = Float64Array.from({ length: SIZE }, (_, i) => 1 + i);
  const vector = wanted.map((_, i) => {
    let sum = 0;
    for (let k = i; k < SIZE; k++) sum += factor[k * SIZE + i]! * wanted[k]!;
    return sum;
  });
  solveTransposed(factor, SIZE, vector);
  vector.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 10));
});

test('a matrix that is not positive definite has no determinant', () => {
  expect(factorInPlace(Float64Array.of(1, 2, 2, 1), 2)).toBeNaN();
});
