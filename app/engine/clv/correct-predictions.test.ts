import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctPredictions, onCalendar } from './correct-predictions';
import { fitAt, groupsOf } from './fixtures/simulated-buyers';
import type { CorrectionTerms } from './forecast-correction';
import type { GroupPredictions, Horizons } from './group-predictions';
import { predictGroups } from './predict-groups';
import { seasonClock } from './season-clock';

const HORIZONS: Horizons = {
  horizonDays: 180,
  churnWindowDays: 120,
  days30: 30,
  days90: 90,
  days365: 365,
  monthEnds: Array.from({ length: 12 }, (_, m) => Math.round(((m + 1) * 365) / 12)),
  discountRateAnnual: 0.1,
};

const LEVEL = 0.9;
const CUSTOMERS = [0, 1, 2, 5, 20, 150].flatMap((frequency) =>
  [30, 300, 700].flatMap((age) =>
    frequency === 0
      ? [{ frequency, recency: 0, age }]
      : [0.2, 0.7, 1].map((share) => ({ frequency, recency: Math.round(share * age), age })),
  ),
);
const groups = groupsOf(CUSTOMERS);
const plain = predictGroups(
  fitAt({ name: 'mbg-nbd', params: { r: 0.5, alpha: 43, a: 0.9, b: 1.6 } }),
  groups,
  HORIZONS,
  LEVEL,
);

const termsOf = (logOdds: number, factor: number): CorrectionTerms => ({
  logOdds: new Float64Array(groups.size).fill(logOdds),
  factor: new Float64Array(groups.size).fill(factor),
});
const BOTH = { chances: true, counts: true };
const CHANCES = ['pBuy', 'pBuy30', 'pBuy90', 'pBuy365'] as const;
const SPANS = [
  ['expected', 'pBuy'],
  ['expected30', 'pBuy30'],
  ['expected90', 'pBuy90'],
  ['expected365', 'pBuy365'],
] as const;
const terms = fc.record({
  logOdds: fc.double({ min: -6, max: 6, noNaN: true }),
  factor: fc.double({ min: 0.05, max: 20, noNaN: true }),
});

function eachGroup(check: (g: number) => void): void {
  for (let g = 0; g < groups.size; g++) check(g);
}

describe('corrected predictions', () => {
  test('no correction changes nothing', () => {
    const same = correctPredictions(plain, termsOf(0, 1), BOTH, groups.weight, LEVEL);
    for (const [name, column] of Object.entries(plain) as [keyof GroupPredictions, Float64Array][]) {
      column.forEach((value, g) => expect(same[name][g]).toBeCloseTo(value, 12));
    }
  });

  test('a correction that did not win is not applied: neither to chances nor to numbers', () => {
    expect(
      correctPredictions(plain, termsOf(2, 3), { chances: false, counts: false }, groups.weight, LEVEL),
    ).toEqual(plain);
    const counts = correctPredictions(
      plain,
      termsOf(2, 3),
      { chances: false, counts: true },
      groups.weight,
      LEVEL,
    );
    for (const name of CHANCES) expect(counts[name]).toEqual(plain[name]);
    expect(counts.churn).toEqual(plain.churn);
  });

  test('chances stay in [0, 1], grow with the window, and churn is what they leave', () => {
    fc.assert(
      fc.property(terms, ({ logOdds, factor }) => {
        const after = correctPredictions(plain, termsOf(logOdds, factor), BOTH, groups.weight, LEVEL);
        eachGroup((g) => {
          for (const name of [...CHANCES, 'churn'] as const) {
            expect(after[name][g]).toBeGreaterThanOrEqual(0);
            expect(after[name][g]).toBeLessThanOrEqual(1);
          }
          expect(after.pBuy30[g]).toBeLessThanOrEqual(after.pBuy90[g]!);
          expect(after.pBuy90[g]).toBeLessThanOrEqual(after.pBuy[g]!);
          expect(after.pBuy[g]).toBeLessThanOrEqual(after.pBuy365[g]!);
          // The churn window lies between 90 days and the horizon.
          expect(1 - after.churn[g]!).toBeGreaterThanOrEqual(after.pBuy90[g]! - 1e-12);
          expect(1 - after.churn[g]!).toBeLessThanOrEqual(after.pBuy[g]! + 1e-12);
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('no number is expected below the chance that there is one, and each stays finite', () => {
    fc.assert(
      fc.property(terms, ({ logOdds, factor }) => {
        const after = correctPredictions(plain, termsOf(logOdds, factor), BOTH, groups.weight, LEVEL);
        for (const column of Object.values(after) as Float64Array[]) {
          expect(column.every(Number.isFinite)).toBe(true);
        }
        eachGroup((g) => {
          for (const [count, chance] of SPANS) {
            expect(after[count][g]).toBeGreaterThanOrEqual(after[chance][g]!);
            expect(after[`${count}Low`][g]).toBeLessThanOrEqual(after[`${count}High`][g]!);
          }
        });
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('likelier customers do not make the shop buy more: the total stays while chances leave room for it', () => {
    const total = (counts: Float64Array): number =>
      counts.reduce((sum, count, g) => sum + groups.weight[g]! * count, 0);
    for (const logOdds of [0.2, 1, 3]) {
      const onlyChances = { chances: true, counts: false };
      const after = correctPredictions(plain, termsOf(logOdds, 1), onlyChances, groups.weight, LEVEL);
      for (const [count, chance] of SPANS) {
        const least = Math.max(total(plain[count]), total(after[chance]));
        expect(total(after[count]) / least).toBeCloseTo(1, 6);
      }
    }
  });

  test('ranges agree with chances: they end with none below 5 %, and begin with one above 95 %', () => {
    fc.assert(
      fc.property(terms, ({ logOdds, factor }) => {
        const after = correctPredictions(plain, termsOf(logOdds, factor), BOTH, groups.weight, LEVEL);
        eachGroup((g) => {
          for (const [count, chance] of SPANS) {
            expect(after[`${count}High`][g]! > 0).toBe(after[chance][g]! > 0.05);
            expect(after[`${count}Low`][g]! > 0).toBe(after[chance][g]! > 0.95);
          }
        });
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  test('more never makes less: chances rise with the log odds, numbers and values with the factor', () => {
    fc.assert(
      fc.property(fc.tuple(terms, terms), ([one, two]) => {
        const [few, many] = [Math.min(one.factor, two.factor), Math.max(one.factor, two.factor)];
        const unlikely = Math.min(one.logOdds, two.logOdds);
        const likely = Math.max(one.logOdds, two.logOdds);
        const at = (logOdds: number, factor: number): GroupPredictions =>
          correctPredictions(plain, termsOf(logOdds, factor), BOTH, groups.weight, LEVEL);
        const fewer = at(one.logOdds, few);
        const more = at(one.logOdds, many);
        const less = at(unlikely, one.factor);
        const likelier = at(likely, one.factor);
        eachGroup((g) => {
          for (const name of [...SPANS.map(([count]) => count), 'discounted12m'] as const) {
            // The total is met to a billionth.
            expect(fewer[name][g]).toBeLessThanOrEqual(more[name][g]! * (1 + 1e-6));
          }
          for (const name of CHANCES) {
            expect(less[name][g]).toBeLessThanOrEqual(likelier[name][g]! * (1 + 1e-12));
          }
          expect(less.churn[g]).toBeGreaterThanOrEqual(likelier.churn[g]! - 1e-12);
        });
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('a year’s value moves as its purchases do, and the drop since the last order stays', () => {
    const after = correctPredictions(plain, termsOf(0.5, 1.4), BOTH, groups.weight, LEVEL);
    eachGroup((g) => {
      const year = after.expected365[g]! / plain.expected365[g]!;
      expect(after.discounted12m[g]! / plain.discounted12m[g]!).toBeCloseTo(year, 12);
      const drop = (of: GroupPredictions): number => of.discounted12m[g]! / of.discounted12mAtLastOrder[g]!;
      expect(drop(after)).toBeCloseTo(drop(plain), 12);
    });
  });

  test('P(alive) and what would be bought if alive stay the model’s', () => {
    const after = correctPredictions(plain, termsOf(1, 2), BOTH, groups.weight, LEVEL);
    expect(after.pAlive).toEqual(plain.pAlive);
    expect(after.yearIfAlive).toEqual(plain.yearIfAlive);
    expect(after.next50).toEqual(plain.next50);
  });
});

test('on the calendar of a shop that buys twice as fast, the next order comes in half the days', () => {
  const clock = seasonClock({ weeks: Float64Array.from({ length: 52 }, () => 2), years: 2 }, 20_000);
  const after = onCalendar(plain, clock);
  eachGroup((g) => {
    for (const name of ['next50', 'next80', 'next95'] as const) {
      expect(after[name][g]).toBeCloseTo(plain[name][g]! / 2, 6);
    }
  });
  expect(after.pBuy90).toEqual(plain.pBuy90);
});
