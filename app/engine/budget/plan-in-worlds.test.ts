import { describe, expect, it } from 'vitest';
import { createRng, nextNormal } from '../numeric/rng';
import { trueDraws } from '../simulate/marketing/true-response';
import { simulateWorld } from '../simulate/marketing/world-presets';
import { tableOf, worth } from './fixtures/budget-channels';
import { planBudget } from './plan-budget';
import type { BudgetChannel, ResponseTable } from './response-table';

const WORLDS = 40;
const DRAWS = 200;
/** Standard deviation of log beta and log K; half of it of log slope. */
const SPREAD = 0.3;
const terms = { objective: 'revenue' } as const;

/** A posterior around a world's curves, and a truth that is one more draw of it: what an honest posterior means. */
function seen(seed: number): { truth: ResponseTable; posterior: ResponseTable } {
  const { series, truth } = simulateWorld('realistic', { seed, rows: 400 });
  const rng = createRng(seed, 'posterior');
  const around = (values: Float64Array, spread: number, draws: number) =>
    Float64Array.from({ length: draws }, () => values[0]! * Math.exp(spread * nextNormal(rng)));
  const drawn = (draws: number) =>
    tableOf(
      truth.channels.map((channel, i): BudgetChannel => {
        const { beta, theta, halfSaturation, slope } = trueDraws(channel);
        return {
          name: channel.name,
          hasEvidence: channel.roas > 0,
          spend: series.channels[i]!.spend,
          draws: {
            beta: around(beta, SPREAD, draws),
            theta: around(theta, 0, draws),
            halfSaturation: around(halfSaturation, SPREAD, draws),
            slope: around(slope, SPREAD / 2, draws),
          },
        };
      }),
    );
  return { truth: drawn(1), posterior: drawn(DRAWS) };
}

describe('plans in 40 worlds whose posteriors are honest', () => {
  const results = Array.from({ length: WORLDS }, (_, i) => {
    const { truth, posterior } = seen(i + 1);
    const today = truth.channels.map(({ currentDailySpend }) => Math.round(100 * currentDailySpend));
    const request = {
      mode: 'split',
      ...terms,
      total: { minor: today.reduce((sum, minor) => sum + minor, 0), per: 'day' },
    } as const;
    const plan = planBudget(posterior, request);
    const oracle = planBudget(truth, request);
    if (plan.status === 'refused' || oracle.status === 'refused') throw new Error('a world without a plan');
    const before = worth(truth, terms, today);
    const after = worth(
      truth,
      terms,
      plan.channels.map(({ dailyMinor }) => dailyMinor),
    );
    const optimum = worth(
      truth,
      terms,
      plan.channels.map(({ optimalDailyMinor }) => optimalDailyMinor),
    );
    const best = worth(
      truth,
      terms,
      oracle.channels.map(({ optimalDailyMinor }) => optimalDailyMinor),
    );
    const { low, high } = plan.expectedGain;
    return {
      worse: after < before * (1 - 1e-6),
      regret: (best - after) / best,
      held: low <= optimum - before && optimum - before <= high,
      gain: after / before - 1,
    };
  });

  it('are worse than today in fewer than one in ten (design: under 10 %)', () => {
    expect(results.filter(({ worse }) => worse).length).toBeLessThan(WORLDS / 10);
  });

  it('lose at most 2 % of what a plan that knows the truth would bring, and gain on today', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / WORLDS;
    expect(Math.min(...results.map(({ regret }) => regret))).toBeGreaterThan(-1e-4);
    expect(mean(results.map(({ regret }) => regret))).toBeLessThan(0.02);
    expect(mean(results.map(({ gain }) => gain))).toBeGreaterThan(0.05);
  });

  it('have a true gain inside the 90 % interval as often as that says (30 or more of 40)', () => {
    // Binomial: fewer than 30 of 40 happen once in 700 at 90 %.
    expect(results.filter(({ held }) => held).length).toBeGreaterThanOrEqual(30);
  });
});
