import { expect, test } from 'vitest';
import { normalQuantile } from './normal-quantile';

test.each([
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.01, -2.3263478740408408],
  [1e-6, -4.753424308822899],
])('the %f quantile of the normal is %f, as tables print it, to 7 decimals', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 7);
  expect(normalQuantile(1 - probability)).toBeCloseTo(-value, 7);
});

test('there is no quantile outside (0, 1)', () => {
  expect(() => normalQuantile(1)).toThrow('1');
});
