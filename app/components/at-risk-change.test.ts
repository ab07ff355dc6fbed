import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '~/domain/iso-day';
import type { AtRiskPoint } from '~/domain/at-risk-course';
import { atRiskChanges } from './at-risk-change';

const TODAY = isoDay('2026-11-20');
const point = (daysAgo: number, mean: number, half = 10): AtRiskPoint => ({
  day: addDays(TODAY, -daysAgo),
  moneyAtRisk: { mean, low: mean - half, high: mean + half, level: 0.8 },
});

describe('atRiskChanges', () => {
  it('has nothing to compare a single point with', () => {
    expect(atRiskChanges([])).toEqual([]);
    expect(atRiskChanges([point(0, 100)])).toEqual([]);
  });

  it('compares with the point before and with the one nearest to four weeks before', () => {
    const points = [point(60, 90), point(33, 300), point(26, 160), point(7, 104), point(0, 100)];
    expect(atRiskChanges(points)).toEqual([
      { since: addDays(TODAY, -7), difference: -4, real: false },
      { since: addDays(TODAY, -26), difference: -60, real: true },
    ]);
  });

  it.each([20, 36])('does not call %d days four weeks', (daysAgo) => {
    expect(atRiskChanges([point(daysAgo, 90), point(1, 100), point(0, 100)])).toHaveLength(1);
  });

  it('says it once where the point before is the one of four weeks ago', () => {
    expect(atRiskChanges([point(28, 90), point(0, 100)])).toHaveLength(1);
  });

  it('calls a difference real only where the ranges do not touch', () => {
    const [wide] = atRiskChanges([point(1, 100, 200), point(0, 150, 10)]);
    expect(wide).toMatchObject({ difference: 50, real: false });
    const [narrow] = atRiskChanges([point(1, 100, 20), point(0, 150, 20)]);
    expect(narrow).toMatchObject({ difference: 50, real: true });
  });
});
