import { describe, expect, it } from 'vitest';
import { smallSeries } from './fixtures/small-series';
import { joinTwins } from './join-twins';

const plain = smallSeries();
const first = plain.channels[0]!;
const series = {
  ...plain,
  channels: [...plain.channels, { name: 'twin', spend: first.spend.map((value) => 3 * value) }],
};

describe('channels that were always spent on together', () => {
  it('become one with the spend of both, at the place of the first', () => {
    const { series: joined, joined: groups } = joinTwins(series, {});
    expect(joined.channels.map(({ name }) => name)).toEqual(['channel 0 + twin', 'channel 1', 'channel 2']);
    expect(joined.channels[0]!.spend[5]).toBe(4 * first.spend[5]!);
    expect(groups).toEqual([{ name: 'channel 0 + twin', names: ['channel 0', 'twin'] }]);
  });

  it('pass their experiments on: switching the larger off removes three quarters of the two', () => {
    const lift = {
      channels: ['twin', 'channel 2'],
      firstDay: 1,
      lastDay: 2,
      incrementalRevenue: 1,
      standardError: 1,
    };
    const { options } = joinTwins(series, { lifts: [lift] });
    expect(options.lifts![0]).toMatchObject({
      channels: ['channel 0 + twin', 'channel 2'],
      removedShare: 0.75,
    });
  });

  it('leave a series without twins as it is, constant and silent channels included', () => {
    const rows = plain.revenue.length;
    const still = [5, 7, 0].map((value, c) => ({
      name: `still ${c}`,
      spend: new Float64Array(rows).fill(value),
    }));
    const other = { ...plain, channels: [...plain.channels, ...still] };
    expect(joinTwins(other, {})).toEqual({ series: other, options: {}, joined: [] });
  });
});
