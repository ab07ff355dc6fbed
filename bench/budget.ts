/**
 * Speed of the budget engine: `npx tsx bench/budget.ts`. 8 channels of a simulated shop, 1,000 draws around the truth,
 * 30 days, a grid of 500 steps; best of 15.
 */
import { evaluatePlan } from '~/engine/budget/evaluate-plan';
import { planBudget } from '~/engine/budget/plan-budget';
import { tabulateResponses } from '~/engine/budget/response-table';
import { createRng, nextNormal } from '~/engine/numeric/rng';
import { trueDraws } from '~/engine/simulate/marketing/true-response';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';

const DRAWS = 1000;
const RUNS = 15;
const world = simulateWorld('realistic', { seed: 1, channels: 8 });
const rng = createRng(1, 'budget bench');

/** Draws around the only element of a truth. */
function around([centre = Number.NaN]: Float64Array, spread: number): Float64Array {
  return Float64Array.from({ length: DRAWS }, () => centre * Math.exp(spread * nextNormal(rng)));
}

const channels = world.series.channels.flatMap(({ name, spend }) => {
  const truth = world.truth.channels.find((channel) => channel.name === name);
  if (!truth) return [];
  const { beta, theta, halfSaturation, slope } = trueDraws(truth);
  const draws = {
    beta: around(beta, 0.3),
    theta: around(theta, 0.1).map((value) => Math.min(0.95, value)),
    halfSaturation: around(halfSaturation, 0.3),
    slope: around(slope, 0.2),
  };
  return [{ name, hasEvidence: truth.roas > 0, spend, draws }];
});

function bestOf<T>(name: string, run: () => T): T {
  let best = Infinity;
  let result = run();
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    result = run();
    best = Math.min(best, performance.now() - start);
  }
  console.log(`${name}: ${best.toFixed(2)} ms`);
  return result;
}

const table = bestOf('response table', () =>
  tabulateResponses({ channels, granularity: 'daily', horizonDays: 30 }),
);
const current = table.channels.map(({ currentDailySpend }) => Math.round(100 * currentDailySpend));
const minor = current.reduce((sum, value) => sum + value, 0);
const terms = { objective: 'profit', marginShare: 0.6 } as const;
for (const maxChange of [0.3, null]) {
  bestOf(`plan, largest change ${maxChange ?? 'none'}`, () =>
    planBudget(table, { ...terms, mode: 'split', total: { minor, per: 'day' }, maxChange }),
  );
}
bestOf('scenario', () => evaluatePlan(table, terms, current));
