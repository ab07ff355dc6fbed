import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '~/domain/iso-day';
import { layoutLifeline } from './lifeline-layout';

const analysisDay = isoDay('2026-11-20');
const bought = (daysAgo: number, net: number) => ({ day: addDays(analysisDay, -daysAgo), net });

describe('layoutLifeline', () => {
  it('lays the first purchase at the beginning and today at the end where nothing lies ahead', () => {
    const { marks, today, due } = layoutLifeline({
      purchases: [bought(50, 20), bought(200, 40)],
      analysisDay,
      dueDays: null,
    });
    expect(marks.map(({ x, height }) => [x, height])).toEqual([
      [0.75, 0.5],
      [0, 1],
    ]);
    expect([today, due]).toEqual([1, null]);
  });

  it('adds the stretch in which the next order is due, in proportion', () => {
    const { today, due } = layoutLifeline({ purchases: [bought(300, 1)], analysisDay, dueDays: 100 });
    expect(today).toBe(0.75);
    expect(due).toEqual({ x: 1, day: '2027-02-28', cut: false });
  });

  it('cuts a future that would dwarf the past, and says so', () => {
    const { today, due } = layoutLifeline({ purchases: [bought(1000, 1)], analysisDay, dueDays: 3000 });
    expect(today).toBeCloseTo(1 / 1.4, 12);
    expect(due).toEqual({ x: 1, day: addDays(analysisDay, 3000), cut: true });
  });

  it.each([
    ['nothing bought', []],
    ['bought on the analysis day', [bought(0, 5)]],
    ['bought for nothing', [bought(9, 0), bought(19, 0)]],
    ['refunded below nothing', [bought(9, -5), bought(19, 10)]],
  ])('stays within the drawing: %s', (_name, purchases) => {
    for (const dueDays of [null, 0, 1, 3649]) {
      const { marks, today, due } = layoutLifeline({ purchases, analysisDay, dueDays });
      const numbers = [...marks.flatMap(({ x, height }) => [x, height]), today, due?.x ?? 0];
      for (const value of numbers) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });
});
