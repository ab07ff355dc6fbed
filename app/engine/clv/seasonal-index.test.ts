import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng, nextGamma, nextPoisson } from '../numeric/rng';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import { weeklySeason } from '../simulate/weekly-season';
import { summarizeRfm } from './rfm-summary';
import { seasonalIndex } from './seasonal-index';

// Simulates and fits hundreds of shops: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const NOW = dayNumber(isoDay('2025-09-14'));
const NEW_YEAR = dayNumber(isoDay('2025-01-01'));
const TRUTH = Float64Array.from({ length: 52 }, (_, week) => weeklySeason(NEW_YEAR + 7 * week));
const EVEN = new Float64Array(52).fill(1);

interface Shop {
  readonly days: number;
  readonly perDay: number;
  /** Purchases at the end of a year for one at its beginning. */
  readonly growth?: number;
  readonly season?: (day: number) => number;
  /** Variance of what multiplies each week of each year. */
  readonly erratic?: number;
}

/** Purchases of each day of a shop with a known season, whose customer base fills in its first half year. */
function purchases(seed: number, { days, perDay, growth = 1, season = weeklySeason, erratic = 0 }: Shop) {
  const rng = createRng(seed);
  let mood = 1;
  return Float64Array.from({ length: days }, (_, i) => {
    if (erratic > 0 && i % 7 === 0) mood = nextGamma(rng, 1 / erratic, 1 / erratic);
    const level = perDay * growth ** ((i - days / 2) / 365) * Math.min(1, (i + 1) / 180) * mood;
    return nextPoisson(rng, level * season(NOW - days + 1 + i));
  });
}

function factors(counts: ArrayLike<number>, lastDay = NOW): Float64Array {
  const index = seasonalIndex(counts, lastDay - counts.length + 1);
  if (index === null) throw new Error('no index');
  return index.weeks;
}

function meanError(weeks: Float64Array, truth: Float64Array): number {
  return weeks.reduce((sum, factor, week) => sum + Math.abs(factor - truth[week]!), 0) / 52;
}

function rootMeanSquare(weeks: Float64Array): number {
  return Math.sqrt(weeks.reduce((sum, factor) => sum + (factor - 1) ** 2, 0) / 52);
}

function correlation(weeks: Float64Array, truth: Float64Array): number {
  const mean = (of: (week: number) => number) =>
    weeks.reduce((sum, _, week) => sum + of(week), 0) / weeks.length;
  const a = mean((week) => weeks[week]!);
  const b = mean((week) => truth[week]!);
  const product = mean((week) => (weeks[week]! - a) * (truth[week]! - b));
  const square = (values: Float64Array, middle: number) => mean((week) => (values[week]! - middle) ** 2);
  return product / Math.sqrt(square(weeks, a) * square(truth, b));
}

describe('a known season is recovered', () => {
  // Per week some 350 purchases a year: their Poisson noise alone is a mean error of .04 in two years, .03 in four.
  test.each([
    ['steady', 1],
    ['four times as large every year', 4],
    ['a third of itself every year', 0.33],
  ])('by a shop that is %s: correlation above .99, mean error below .06', (_, growth) => {
    for (const days of [740, 1100, 1500]) {
      for (let seed = 1; seed <= 5; seed++) {
        const weeks = factors(purchases(seed, { days, perDay: 50, growth }));
        expect(correlation(weeks, TRUTH)).toBeGreaterThan(0.99);
        expect(meanError(weeks, TRUTH)).toBeLessThan(0.06);
      }
    }
  });

  test('growth is not taken for a season: seasonless shops that grow or shrink stay within .05', () => {
    for (const growth of [0.2, 0.5, 2, 5]) {
      const weeks = factors(purchases(3, { days: 1100, perDay: 500, growth, season: () => 1 }));
      expect(rootMeanSquare(weeks)).toBeLessThan(0.05);
    }
  });

  test('a tenth up and down is enough where purchases are many: 100 a day over three years, correlation above .9', () => {
    // Noise of a raw factor .022 against a deviation of .071; what noise leaves of the correlation is .95.
    const wave = (day: number) => 1 + 0.1 * Math.sin((2 * Math.PI * day) / 365.25);
    const truth = Float64Array.from({ length: 52 }, (_, week) => wave(NEW_YEAR + 7 * week + 3));
    for (let seed = 1; seed <= 5; seed++) {
      const weeks = factors(purchases(seed, { days: 1100, perDay: 100, season: wave }));
      expect(correlation(weeks, truth)).toBeGreaterThan(0.9);
    }
  });

  // MBG/NBD breaks the Poisson assumption: customers are lost in the peaks, which bends the index a little.
  test.each([0, 2])('from orders of MBG/NBD customers, yearly growth %f', (yearlyGrowth) => {
    const { orders, now } = simulateRetentionShop('seasonal', {
      seed: 3,
      customers: 30_000,
      historyDays: 3 * 365 + 1,
      futureDays: 0,
      yearlyGrowth,
    });
    const { repeatsByDay, shop } = summarizeRfm(orders, dayNumber(now), false);
    const index = seasonalIndex(repeatsByDay, shop.firstDay);
    expect(index?.years).toBe(3);
    expect(correlation(index!.weeks, TRUTH)).toBeGreaterThan(0.985);
    expect(meanError(index!.weeks, TRUTH)).toBeLessThan(0.07);
  });
});

describe('what may be chance stays near 1', () => {
  // Raw factors would stray by 1 / sqrt(purchases of a week over all years); without a season the excess variance is 0
  // or, where its 51 degrees of freedom are at their 95 % point (68.7), a quarter of the chance: .35 is left of it.
  test.each([0.5, 5, 100])(
    'a shop without season and %f purchases a day strays by .35 of the noise',
    (perDay) => {
      const noise = 1 / Math.sqrt((perDay * 1100) / 52);
      let within = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const weeks = factors(purchases(seed, { days: 1100, perDay, season: () => 1 }));
        if (rootMeanSquare(weeks) < 0.35 * noise) within++;
      }
      expect(within).toBeGreaterThanOrEqual(95);
    },
  );

  test('a sparse shop trusts its season less, and still comes nearer to it than by taking none', () => {
    let sparse = 0;
    let none = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const weeks = factors(purchases(seed, { days: 1100, perDay: 0.5 }));
      sparse += rootMeanSquare(weeks) / 20;
      none += (meanError(weeks, TRUTH) - meanError(EVEN, TRUTH)) / 20;
    }
    expect(sparse).toBeLessThan(0.9 * rootMeanSquare(TRUTH));
    expect(none).toBeLessThan(0);
  });

  test('years that disagree are no season: weeks of erratic sales do not repeat, and stray by half at most', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const weeks = factors(purchases(seed, { days: 1100, perDay: 500, season: () => 1, erratic: 0.25 }));
      // Three years of weeks with a deviation of .5 have means with one of .29.
      expect(rootMeanSquare(weeks)).toBeLessThan(0.5 * 0.29);
    }
  });
});

describe('seasonalIndex', () => {
  test('says nothing under two years, whatever it saw', () => {
    expect(seasonalIndex(purchases(1, { days: 729, perDay: 50 }), NOW - 728)).toBeNull();
    expect(seasonalIndex(new Int32Array(0), NOW)).toBeNull();
    expect(seasonalIndex(purchases(1, { days: 730, perDay: 50 }), NOW - 729)?.years).toBe(2);
  });

  test('a shop without any repeat purchase has no season', () => {
    expect(factors(new Int32Array(800))).toStrictEqual(EVEN);
  });

  test('a shop that is closed in a week of every year has a factor near 0 there, not 0', () => {
    const counts = purchases(1, { days: 1500, perDay: 50, season: () => 1 });
    for (const year of [2022, 2023, 2024, 2025]) {
      const closed = dayNumber(isoDay(`${year}-01-01`)) + 7 * 20 - (NOW - 1499);
      counts.fill(0, closed, closed + 7);
    }
    const weeks = factors(counts);
    expect(weeks[20]).toBeGreaterThan(0);
    expect(weeks[20]).toBeLessThan(0.1);
  });

  test('factors are above 0, finite and 1 on the mean day, whatever the counts', () => {
    const run = fc.record({
      days: fc.integer({ min: 1, max: 600 }),
      level: fc.constantFrom(0, 0, 0.01, 1, 30, 1e4, 1e7),
    });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer(),
        (runs, lastDay, seed) => {
          const rng = createRng(seed);
          const counts = runs.flatMap(({ days, level }) =>
            Array.from({ length: days }, () => nextPoisson(rng, level)),
          );
          const index = seasonalIndex(counts, lastDay - counts.length + 1);
          if (index === null) {
            expect(counts.length).toBeLessThan(730);
            return;
          }
          expect(index.weeks.every((factor) => factor > 0 && Number.isFinite(factor))).toBe(true);
          const total = index.weeks.reduce((sum, factor, week) => sum + (week === 51 ? 8 : 7) * factor, 0);
          expect(total).toBeCloseTo(365, 9);
        },
      ),
      { numRuns: 100 },
    );
  });
});
