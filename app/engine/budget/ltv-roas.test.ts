import { describe, expect, it } from 'vitest';
import { randomChannels, tableOf, worth } from './fixtures/budget-channels';
import { ltvRoasOf } from './ltv-roas';

const channels = randomChannels(5, 3, 40).map((channel, i) => ({
  ...channel,
  value: Float64Array.from({ length: 20 }, (_, draw) => 0.6 * (1 + i + 0.1 * (draw % 3))),
}));
const table = tableOf(channels);
const daily = [40, 0, 25];

describe('LTV-ROAS of a plan', () => {
  it('is what the objective counts before spend, without the margin, over spend: to 1e-9', () => {
    const found = ltvRoasOf(table, daily, 0.6);
    const spent = 65 * table.horizonDays;
    const profit = worth(
      table,
      { objective: 'ltv' },
      daily.map((units) => units * 100),
    );
    expect(Math.abs((found?.total?.mean ?? 0) - (profit + spent) / 0.6 / spent)).toBeLessThan(1e-9);
  });

  it('is told for channels that spend, and adds up by their spend', () => {
    const found = ltvRoasOf(table, daily, 0.6);
    expect(found?.channels.map(({ name }) => name)).toEqual(['channel 0', 'channel 2']);
    const [first, last] = found?.channels.map(({ ltvRoas }) => ltvRoas.mean) ?? [];
    expect(Math.abs(((first ?? 0) * 40 + (last ?? 0) * 25) / 65 - (found?.total?.mean ?? 0))).toBeLessThan(
      1e-9,
    );
  });

  it('is unknown where a channel has no customer value, and without a total where nothing is spent', () => {
    expect(ltvRoasOf(tableOf(randomChannels(5, 3, 40)), daily, 1)).toBeNull();
    expect(ltvRoasOf(table, [0, 0, 0], 1)).toEqual({ total: null, channels: [] });
  });
});
