import { describe, expect, it } from 'vitest';
import { logNormalAround } from '~/domain/log-normal';
import { steadyChannel, randomChannels, tableOf, worth } from './fixtures/budget-channels';
import { optimumOf, planned, profit, revenue, sum, todayMinor } from './fixtures/planned';
import type { BudgetChannel } from './response-table';
import { unknownValueDraws, valueDraws } from './value-draws';

const ltv = { objective: 'ltv' } as const;
const curve = { beta: 600, theta: 0.3, halfSaturation: 100, slope: 1 };
const many = { draws: 400, spread: 0.1 };

/** The channel with draws of what its customers are worth. */
function valued(channel: BudgetChannel, mean: number, spread = 0, count = 200): BudgetChannel {
  const around = logNormalAround(mean, mean / (1 + spread), mean * (1 + spread));
  return { ...channel, value: valueDraws(around, { count, seed: 1, channel: channel.name }) };
}

describe('a plan for what customers will be worth', () => {
  it('gives more to the channel whose customers are worth twice as much, where first orders call for the same', () => {
    const table = tableOf([
      valued(steadyChannel('meta', 100, curve, many), 2),
      valued(steadyChannel('google', 100, curve, { ...many, seed: 2 }), 4),
    ]);
    const even = planned(table, revenue);
    expect(Math.abs(even.channels[0]!.optimalDailyMinor / 10_000 - 1)).toBeLessThan(0.05);
    const [meta, google] = optimumOf(planned(table, ltv));
    expect(google!).toBeGreaterThan(1.15 * meta!);
  });

  it('cuts a channel whose customers do not pay for it, and goes to the limit with one that pays', () => {
    const table = tableOf([
      valued(steadyChannel('meta', 100, curve), 0.5),
      valued(steadyChannel('google', 100, curve), 2),
    ]);
    const [meta, google] = optimumOf(planned(table, ltv));
    // At .5 a unit of revenue the slope passes 1 below 80 a day, at 2 only beyond what the tried range allows.
    expect(meta!).toBeLessThan(8000);
    expect(google!).toBe(12_000);
  });

  it('is that of profit where every customer is worth the margin of the first order', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const channels = randomChannels(seed, 4, 50);
      const byProfit = planned(tableOf(channels), profit);
      const same = planned(
        tableOf(channels.map((channel) => ({ ...channel, value: Float64Array.of(profit.marginShare) }))),
        ltv,
      );
      expect(same).toStrictEqual(byProfit);
    }
  });

  it('splits a budget that binds the same whatever all values are multiplied by, and spends less when they fall', () => {
    const channels = randomChannels(3, 4);
    const total = Math.round(0.9 * sum(todayMinor(tableOf(channels))));
    const timesValue = (factor: number) =>
      planned(tableOf(channels.map((channel, i) => valued(channel, factor * (1 + 0.5 * i)))), {
        ...ltv,
        total: { minor: total, per: 'day' },
      });
    const once = timesValue(10);
    const tenfold = timesValue(100);
    expect([once.unspentMinor, tenfold.unspentMinor]).toStrictEqual([0, 0]);
    tenfold.channels.forEach(({ optimalDailyMinor }, i) => {
      expect(Math.abs(optimalDailyMinor - optimumOf(once)[i]!)).toBeLessThanOrEqual(1);
    });
    // Spend is not multiplied with them: at a hundredth of the value no unit pays.
    const cheap = timesValue(0.01);
    expect(sum(optimumOf(cheap))).toBeLessThan(sum(optimumOf(once)));
  });

  it.each([
    // 400 draws of the curve, two of them to a value: these are seen whole, each as often as the others.
    [1, 0.01],
    [100, 0.01],
    [200, 0.01],
    // Of these, some more often, or 200 of them alone: a standard error of 2.5 %.
    [7, 0.07],
    [333, 0.07],
    [1000, 0.07],
  ])('expects the mean of %d draws of a value times the curve', (count, tolerance) => {
    const channel = steadyChannel('meta', 100, curve, { draws: 400, spread: 0.02 });
    const exact = worth(tableOf([valued(channel, 3)]), ltv, [12_000]);
    const found = worth(tableOf([valued(channel, 3, 0.8, count)]), ltv, [12_000]);
    expect(Math.abs(found / exact - 1)).toBeLessThan(tolerance);
  });
});

describe('doubt about what customers are worth', () => {
  const channels = [
    steadyChannel('a', 100, curve, many),
    steadyChannel('b', 100, { ...curve, beta: 900 }, { ...many, seed: 2 }),
  ];
  const planWith = (spread: number) =>
    planned(tableOf(channels.map((channel) => valued(channel, 2, spread))), ltv);

  it('lowers the probability to be better, and leaves the split and the expected gain as they are', () => {
    const sure = planWith(0);
    const unsure = planWith(0.5);
    const lost = planWith(2);
    expect(optimumOf(unsure)).toStrictEqual(optimumOf(sure));
    expect(unsure.expectedGain.mean / sure.expectedGain.mean).toBeCloseTo(1, 1);
    expect(unsure.probabilityBetter).toBeLessThan(sure.probabilityBetter - 0.01);
    expect(lost.probabilityBetter).toBeLessThan(unsure.probabilityBetter - 0.05);
    const width = ({ expectedGain: { low, high } }: typeof sure) => high - low;
    expect(width(unsure)).toBeGreaterThan(1.2 * width(sure));
    expect(width(lost)).toBeGreaterThan(1.2 * width(unsure));
  });

  it('is seen whole by the draws that judge, be the draws of values even or odd in number', () => {
    const probabilities = [99, 100, 101, 199, 200, 201].map((count) => {
      const table = tableOf(channels.map((channel) => valued(channel, 2, 1, count)));
      return planned(table, ltv).probabilityBetter;
    });
    // 200 draws judge: a standard error of .03.
    expect(Math.max(...probabilities) - Math.min(...probabilities)).toBeLessThan(0.1);
  });

  it('is honest where no customer is known: the plan of profit, less sure, instead of none', () => {
    const unknown = planned(
      tableOf(
        channels.map((channel) => ({
          ...channel,
          value: unknownValueDraws({ count: 200, seed: 1, channel: channel.name, marginShare: 0.6 }),
        })),
      ),
      ltv,
    );
    const byProfit = planned(tableOf(channels), profit);
    unknown.channels.forEach(({ optimalDailyMinor }, i) => {
      expect(Math.abs(optimalDailyMinor - optimumOf(byProfit)[i]!)).toBeLessThanOrEqual(1);
    });
    expect(unknown.probabilityBetter).toBeLessThan(byProfit.probabilityBetter);
    expect(unknown.probabilityBetter).toBeGreaterThan(0.5);
  });
});
