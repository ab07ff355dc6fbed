import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOrigins } from './plan-origins';

const histories = fc.tuple(fc.integer({ min: -5000, max: 30_000 }), fc.integer({ min: 0, max: 40_000 }));

test('no window reaches past the analysis date or overlaps another, and each has twice its length behind it', () => {
  fc.assert(
    fc.property(histories, ([firstDay, history]) => {
      const now = firstDay + history;
      const { horizonDays, days } = planOrigins(firstDay, now);
      days.forEach((day, i) => {
        expect(day + horizonDays).toBeLessThanOrEqual(i === 0 ? now : days[i - 1]!);
        expect(day - firstDay).toBeGreaterThanOrEqual(2 * horizonDays);
      });
      expect(days.length).toBeLessThanOrEqual(4);
      if (days.length > 0) expect(horizonDays).toBeGreaterThanOrEqual(14);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('two years give four quarters, the most recent first', () => {
  expect(planOrigins(0, 730)).toEqual({ horizonDays: 91, days: [639, 548, 457, 366] });
});

test('a year gives two quarters, 80 days two windows of 20, and 55 days none', () => {
  expect(planOrigins(100, 465)).toEqual({ horizonDays: 91, days: [374, 283] });
  expect(planOrigins(0, 80)).toEqual({ horizonDays: 20, days: [60, 40] });
  expect(planOrigins(0, 55).days).toEqual([]);
  expect(planOrigins(0, 56)).toEqual({ horizonDays: 14, days: [42, 28] });
});

test('a shop that opened today has nothing to look back at', () => {
  expect(planOrigins(500, 500).days).toEqual([]);
});
