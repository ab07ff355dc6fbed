import { describe, expect, test } from 'vitest';
import { createRng, nextFloat, nextNormal } from '../numeric/rng';
import { halfDeviance, logScore } from './forecast-score';
import { rowsOf } from './fixtures/hand-rows';
import { lookBack } from './origin';
import { pairedDifference, scoreCandidate } from './score-candidate';

describe('paired difference', () => {
  const difference = (customer: readonly number[], values: readonly number[]) =>
    pairedDifference(
      Int32Array.from(customer),
      (i) => values[i]!,
      () => 0,
    );

  test('of single customers is the mean with its standard error, by hand', () => {
    // Deviations -1.5, -.5, .5, 1.5 around 2.5: squares 5, root over 4.
    const { mean, error } = difference([0, 1, 2, 3], [1, 2, 3, 4]);
    expect(mean).toBe(2.5);
    expect(error).toBeCloseTo(Math.sqrt(5) / 4, 12);
  });

  test('is first minus second', () => {
    const { mean } = pairedDifference(
      Int32Array.of(0, 1),
      (i) => [5, 7][i]!,
      (i) => [4, 4][i]!,
    );
    expect(mean).toBe(2);
  });

  test('does not believe a customer more for being seen four times', () => {
    const rng = createRng(1);
    const values = Array.from({ length: 200 }, () => nextNormal(rng) + 0.1);
    const once = difference([...values.keys()], values);
    const four = [0, 1, 2, 3].flatMap(() => values);
    const seenFourTimes = difference(
      four.map((_, i) => i % 200),
      four,
    );
    expect(seenFourTimes.mean).toBeCloseTo(once.mean, 12);
    expect(seenFourTimes.error).toBeCloseTo(once.error, 12);
    // Four times as many customers are another matter: half the error.
    const others = difference([...four.keys()], four);
    expect(others.error).toBeCloseTo(once.error / 2, 12);
  });

  test('has the error that repeated samples show, clusters included, within a tenth', () => {
    const rng = createRng(2);
    const means: number[] = [];
    let claimed = 0;
    const samples = 2000;
    for (let s = 0; s < samples; s++) {
      const customer: number[] = [];
      const values: number[] = [];
      for (let c = 0; c < 60; c++) {
        const luck = nextNormal(rng);
        const times = 1 + Math.floor(3 * nextFloat(rng));
        for (let t = 0; t < times; t++) {
          customer.push(c);
          values.push(luck + 0.5 * nextNormal(rng));
        }
      }
      const { mean, error } = difference(customer, values);
      means.push(mean);
      claimed += error ** 2 / samples;
    }
    const variance = means.reduce((sum, mean) => sum + mean ** 2, 0) / samples;
    // 2,000 samples know a standard deviation to 1.6 %.
    expect(Math.sqrt(claimed / variance)).toBeGreaterThan(0.9);
    expect(Math.sqrt(claimed / variance)).toBeLessThan(1.1);
  });

  test('of nobody is nothing', () => {
    expect(difference([], [])).toEqual({ mean: 0, error: 0 });
  });
});

test('a candidate is scored customer by customer, origin after origin, by its group’s forecast', () => {
  const rows = rowsOf(
    [
      ['a', 1000, 10],
      ['a', 1150, 10],
      ['a', 1260, 10],
      ['a', 1270, 10],
      ['b', 1010, 10],
    ],
    1300,
  );
  const origins = lookBack(rows, [1200, 1100], 100, false);
  const forecasts = origins.map(({ groups }) => ({
    chance: Float64Array.from(groups.frequency, (x) => 0.2 + 0.1 * x),
    expected: Float64Array.from(groups.frequency, (x) => 0.5 + x),
  }));
  const scores = scoreCandidate(origins, forecasts);
  // In 1200: a (1 repeat) bought twice, b did not; in 1100: a (none yet) bought once, b did not.
  const seen = [
    [0.3, 1.5, 2],
    [0.2, 0.5, 0],
    [0.2, 0.5, 1],
    [0.2, 0.5, 0],
  ] as const;
  expect([...scores.chance]).toEqual(seen.map(([chance]) => expect.closeTo(chance, 12) as number));
  seen.forEach(([chance, mean, count], i) => {
    expect(scores.logScore[i]).toBeCloseTo(logScore(chance, count > 0 ? 1 : 0), 12);
    expect(scores.halfDeviance[i]).toBeCloseTo(halfDeviance(mean, count), 12);
    expect(scores.absoluteError[i]).toBeCloseTo(Math.abs(mean - count), 12);
  });
  expect(scores.expectedTotal).toBeCloseTo(3, 12);
});
