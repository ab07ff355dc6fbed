import { describe, expect, it, vi } from 'vitest';
import { randomChannels, tableOf, worth } from './fixtures/budget-channels';
import { optimumOf, planned, revenue, sum, todayMinor } from './fixtures/planned';
import { allowedSpends, bestByTrying, smallProblem } from './fixtures/random-problem';
import { planBudget } from './plan-budget';

// Every split of hundreds of budgets is tried: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('a plan against all possible ones', () => {
  it('is the best of every split that the limits allow, in 400 small problems of any kind', () => {
    let plans = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const problem = smallProblem(seed);
      const { table, request } = problem;
      const plan = planBudget(table, request);
      const best = bestByTrying(problem);
      if (plan.status === 'refused') {
        expect([plan.reason, best, seed]).toStrictEqual(['total-below-minimums', -Infinity, seed]);
        continue;
      }
      plans++;
      const spends = optimumOf(plan);
      spends.forEach((minor, i) => {
        expect(allowedSpends(problem, i), `channel ${i} of seed ${seed}`).toContain(minor);
      });
      expect(worth(table, request, spends), `seed ${seed}`).toBeCloseTo(best, 8);
    }
    expect(plans).toBeGreaterThan(250);
  });

  it('is within 0.01 % of the best of two channels on a grid of cents, where both may move by thousands', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const table = tableOf(randomChannels(seed, 2));
      const total = sum(todayMinor(table));
      const plan = planned(table, { ...revenue, maxChange: null });
      const [first, second] = table.channels.map(({ currentDailySpend }) =>
        Math.round(300 * currentDailySpend),
      );
      let best = -Infinity;
      for (let minor = Math.max(0, total - second!); minor <= Math.min(first!, total); minor += 5) {
        best = Math.max(best, worth(table, revenue, [minor, total - minor]));
      }
      expect(worth(table, revenue, optimumOf(plan))).toBeGreaterThan(best * (1 - 1e-4));
    }
  });
});
