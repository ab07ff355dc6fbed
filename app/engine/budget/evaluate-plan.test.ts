import { describe, expect, it } from 'vitest';
import { comparePlans, evaluatePlan } from './evaluate-plan';
import { randomChannels, steadyChannel, tableOf } from './fixtures/budget-channels';
import { platformTargets } from './platform-target';
import { responseDraws } from './response-table';

const table = tableOf(randomChannels(4, 3, 80));
const profit = { objective: 'profit', marginShare: 0.5 } as const;

describe('a scenario', () => {
  it('adds up to the cent over channels, and so does its difference from another', () => {
    const compared = comparePlans(table, profit, [
      [3333, 4444, 5555],
      [4111, 3999, 5222],
      [3333, 4444, 5555],
    ]);
    if ('status' in compared) throw new Error(compared.reason);
    const [first, second] = compared.plans;
    const difference = compared.differences[1]!;
    for (const part of ['spendMinor', 'revenueMinor'] as const) {
      expect(second!.channels.reduce((sum, channel) => sum + channel[part], 0)).toBe(second![part]);
      expect(second![part] - first![part]).toBe(difference[part]);
      expect(difference.channels.reduce((sum, channel) => sum + channel[part], 0)).toBe(difference[part]);
      expect(compared.differences[2]![part]).toBe(0);
    }
    expect(second!.spendMinor).toBe(30 * (4111 + 3999 + 5222));
    expect(compared.differences[2]!.gain).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  it('has an objective that is margin less spend, draw by draw on average', () => {
    const evaluation = evaluatePlan(table, profit, [3333, 4444, 5555]);
    if ('status' in evaluation) throw new Error(evaluation.reason);
    const spend = (30 * (3333 + 4444 + 5555)) / 100;
    expect(evaluation.objective.mean).toBeCloseTo(0.5 * evaluation.revenue.mean - spend, 6);
    expect(evaluation.revenueMinor / 100).toBeCloseTo(evaluation.revenue.mean, 1);
  });

  it('needs one spend a channel, within reach of the table', () => {
    expect(() => evaluatePlan(table, profit, [1, 2])).toThrow('a plan needs 3 spends, one a channel: 2');
    expect(() => evaluatePlan(table, profit, [1, 2, 1e9])).toThrow(RangeError);
    expect(evaluatePlan(table, { objective: 'ltv' }, [1, 2, 3])).toMatchObject({ reason: 'no-value' });
  });

  it('of no plans compares nothing', () => {
    expect(comparePlans(table, profit, [])).toStrictEqual({ plans: [], differences: [] });
  });
});

describe('the target for the ad platform', () => {
  const curve = { beta: 900, theta: 0.3, halfSaturation: 100, slope: 1 };
  const own = tableOf([
    steadyChannel('meta', 100, curve, { draws: 100 }),
    steadyChannel('google', 100, curve, { draws: 100 }),
  ]);

  it('is revenue for each unit of the planned spend, and cost for each order', () => {
    const targets = platformTargets(own, [12_000, 0], 40);
    expect(targets.map(({ name }) => name)).toStrictEqual(['meta']);
    const draws = responseDraws(own.channels[0]!, 100, 120);
    const mean = draws.reduce((sum, value) => sum + value, 0) / 100;
    const { targetRoas, targetCpa } = targets[0]!;
    expect(targetRoas.mean).toBeCloseTo(mean / (30 * 120), 9);
    expect(targetCpa!.mean).toBeCloseTo(40 / targetRoas.mean, 9);
    expect([targetCpa!.low, targetCpa!.high]).toStrictEqual([40 / targetRoas.high, 40 / targetRoas.low]);
  });

  it('has no cost an order where an order has no value', () => {
    expect(platformTargets(own, [12_000, 0], null)[0]!.targetCpa).toBeNull();
  });
});
