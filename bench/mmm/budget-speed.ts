import { evaluatePlan } from '~/engine/budget/evaluate-plan';
import { planBudget } from '~/engine/budget/plan-budget';
import { tabulateResponses, type BudgetChannel } from '~/engine/budget/response-table';
import { createRng, nextNormal, type Rng } from '~/engine/numeric/rng';
import { trueDraws } from '~/engine/simulate/marketing/true-response';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';
import { printTable } from '../support/markdown';

const DRAWS = 1000;
const ROUNDS = 15;
const HORIZON_DAYS = 30;

/** Plans and scenarios of 8 channels, 1,000 draws around the truth, on a grid of 500 steps. */
export function printBudgetSpeed(): void {
  const channels = drawnChannels();
  const tabulated = bestOf(() =>
    tabulateResponses({ channels, granularity: 'daily', horizonDays: HORIZON_DAYS }),
  );
  const table = tabulated.result;
  const current = table.channels.map(({ currentDailySpend }) => Math.round(100 * currentDailySpend));
  const minor = current.reduce((sum, value) => sum + value, 0);
  const terms = { objective: 'profit', marginShare: 0.6 } as const;
  const plan = (maxChange: number | null) =>
    bestOf(() => planBudget(table, { ...terms, mode: 'split', total: { minor, per: 'day' }, maxChange }));
  printTable(
    `Budget: 8 channels x ${DRAWS} draws x 500 steps, ${HORIZON_DAYS} days; milliseconds, best of ${ROUNDS}.`,
    ['response table, once a fit and horizon', 'plan, ±30 %', 'plan, free', 'scenario'],
    [
      [tabulated, plan(0.3), plan(null), bestOf(() => evaluatePlan(table, terms, current))].map(
        ({ milliseconds }) => milliseconds.toFixed(2),
      ),
    ],
  );
}

function drawnChannels(): BudgetChannel[] {
  const world = simulateWorld('realistic', { seed: 1, channels: 8 });
  const rng = createRng(1, 'budget bench');
  return world.series.channels.flatMap(({ name, spend }): BudgetChannel[] => {
    const truth = world.truth.channels.find((channel) => channel.name === name);
    if (!truth) return [];
    const { beta, theta, halfSaturation, slope } = trueDraws(truth);
    const draws = {
      beta: around(rng, beta, 0.3),
      theta: around(rng, theta, 0.1).map((value) => Math.min(0.95, value)),
      halfSaturation: around(rng, halfSaturation, 0.3),
      slope: around(rng, slope, 0.2),
    };
    return [{ name, hasEvidence: truth.roas > 0, spend, draws }];
  });
}

/** Draws around the only element of a truth. */
function around(rng: Rng, [centre = NaN]: Float64Array, spread: number): Float64Array {
  return Float64Array.from({ length: DRAWS }, () => centre * Math.exp(spread * nextNormal(rng)));
}

function bestOf<T>(run: () => T): { readonly result: T; readonly milliseconds: number } {
  let milliseconds = Infinity;
  let result = run();
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    result = run();
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return { result, milliseconds };
}
