import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';
import { blackFridayOf, dayIntensity, weekday } from './season';

const day = (text: string) => dayNumber(isoDay(text));

function meanIntensity(first: string, days: number): number {
  let sum = 0;
  for (let i = 0; i < days; i++) sum += dayIntensity(day(first) + i);
  return sum / days;
}

describe('the season', () => {
  it('puts Black Friday on the fourth Friday of November', () => {
    const found = [2023, 2024, 2025, 2026, 2027].map((year) => dayFromNumber(blackFridayOf(year)));
    expect(found).toStrictEqual(['2023-11-24', '2024-11-22', '2025-11-28', '2026-11-27', '2027-11-26']);
  });

  it('counts weekdays from Monday', () => {
    expect([day('2026-06-01'), day('2026-06-07'), day('1970-01-01')].map(weekday)).toStrictEqual([0, 6, 3]);
  });

  it('peaks on Black Friday: no day of the year sells more', () => {
    const year = Array.from({ length: 365 }, (_, i) => dayIntensity(day('2026-01-01') + i));
    expect(year.indexOf(Math.max(...year))).toBe(day('2026-11-27') - day('2026-01-01'));
  });

  it('dips in August and rises before Christmas, against the same four weeks of spring', () => {
    const spring = meanIntensity('2026-04-06', 28);
    expect(meanIntensity('2026-08-03', 28)).toBeLessThan(0.85 * spring);
    expect(meanIntensity('2026-12-04', 14)).toBeGreaterThan(1.3 * spring);
  });

  it('has no step between months: the first of a month sells like the last of the one before, weekday aside', () => {
    for (let month = 2; month <= 11; month++) {
      const first = day(`2026-${String(month).padStart(2, '0')}-01`);
      expect(
        Math.abs(meanIntensity(dayFromNumber(first), 7) / meanIntensity(dayFromNumber(first - 7), 7) - 1),
      ).toBeLessThan(0.15);
    }
  });
});
