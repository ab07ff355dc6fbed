import { describe, expect, it, vi } from 'vitest';
import { randomChannels, steadyChannel, tableOf, worth } from './fixtures/budget-channels';
import { optimumOf, planned, profit, revenue, sum, todayMinor } from './fixtures/planned';
import type { BudgetChannel } from './response-table';

// Hundreds of plans: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('a plan', () => {
  const draws = 60;

  // Below today's total the largest change downwards moves with the total, so that less money may cut more.
  it.each([
    { maxChange: 0.3, from: 1 },
    { maxChange: null, from: 0.5 },
  ])(
    'is worth more with more money, never less (to 1e-6 of it, the grid moves): %o',
    ({ maxChange, from }) => {
      for (let seed = 1; seed <= 6; seed++) {
        const table = tableOf(randomChannels(seed, 4));
        const today = sum(todayMinor(table));
        let last = -Infinity;
        for (let share = from; share <= 1.4; share += 0.05) {
          const total = { minor: Math.round(today * share), per: 'day' } as const;
          const plan = planned(table, { total, maxChange });
          const value = worth(table, profit, optimumOf(plan));
          expect(value).toBeGreaterThan(last - 1e-6 * Math.abs(last));
          last = value;
        }
      }
    },
  );

  it('scales with money: a currency 1,000 times smaller gives 1,000 times the spend, to a step of the grid', () => {
    const channels = randomChannels(3, 4, draws);
    const thousandfold = channels.map((channel): BudgetChannel => {
      const times = (values: Float64Array) => values.map((value) => 1000 * value);
      const { beta, halfSaturation } = channel.draws;
      return {
        ...channel,
        spend: times(channel.spend),
        draws: { ...channel.draws, beta: times(beta), halfSaturation: times(halfSaturation) },
      };
    });
    const small = planned(tableOf(channels));
    const large = planned(tableOf(thousandfold));
    large.channels.forEach(({ optimalDailyMinor }, i) => {
      expect(Math.abs(optimalDailyMinor / 1000 - small.channels[i]!.optimalDailyMinor)).toBeLessThanOrEqual(
        1.5,
      );
    });
    expect(large.expectedGain.mean / small.expectedGain.mean).toBeCloseTo(1000, 0);
    expect(large.probabilityBetter).toBe(small.probabilityBetter);
    expect(large.answer).toBe(small.answer);
  });

  it('does not depend on the order of the channels', () => {
    const channels = randomChannels(5, 4, draws);
    const forwards = planned(tableOf(channels));
    const backwards = planned(tableOf(channels.toReversed()));
    backwards.channels.toReversed().forEach((channel, i) => {
      expect(
        Math.abs(channel.optimalDailyMinor - forwards.channels[i]!.optimalDailyMinor),
      ).toBeLessThanOrEqual(1);
    });
  });

  it('leaves money unspent where the next unit does not pay', () => {
    const weak = { beta: 60, theta: 0.3, halfSaturation: 100, slope: 1 };
    const plan = planned(tableOf([steadyChannel('meta', 100, weak)]), {
      total: { minor: 20_000, per: 'day' },
    });
    // 0.6 x 60 x K / (x + K)^2 is below 1 everywhere: the largest cut is right, and no more than that is allowed.
    expect(plan.channels[0]!.optimalDailyMinor).toBe(7000);
    expect(plan.channels[0]!.notes).toStrictEqual(['held-at-lower-limit']);
    expect(plan.unspentMinor).toBe(20_000 - plan.dailyMinor);
  });

  it('spends the total on revenue alone, which every unit adds to', () => {
    const table = tableOf(randomChannels(2, 4));
    expect(planned(table, revenue).unspentMinor).toBe(0);
  });

  it('makes the slopes of the curves equal where no limit holds them', () => {
    const curve = (beta: number) => ({ beta, theta: 0.4, halfSaturation: 80, slope: 1 });
    const table = tableOf([steadyChannel('meta', 100, curve(500)), steadyChannel('google', 100, curve(700))]);
    const [a, b] = optimumOf(planned(table, { ...revenue, maxChange: null }));
    const marginal = (plan: readonly number[], i: number) => {
      const more = plan.map((minor, j) => (j === i ? minor + 50 : minor));
      return worth(table, revenue, more) - worth(table, revenue, plan);
    };
    expect(marginal([a!, b!], 0) / marginal([a!, b!], 1)).toBeCloseTo(1, 2);
  });

  it('goes beyond 1.2 times the sustained spend only when asked, and says that it is untested', () => {
    const strong = { beta: 5000, theta: 0.3, halfSaturation: 300, slope: 1 };
    const table = tableOf([steadyChannel('meta', 100, strong)]);
    const total = { minor: 100_000, per: 'day' } as const;
    expect(planned(table, { total }).channels[0]).toMatchObject({
      optimalDailyMinor: 12_000,
      notes: ['held-at-upper-limit'],
    });
    expect(planned(table, { total, beyondTried: true }).channels[0]).toMatchObject({
      optimalDailyMinor: 13_000,
      notes: ['untested', 'held-at-upper-limit'],
    });
    expect(planned(table, { total, maxChange: null }).channels[0]).toMatchObject({
      optimalDailyMinor: 30_000,
      notes: ['untested', 'held-at-upper-limit'],
    });
  });

  it('switches off a channel that may be off and does not pay', () => {
    const weak = { beta: 20, theta: 0.3, halfSaturation: 100, slope: 1 };
    const table = tableOf([steadyChannel('meta', 100, weak)]);
    const plan = planned(table, { limits: { meta: { orZero: true, min: 5000 } } });
    expect(plan.channels[0]).toMatchObject({ optimalDailyMinor: 0, notes: ['switched-off'] });
  });
});

describe('the next money', () => {
  const good = { beta: 3000, theta: 0.3, halfSaturation: 300, slope: 1 };
  const weak = { beta: 100, theta: 0.3, halfSaturation: 100, slope: 1 };
  const table = tableOf([steadyChannel('meta', 100, weak), steadyChannel('google', 200, good)]);

  it('cuts nobody and goes to the channel whose next unit brings most', () => {
    const plan = planned(table, { mode: 'next', total: { minor: 30_000, per: 'horizon' } });
    expect(optimumOf(plan)).toStrictEqual([10_000, 21_000]);
    expect(plan.unspentMinor).toBe(0);
    expect(plan.channels[1]!.changeReturn!.mean).toBeGreaterThan(1 / 0.6);
    expect(plan.channels[0]!.changeReturn).toBeNull();
  });

  it('stays in the pocket when it does not pay', () => {
    const plan = planned(tableOf([steadyChannel('meta', 100, weak)]), {
      mode: 'next',
      total: { minor: 5000, per: 'day' },
    });
    expect(plan).toMatchObject({ answer: 'leave', dailyMinor: 10_000, unspentMinor: 5000 });
  });
});
