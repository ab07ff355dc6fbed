import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '~/domain/iso-day';
import type { AtRiskPoint } from '~/domain/at-risk-course';
import { atRiskChange } from './at-risk-change';

const today = isoDay('2026-11-20');
const point = (daysAgo: number, low: number, high: number): AtRiskPoint => ({
  day: addDays(today, -daysAgo),
  moneyAtRisk: { mean: (low + high) / 2, low, high, level: 0.8 },
});

describe('atRiskChange', () => {
  it('takes the point nearest to four weeks ago, within a week', () => {
    expect(
      atRiskChange([point(60, 1, 2), point(30, 10, 20), point(24, 3, 4), point(0, 30, 40)]),
    ).toMatchObject({
      days: 30,
      direction: 'rose',
    });
    expect(atRiskChange([point(36, 1, 2), point(20, 1, 2), point(0, 30, 40)])).toBeNull();
    expect(atRiskChange([point(0, 30, 40)])).toBeNull();
    expect(atRiskChange([])).toBeNull();
  });

  it('sees a change only where the intervals part', () => {
    expect(atRiskChange([point(28, 10, 20), point(0, 19, 40)])?.direction).toBe('none');
    expect(atRiskChange([point(28, 10, 20), point(0, 5, 9)])?.direction).toBe('fell');
  });
});
