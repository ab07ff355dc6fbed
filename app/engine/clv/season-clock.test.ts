import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { seasonClock } from './season-clock';
import type { SeasonalIndex } from './seasonal-index';
import { weeksOfYear } from './week-of-year';

function indexOf(raw: ArrayLike<number>): SeasonalIndex {
  const weeks = Float64Array.from(raw);
  const total = weeks.reduce((sum, factor, week) => sum + (week === 51 ? 8 : 7) * factor, 0);
  return { weeks: weeks.map((factor) => (factor * 365) / total), years: 3 };
}

const CHRISTMAS = indexOf(Array.from({ length: 52 }, (_, week) => (week >= 48 ? 3 : 1)));
const anyIndex = fc
  .array(fc.double({ min: 1e-4, max: 20, noNaN: true }), { minLength: 52, maxLength: 52 })
  .map(indexOf);
const anyNow = fc.integer({ min: -10_000, max: 40_000 });
const anyDays = fc.oneof(
  fc.constantFrom(0, 1, 1461, 1e9),
  fc.double({ min: 0, max: 5000, noNaN: true }),
  fc.integer({ min: 0, max: 5000 }),
);

describe('weeksOfYear', () => {
  test('counts from 1 January; the last week has eight days, nine in a leap year', () => {
    const daysOf = (year: number, week: number, days: number) =>
      weeksOfYear(dayNumber(isoDay(`${year}-01-01`)), days).filter((of) => of === week).length;
    expect([daysOf(2025, 0, 365), daysOf(2025, 50, 365), daysOf(2025, 51, 365)]).toStrictEqual([7, 7, 8]);
    expect(daysOf(2024, 51, 366)).toBe(9);
  });

  test('goes on over New Year, leap years included', () => {
    expect(Array.from(weeksOfYear(dayNumber(isoDay('2024-12-30')), 4))).toStrictEqual([51, 51, 0, 0]);
    const whole = weeksOfYear(dayNumber(isoDay('2023-06-01')), 1500);
    for (let i = 0; i < 1500; i += 7) {
      expect(weeksOfYear(dayNumber(isoDay('2023-06-01')) + i, 1)[0]).toBe(whole[i]);
    }
  });
});

describe('seasonClock', () => {
  test('adds up the factors of the days after the analysis date', () => {
    const clock = seasonClock(CHRISTMAS, dayNumber(isoDay('2025-12-01')));
    // Week 48 of 2025 begins on 3 December.
    const ordinary = CHRISTMAS.weeks[0]!;
    expect(clock.effectiveDays(1)).toBeCloseTo(ordinary, 12);
    expect(clock.effectiveDays(3.5)).toBeCloseTo(ordinary * (1 + 3 * 2.5), 12);
    expect(clock.effectiveDays(31)).toBeCloseTo(ordinary * (1 + 3 * 29 + 1), 12);
  });

  test('a year is a year: 365 days are 365 ordinary ones, and in a leap year one day of the last week more or less', () => {
    for (const now of ['2025-03-10', '2025-12-31', '2026-08-01']) {
      expect(seasonClock(CHRISTMAS, dayNumber(isoDay(now))).effectiveDays(365)).toBeCloseTo(365, 9);
    }
    const leap = seasonClock(CHRISTMAS, dayNumber(isoDay('2023-12-31')));
    expect(leap.effectiveDays(366) - 365).toBeCloseTo(CHRISTMAS.weeks[51]!, 9);
  });

  test('an even index leaves every day as it is', () => {
    const clock = seasonClock(indexOf(new Float64Array(52).fill(1)), 20_000);
    for (const days of [0, 0.25, 90, 365, 3650]) {
      expect(clock.effectiveDays(days)).toBeCloseTo(days, 9);
      expect(clock.ordinaryDays(days)).toBeCloseTo(days, 9);
    }
  });

  test('the two are inverse to each other, to 1e-9 of the days', () => {
    fc.assert(
      fc.property(anyIndex, anyNow, anyDays, (index, now, days) => {
        const { effectiveDays, ordinaryDays } = seasonClock(index, now);
        // A factor of 1e-4 beside one of 20 magnifies rounding by their ratio.
        const slowest = Math.min(...index.weeks);
        expect(Math.abs(ordinaryDays(effectiveDays(days)) - days)).toBeLessThanOrEqual(
          (1e-12 * (1 + days)) / Math.min(1, slowest),
        );
        expect(Math.abs(effectiveDays(ordinaryDays(days)) - days)).toBeLessThanOrEqual(1e-9 * (1 + days));
      }),
      { numRuns: 300 },
    );
  });

  test('more days are worth more, and every worth is finite', () => {
    fc.assert(
      fc.property(anyIndex, anyNow, anyDays, anyDays, (index, now, one, other) => {
        const { effectiveDays, ordinaryDays } = seasonClock(index, now);
        const [less, more] = one < other ? [one, other] : [other, one];
        for (const of of [effectiveDays, ordinaryDays]) {
          expect(of(less)).toBeLessThanOrEqual(of(more));
          expect(Number.isFinite(of(more))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what never comes, never comes', () => {
    const { effectiveDays, ordinaryDays } = seasonClock(CHRISTMAS, 20_000);
    expect([effectiveDays(Infinity), ordinaryDays(Infinity)]).toStrictEqual([Infinity, Infinity]);
  });

  test.each([-1, NaN])('refuses %f days', (days) => {
    const { effectiveDays, ordinaryDays } = seasonClock(CHRISTMAS, 20_000);
    expect(() => effectiveDays(days)).toThrow(`days must be 0 or more: ${days}`);
    expect(() => ordinaryDays(days)).toThrow(`effective must be 0 or more: ${days}`);
  });
});
