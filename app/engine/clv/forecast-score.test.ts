import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRng, nextBeta, nextFloat } from '../numeric/rng';
import { calibrationErrorOf, calibrationGroups, halfDeviance, logScore, rankingArea } from './forecast-score';

/** Pairs of a customer with the event and one without, counted one by one. */
function areaByPairs(score: readonly number[], event: readonly number[]): number {
  let won = 0;
  let pairs = 0;
  score.forEach((a, i) => {
    score.forEach((b, j) => {
      if (event[i] !== 1 || event[j] === 1) return;
      pairs++;
      won += a > b ? 1 : a === b ? 0.5 : 0;
    });
  });
  return pairs === 0 ? 0.5 : won / pairs;
}

/** Chances of a shop and what came of them, drawn from those very chances. */
function calibratedForecast(seed: number, size: number) {
  const rng = createRng(seed, 'calibration');
  const chance = Float64Array.from({ length: size }, () => nextBeta(rng, 0.6, 2));
  return { chance, event: Uint8Array.from(chance, (p) => (nextFloat(rng) < p ? 1 : 0)) };
}

describe('ranking area', () => {
  test('is the share of pairs ranked rightly, ties counted half (Mann & Whitney 1947)', () => {
    // Few different scores, so that most runs hold ties.
    const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(customers, (list) => {
        const score = list.map(([value]) => value / 6);
        const event = list.map(([, happened]) => happened);
        const area = rankingArea(Float64Array.from(score), Uint8Array.from(event));
        expect(area).toBeCloseTo(areaByPairs(score, event), 12);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('is 1 for a perfect order, 0 for its reverse, and a half for one score for all', () => {
    const event = Uint8Array.of(0, 0, 1, 1);
    expect(rankingArea(Float64Array.of(1, 2, 3, 4), event)).toBe(1);
    expect(rankingArea(Float64Array.of(4, 3, 2, 1), event)).toBe(0);
    expect(rankingArea(Float64Array.of(7, 7, 7, 7), event)).toBe(0.5);
  });

  test('depends on the order alone: minus days of silence rank as their negative powers do', () => {
    const { chance, event } = calibratedForecast(2, 500);
    expect(rankingArea(chance.map(Math.log), event)).toBe(rankingArea(chance, event));
  });
});

describe('calibration groups', () => {
  test('hold every customer once, in sizes that differ by one at most, and rise in forecast', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 1e6 }), (size, seed) => {
        const { chance, event } = calibratedForecast(seed, size);
        const groups = calibrationGroups(chance, event);
        expect(groups).toHaveLength(Math.min(10, size));
        const customers = groups.map((group) => group.customers);
        expect(customers.reduce((sum, n) => sum + n, 0)).toBe(size);
        if (size > 0) expect(Math.max(...customers) - Math.min(...customers)).toBeLessThanOrEqual(1);
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
        expect(sum(groups.map((g) => g.actual * g.customers))).toBeCloseTo(sum([...event]), 9);
        expect(sum(groups.map((g) => g.forecast * g.customers))).toBeCloseTo(sum([...chance]), 9);
        groups.slice(1).forEach((g, i) => {
          expect(g.forecast).toBeGreaterThanOrEqual(groups[i]!.forecast);
        });
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test('of a calibrated forecast lie inside their 90 % range about nine times in ten', () => {
    let groups = 0;
    let inside = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { chance, event } = calibratedForecast(seed, 2000);
      for (const { actual, low, high } of calibrationGroups(chance, event)) {
        groups++;
        if (actual >= low && actual <= high) inside++;
      }
    }
    // 600 groups: a standard error of .012. Counts are whole, so ranges hold a little more than they promise.
    expect(inside / groups).toBeGreaterThan(0.9 - 3 * 0.012);
    expect(inside / groups).toBeLessThan(0.97);
  });

  test('of a forecast that is twice too high lie outside', () => {
    const { chance, event } = calibratedForecast(4, 5000);
    const groups = calibrationGroups(
      chance.map((p) => Math.min(1, 2 * p)),
      event,
    );
    expect(groups.filter(({ actual, low }) => actual < low).length).toBeGreaterThanOrEqual(8);
    expect(calibrationErrorOf(groups)).toBeGreaterThan(0.15);
  });

  test('share out the buyers among customers of one chance, so that no order decides', () => {
    // A hundred customers who cannot be told apart: whatever group they fall into, a quarter bought.
    const event = Uint8Array.from({ length: 100 }, (_, i) => (i < 25 ? 1 : 0));
    const groups = calibrationGroups(new Float64Array(100).fill(0.25), event);
    for (const { actual } of groups) expect(actual).toBeCloseTo(0.25, 12);
    expect(calibrationErrorOf(groups)).toBeCloseTo(0, 12);
  });
});

test('a chance that is no number shows in its group and stops nothing', () => {
  const groups = calibrationGroups(Float64Array.of(0.1, NaN), Uint8Array.of(0, 1));
  expect(groups.map(({ customers }) => customers)).toEqual([1, 1]);
});

describe('calibration error', () => {
  test('is nothing for a forecast that knew what would happen', () => {
    const { event } = calibratedForecast(5, 1000);
    expect(calibrationErrorOf(calibrationGroups(Float64Array.from(event), event))).toBeCloseTo(0, 12);
  });

  test('is the customer-weighted distance, by hand: .1 for 30 and .3 for 10 customers make .15', () => {
    const group = { low: 0, high: 1 };
    expect(
      calibrationErrorOf([
        { ...group, customers: 30, forecast: 0.5, actual: 0.4 },
        { ...group, customers: 10, forecast: 0.5, actual: 0.8 },
      ]),
    ).toBeCloseTo(0.15, 12);
    expect(calibrationErrorOf([])).toBe(0);
  });
});

describe('scores', () => {
  test('the log score is what was given to what happened, by hand', () => {
    expect(logScore(0.25, 1)).toBeCloseTo(Math.log(4), 12);
    expect(logScore(0.25, 0)).toBeCloseTo(Math.log(4 / 3), 12);
  });

  test('a surprise costs no more than a chance of one in a hundred, whatever was forecast', () => {
    expect(logScore(0, 1)).toBe(-Math.log(0.01));
    expect(logScore(1, 0)).toBeCloseTo(-Math.log(0.01), 12);
    expect(halfDeviance(0, 2)).toBe(halfDeviance(0.01, 2));
  });

  test('half the Poisson deviance is 0 for the right number, by hand 3 ln 3 - 2 for 3 where 1 was expected', () => {
    expect(halfDeviance(5, 5)).toBe(0);
    expect(halfDeviance(1, 3)).toBeCloseTo(3 * Math.log(3) - 2, 12);
    expect(halfDeviance(0.7, 0)).toBe(0.7);
  });

  test('both are proper: on average nothing scores better than the truth', () => {
    const chance = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (truth, forecast) => {
        const logs = (p: number): number => truth * logScore(p, 1) + (1 - truth) * logScore(p, 0);
        expect(logs(truth)).toBeLessThanOrEqual(logs(forecast) + 1e-12);
        // A count of 0 or 4 with the mean 4 x truth.
        const deviance = (mean: number): number =>
          truth * halfDeviance(mean, 4) + (1 - truth) * halfDeviance(mean, 0);
        expect(deviance(4 * truth)).toBeLessThanOrEqual(deviance(4 * forecast) + 1e-12);
      }),
      { seed: 6 },
    );
  });
});
