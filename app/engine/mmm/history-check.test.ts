import { describe, expect, it } from 'vitest';
import { smallSeries } from './fixtures/small-series';
import { checkHistory, historyDepth } from './history-check';

describe('what a history allows', () => {
  it('refuses 60 days and says when they will be enough', () => {
    expect(checkHistory(smallSeries(60))).toEqual({
      status: 'refused',
      reason: 'history-too-short',
      days: 60,
      requiredDays: 91,
      readyOn: 19_000 + 91,
    });
  });

  it('refuses a series without spend, and one without revenue', () => {
    const series = smallSeries(120);
    const idle = series.channels.map(({ name, spend }) => ({ name, spend: spend.map(() => 0) }));
    expect(checkHistory({ ...series, channels: idle })).toMatchObject({ reason: 'no-spend' });
    expect(checkHistory({ ...series, channels: [] })).toMatchObject({ reason: 'no-spend' });
    expect(checkHistory({ ...series, revenue: series.revenue.map(() => 0) })).toEqual({
      status: 'refused',
      reason: 'no-revenue',
      rowsWithRevenue: 0,
    });
  });

  it('promises curves after half a year and a season after a year, 52 weeks being one', () => {
    expect(historyDepth(smallSeries(181))).toEqual({ days: 181, curves: false, season: false });
    expect(historyDepth(smallSeries(182)).curves).toBe(true);
    expect(historyDepth({ ...smallSeries(52), granularity: 'weekly' })).toEqual({
      days: 364,
      curves: true,
      season: true,
    });
    expect(checkHistory(smallSeries(120))).toBeNull();
  });
});
