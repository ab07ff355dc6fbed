import { expect, test } from 'vitest';
import { addCombination, transposeTimes } from './dense-columns';

/** Seven columns: four at a time and three by themselves. */
const ROWS = 3;
const COUNT = 7;
const columns = Float32Array.from({ length: ROWS * COUNT }, (_, k) => k - 8);

test('inner products and combinations are the sums they stand for, also where columns are left over', () => {
  const vector = Float64Array.of(1, -2, 0.5);
  const products = new Float64Array(COUNT);
  transposeTimes(columns, ROWS, COUNT, vector, products);
  products.forEach((product, j) => {
    const [a, b, c] = columns.subarray(j * ROWS);
    expect(product).toBe(a! - 2 * b! + 0.5 * c!);
  });
  const out = Float64Array.of(10, 20, 30);
  const coefficients = Float64Array.from({ length: COUNT }, (_, j) => j - 1);
  addCombination(columns, ROWS, COUNT, coefficients, -1, out);
  out.forEach((value, t) => {
    let sum = 10 * (t + 1);
    for (let j = 0; j < COUNT; j++) sum -= coefficients[j]! * columns[j * ROWS + t]!;
    expect(value).toBe(sum);
  });
});
