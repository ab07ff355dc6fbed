import { describe, expect, it } from 'vitest';
import { randomChannels, steadyChannel, tableOf, worth } from './fixtures/budget-channels';
import { optimumOf, planned, profit, revenue } from './fixtures/planned';

describe('the answer', () => {
  const curve = { beta: 600, theta: 0.3, halfSaturation: 100, slope: 1 };
  const many = { draws: 400, spread: 0.15 };

  it('is to leave it where today is within 1 % of the best, with today inside every range', () => {
    const table = tableOf([steadyChannel('a', 100, curve, many), steadyChannel('b', 101, curve, many)]);
    const plan = planned(table, revenue);
    expect(plan).toMatchObject({ answer: 'leave', reason: 'today-as-good', comparedWith: 'today' });
    for (const {
      dailyMinor,
      currentDailyMinor,
      range: { lowMinor, highMinor },
    } of plan.channels) {
      expect(dailyMinor).toBe(currentDailyMinor);
      expect(lowMinor).toBeLessThanOrEqual(currentDailyMinor);
      expect(highMinor).toBeGreaterThanOrEqual(currentDailyMinor);
    }
  });

  it('is to change where the gain is sure, with a gain that a known truth has', () => {
    const strong = { ...curve, beta: 3000 };
    const table = tableOf([steadyChannel('a', 100, curve, many), steadyChannel('b', 100, strong, many)]);
    const plan = planned(table, revenue);
    expect(plan).toMatchObject({ answer: 'change', reason: 'gain-shown' });
    expect(plan.probabilityBetter).toBeGreaterThan(0.95);
    const truth = tableOf([steadyChannel('a', 100, curve), steadyChannel('b', 100, strong)]);
    const gain = worth(truth, revenue, optimumOf(plan)) - worth(truth, revenue, [10_000, 10_000]);
    expect(plan.expectedGain.low).toBeLessThan(gain);
    expect(plan.expectedGain.high).toBeGreaterThan(gain);
  });

  it('is to leave it where draws know nothing: no gain on draws that the optimiser did not see', () => {
    let shown = 0;
    for (let seed = 1; seed <= 20; seed++) {
      // Eight alike channels, eight wide draws: the best of them on four draws is chance.
      const channels = Array.from({ length: 8 }, (_, i) =>
        steadyChannel(`c${i}`, 100, curve, { draws: 8, spread: 1, seed: 10 * seed }),
      );
      const plan = planned(tableOf(channels), revenue);
      if (plan.expectedGain.low > 0) shown++;
    }
    expect(shown).toBeLessThanOrEqual(4);
  });

  it('is to leave it where the better plan is too likely to be the worse one, unless the merchant takes the risk', () => {
    const wild = { draws: 400, spread: 0.8 };
    const table = tableOf([
      steadyChannel('a', 100, curve, wild),
      steadyChannel('b', 100, { ...curve, beta: 1200 }, wild),
    ]);
    const plan = planned(table, { ...revenue, maxChange: null });
    expect(plan).toMatchObject({ answer: 'leave', reason: 'gain-not-shown', dailyMinor: 20_000 });
    expect(plan.probabilityBetter).toBeLessThan(0.8);
    expect(optimumOf(plan)).not.toStrictEqual(plan.channels.map(({ dailyMinor }) => dailyMinor));
    const bold = planned(table, { ...revenue, maxChange: null, requiredProbability: 0.5 });
    expect(bold).toMatchObject({ answer: 'change', reason: 'gain-shown' });
  });

  it('keeps its 1 % promise at both ends of each range', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const table = tableOf(randomChannels(seed, 4));
      const best = planned(table);
      const value = worth(table, profit, optimumOf(best));
      for (const {
        name,
        range: { lowMinor, highMinor },
      } of best.channels) {
        for (const end of [lowMinor, highMinor]) {
          const held = planned(table, { limits: { [name]: { min: end, max: end } } });
          expect(worth(table, profit, optimumOf(held))).toBeGreaterThan(value - 0.0101 * Math.abs(value));
        }
      }
    }
  });

  it("compares a smaller total with today's split scaled down, the locked channel as it is", () => {
    const channels = ['a', 'b', 'c'].map((name) => steadyChannel(name, 100, curve, many));
    const plan = planned(tableOf(channels), {
      ...revenue,
      total: { minor: 26_000, per: 'day' },
      limits: { a: { locked: true } },
    });
    expect(plan).toMatchObject({ comparedWith: 'today-scaled', answer: 'leave' });
    expect(plan.channels.map(({ dailyMinor }) => dailyMinor)).toStrictEqual([10_000, 8000, 8000]);
  });

  it('gives the same plan for the same table', () => {
    const table = tableOf(randomChannels(9, 5, 50));
    expect(planned(table)).toStrictEqual(planned(table));
  });
});
