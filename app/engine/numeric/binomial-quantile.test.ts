import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialQuantile } from './binomial-quantile';
import { createRng, nextFloat } from './rng';

/** P(X <= k) for k = 0, 1, ..., by the recurrence from k = 0: exact enough while (1 - share)^trials does not underflow. */
function cumulative(trials: number, share: number): number[] {
  const sums: number[] = [];
  let weight = (1 - share) ** trials;
  let sum = 0;
  for (let k = 0; k <= trials; k++) {
    sum += weight;
    sums.push(sum);
    weight *= ((trials - k) / (k + 1)) * (share / (1 - share));
  }
  return sums;
}

const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const probabilities = fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true });

test('of ten coins 2, 5 and 8 heads are the 5, 50 and 95 % quantiles, as in every table', () => {
  expect([0.05, 0.5, 0.95].map((p) => binomialQuantile(10, 0.5, p))).toEqual([2, 5, 8]);
});

test('it is the first count whose cumulative sum reaches the probability', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), shares, probabilities, (trials, share, probability) => {
      const sums = cumulative(trials, share);
      const quantile = binomialQuantile(trials, share, probability);
      // Rounding may decide where the probability is a cumulative sum itself: a trillionth to either side.
      expect(sums[quantile]!).toBeGreaterThan(probability - 1e-12);
      if (quantile > 0) expect(sums[quantile - 1]!).toBeLessThan(probability + 1e-12);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('it grows with trials, share and probability, and stays between 0 and the trials', () => {
  const two = (values: fc.Arbitrary<number>) => fc.tuple(values, values);
  fc.assert(
    fc.property(
      two(fc.integer({ min: 0, max: 100_000 })),
      two(fc.double({ min: 0, max: 1, noNaN: true })),
      two(probabilities),
      (trials, share, probability) => {
        const low = binomialQuantile(Math.min(...trials), Math.min(...share), Math.min(...probability));
        const high = binomialQuantile(Math.max(...trials), Math.max(...share), Math.max(...probability));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(Math.max(...trials));
      },
    ),
    { numRuns: 300, seed: 2 },
  );
});

test('a hundred million trials neither under- nor overflow: the normal quantile, within one count', () => {
  const trials = 1e8;
  const rng = createRng(3);
  for (let i = 0; i < 5; i++) {
    const share = 0.01 + 0.98 * nextFloat(rng);
    const spread = Math.sqrt(trials * share * (1 - share));
    for (const [probability, normal] of [
      [0.05, -1.6448536269514722],
      [0.5, 0],
      [0.95, 1.6448536269514722],
    ] as const) {
      // Cornish & Fisher: the skewness moves a quantile by (1 - 2 share) (normal^2 - 1) / 6, below one count.
      const skew = ((1 - 2 * share) * (normal ** 2 - 1)) / 6;
      const expected = trials * share + normal * spread + skew;
      expect(Math.abs(binomialQuantile(trials, share, probability) - expected)).toBeLessThanOrEqual(1);
    }
  }
});

test('without trials or chance nothing happens, and a certainty always does', () => {
  expect(binomialQuantile(0, 0.5, 0.95)).toBe(0);
  expect(binomialQuantile(1000, 0, 0.95)).toBe(0);
  expect(binomialQuantile(1000, 1, 0.05)).toBe(1000);
  expect(binomialQuantile(1000, 1e-300, 0.95)).toBe(0);
  expect(binomialQuantile(1000, 1 - 2 ** -53, 0.05)).toBe(1000);
});
