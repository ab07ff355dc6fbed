import { describe, expect, it } from 'vitest';
import { buildModel } from './build-model';
import { channelTypeOf } from './channel-type';
import { smallSeries } from './fixtures/small-series';

const series = smallSeries();

describe('the model of a series', () => {
  it('is the same, bit for bit, in another currency and with channels reordered and renamed', () => {
    const other = {
      ...series,
      revenue: series.revenue.map((value) => value * 1000),
      channels: series.channels
        .map(({ spend }, c) => ({ name: `renamed ${c}`, spend: spend.map((value) => value * 1000) }))
        .reverse(),
    };
    const plain = buildModel(series);
    const scaled = buildModel(other);
    expect(scaled.model.revenue).toEqual(plain.model.revenue);
    scaled.model.channels.forEach((channel, c) => {
      const twin = plain.model.channels[c]!;
      expect(channel.spend).toEqual(twin.spend);
      expect(channel.priorShare).toBe(twin.priorShare);
      expect(scaled.units.spendUnits[c]! / plain.units.spendUnits[c]!).toBeCloseTo(1000, 9);
    });
  });

  it('assumes that all channels together bring a quarter of revenue: the means of their priors', () => {
    const { model } = buildModel(series);
    const share = model.channels.reduce(
      (sum, { priorShare, prior }) => sum + priorShare * Math.exp(prior.logRoi.sd ** 2 / 2),
      0,
    );
    expect(share).toBeCloseTo(0.25, 6);
  });

  it('leaves out channels that never spent, and experiments outside the known rows', () => {
    const quiet = { name: 'quiet', spend: new Float64Array(series.revenue.length) };
    const lift = { channels: ['channel 0'], incrementalRevenue: 1, standardError: 1 };
    const { model, units } = buildModel(
      { ...series, channels: [quiet, ...series.channels] },
      {
        lifts: [
          { ...lift, firstDay: series.firstDay - 5, lastDay: series.firstDay + 5 },
          { ...lift, firstDay: series.firstDay + 5, lastDay: series.firstDay + 9 },
          { ...lift, channels: ['quiet'], firstDay: series.firstDay + 5, lastDay: series.firstDay + 9 },
        ],
      },
    );
    expect(units.order).not.toContain(0);
    expect(model.channels).toHaveLength(3);
    expect(model.lifts).toHaveLength(1);
    expect(model.lifts[0]).toMatchObject({ from: 5, until: 10 });
  });

  it('has a yearly season only after a year, and weekdays only in daily rows', () => {
    const parts = (rows: number, granularity: 'daily' | 'weekly' = 'daily'): string[] =>
      buildModel({ ...smallSeries(rows), granularity }).columns.map(({ part }) => part);
    expect(parts(300)).not.toContain('season');
    expect(parts(365)).toContain('season');
    expect(parts(300)).toContain('weekday');
    expect(parts(104, 'weekly')).not.toContain('weekday');
    expect(parts(104, 'weekly')).toContain('season');
  });

  it('leaves out a control that never moves and an event that never happened', () => {
    const rows = series.revenue.length;
    const { columns } = buildModel(
      { ...series, controls: [{ name: 'still', values: new Float64Array(rows).fill(7) }] },
      { events: [{ name: 'never', values: new Float64Array(rows) }] },
    );
    expect(columns.filter(({ part }) => part === 'event' || part === 'control')).toEqual([]);
  });
});

describe('the kind of a channel', () => {
  it.each([
    ['Google Ads', 'search'],
    ['x1_Search-Ads', 'search'],
    ['meta', 'social'],
    ['tv_S', 'video'],
    ['YouTube', 'video'],
    ['x4_Email', 'email'],
    ['billboards', 'other'],
  ])('of "%s" is %s', (name, type) => {
    expect(channelTypeOf(name)).toBe(type);
  });
});
