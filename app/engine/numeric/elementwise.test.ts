import { expect, test } from 'vitest';
import { logInto, logisticInto } from './elementwise';
import { logistic } from './logistic';
import { createRng, nextNormal } from './rng';

const rng = createRng(3, 'elementwise');

test('the table logarithm is Math.log to 1e-14 over all magnitudes', () => {
  const values = Float64Array.from({ length: 20_000 }, () => Math.exp(60 * nextNormal(rng)));
  const logs = new Float64Array(values.length);
  logInto(values, logs);
  const errors = values.map((value, i) => {
    const exact = Math.log(value);
    return Math.abs(logs[i]! - exact) / Math.max(1, Math.abs(exact));
  });
  expect(Math.max(...errors)).toBeLessThanOrEqual(1e-14);
});

test('the table logistic is the exact one to 1e-13 relative, its sum included, and stays finite far out', () => {
  const values = Float64Array.from({ length: 20_000 }, () => 15 * nextNormal(rng));
  const out = new Float64Array(values.length);
  const total = logisticInto(values, 1.7, out);
  const errors = values.map((value, i) => Math.abs(out[i]! / logistic(1.7 * value) - 1));
  expect(Math.max(...errors)).toBeLessThan(1e-13);
  expect(total).toBe(out.reduce((sum, value) => sum + value, 0));
  expect(logisticInto(Float64Array.of(-1e6, 1e6), 1, new Float64Array(2))).toBe(1);
});
