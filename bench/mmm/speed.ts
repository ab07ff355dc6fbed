/**
 * Time of the whole marketing mix on the product's own threads: each step alone, the fit as the product runs it, and the
 * budget answers that follow. `npx tsx bench/mmm/speed.ts [--rounds 3]`. Both cores free: wall seconds are what a
 * merchant waits; under load read processor seconds.
 */
import { parseArgs } from 'node:util';
import type { MixOptions } from '~/engine/mmm/build-model';
import type { Granularity, MarketingSeries } from '~/engine/mmm/marketing-series';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';
import { createFitPool } from '~/jobs/fits/fit-pool.server';
import { fitMix, type MixTasks } from '~/services/fit-mix';
import { fixed, printTable } from '../support/markdown';
import { printBudgetSpeed } from './budget-speed';
import { marketEvents } from './market-events';
import { timed } from './run-mix';

const THREADS = 2;
const SEED = 101;
const CHAIN_SEEDS = [4, 5, 6, 7];
const SIZES: readonly { readonly years: number; readonly channels: number }[] = [
  { years: 1, channels: 3 },
  { years: 3, channels: 5 },
  { years: 3, channels: 8 },
];
const ROWS_A_YEAR = { daily: 365.25, weekly: 52 } as const;
const STEPS = ['preview', 'preparation', 'four chains', 'summary', 'experiments', 'look back'] as const;

interface Seconds {
  readonly wall: number;
  readonly cpu: number;
}

interface TimedMix {
  readonly whole: Seconds;
  readonly steps: Readonly<Record<(typeof STEPS)[number], Seconds>>;
  readonly status: string;
  readonly rhat: number;
  readonly ess: number;
}

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new RangeError(`rounds must be a whole number, 1 or more: ${options.rounds}`);
}

const pool = createFitPool({ threads: THREADS });
const rows: string[][] = [];
for (const granularity of ['daily', 'weekly'] as const) {
  for (const size of SIZES) rows.push(await rowOf(granularity, size, pool.mixTasks()));
}
await pool.close();
printTable(
  `Marketing mix, realistic world of seed ${SEED} with the days of its country's calendar, ${THREADS} threads; seconds of wall clock / processor, fastest of ${rounds} rounds. "In all" is the product's fit, its steps side by side; the steps are measured one after the other.`,
  ['series', 'rows', 'channels', 'in all', 'in all, first round', ...STEPS, 'outcome', 'r-hat', 'ESS'],
  rows,
);
printBudgetSpeed();

async function rowOf(
  granularity: Granularity,
  { years, channels }: (typeof SIZES)[number],
  tasks: MixTasks,
): Promise<string[]> {
  const { series } = simulateWorld('realistic', {
    seed: SEED,
    granularity,
    channels,
    rows: Math.round(years * ROWS_A_YEAR[granularity]),
  });
  const tried: TimedMix[] = [];
  for (let round = 0; round < rounds; round++) tried.push(await timeMix(series, tasks));
  const fastest = (of: (round: TimedMix) => Seconds): string =>
    both(tried.map(of).reduce((a, b) => (b.cpu < a.cpu ? b : a)));
  const [first] = tried;
  if (!first) throw new Error('no round');
  return [
    `${years} ${years === 1 ? 'year' : 'years'}, ${granularity}`,
    String(series.revenue.length),
    String(channels),
    fastest(({ whole }) => whole),
    both(first.whole),
    ...STEPS.map((step) => fastest(({ steps }) => steps[step])),
    first.status,
    fixed(first.rhat, 4),
    fixed(first.ess, 0),
  ];
}

async function timeMix(series: MarketingSeries, tasks: MixTasks): Promise<TimedMix> {
  const mixOptions: MixOptions = { events: marketEvents(series) };
  const whole = await timed(() => fitMix(tasks, { series, options: mixOptions, seed: 1, backtest: true }));
  const preview = await timed(() => tasks.preview(series, mixOptions));
  const preparation = await timed(() => tasks.prepare(series, mixOptions));
  const prepared = preparation.result;
  if (prepared.status !== 'prepared') throw new Error(`refused: ${prepared.reason}`);
  const sampling = await timed(() =>
    Promise.all(CHAIN_SEEDS.map((seed) => tasks.sample(prepared, seed, 1, () => undefined))),
  );
  const summary = await timed(() => tasks.summarise(prepared, sampling.result));
  const mix = summary.result;
  const experiments = await timed(() => (mix.status === 'fitted' ? tasks.experiments(mix, series) : null));
  const lookBack = await timed(() => tasks.backtest(series, mixOptions));
  return {
    whole,
    steps: {
      preview,
      preparation,
      'four chains': sampling,
      summary,
      experiments,
      'look back': lookBack,
    },
    status: mix.status,
    rhat: mix.diagnostics.rhat,
    ess: mix.diagnostics.ess,
  };
}

function both({ wall, cpu }: Seconds): string {
  return `${wall.toFixed(2)} / ${cpu.toFixed(2)}`;
}
