import { describe, expect, test } from 'vitest';
import { digamma, trigamma } from './digamma';
import { logGamma } from './log-gamma';
import { logistic } from './logistic';

/** x, log-gamma, digamma, trigamma by mpmath with 40 digits. */
const EXACT = [
  [1e-5, 11.512919692895826, -100000.57719921568, 10000000001.64491],
  [0.05, 2.9688792010517306, -20.49784499129987, 401.5323573421151],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
  [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793],
  [2.5, 0.2846828704729192, 0.7031566406452432, 0.49035775610023485],
  [9.99, 12.779315214350193, 2.250700372831201, 0.10527695014824179],
  [10, 12.801827480081469, 2.251752589066721, 0.10516633568168575],
  [123.456, 469.60554712992945, 4.811829323828985, 0.008132945834278198],
  [1e6, 12815504.569147611, 13.815510057964191, 1.0000005000001667e-6],
] as const;

describe('gamma functions agree with mpmath (40 digits)', () => {
  test.each(EXACT)('at %f, to 1e-11 relative', (x, log, first, second) => {
    expect(logGamma(x) / log).toBeCloseTo(1, 11);
    expect(digamma(x) / first).toBeCloseTo(1, 11);
    expect(trigamma(x) / second).toBeCloseTo(1, 11);
  });

  test('log-gamma is 0 at 1 and 2, and log(n!) at whole numbers', () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 13);
  });
});

test('the logistic function keeps tiny probabilities instead of rounding them to 0', () => {
  expect(logistic(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
  expect(logistic(0)).toBe(0.5);
  expect(logistic(800)).toBe(1);
});
