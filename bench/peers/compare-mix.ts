import type { MixOptions } from '~/engine/mmm/build-model';
import type { Granularity, MarketingSeries } from '~/engine/mmm/marketing-series';
import { planBudget } from '~/engine/budget/plan-budget';
import { simulateWorld, type WorldKind } from '~/engine/simulate/marketing/world-presets';
import type { Attribution } from '../mmm/attribution';
import { judgeQuestions, tabulatePlans, type JudgedQuestion } from '../mmm/judge-plans';
import { marketEvents } from '../mmm/market-events';
import { measureAttribution, type ChannelTruth } from '../mmm/measure-attribution';
import { modelAttribution } from '../mmm/model-attribution';
import { readReferenceSeries, referenceSeriesMissing } from '../mmm/reference-series';
import { mixRunner, tasksHere, timed } from '../mmm/run-mix';
import { modelPlanner } from '../mmm/try-plans';
import { fixed, printTable } from '../support/markdown';
import { askPymc } from './pymc-peer';

/** One row of the table. */
interface Engine {
  readonly attribution: Attribution | null;
  readonly outcome: string;
  readonly rhat: number | null;
  readonly ess: number | null;
  readonly divergences: number | null;
  readonly fitting: { readonly wall: number; readonly cpu: number };
  /** Minor units a day, an element a question; `null` where there is no plan. */
  readonly plans: readonly (readonly number[] | null)[];
}

interface Case {
  readonly label: string;
  readonly series: MarketingSeries;
  readonly options: MixOptions;
  readonly truth: readonly ChannelTruth[];
  /** None where the true curves are not known. */
  readonly questions: readonly JudgedQuestion[];
}

/** The same money moved by at most 30 %, and moved freely: what both optimisers can be asked. */
const QUESTIONS = 2;
const run = mixRunner(tasksHere);

/** Prints what both say of the same series; a row as soon as it is known, because the other side takes minutes. */
export async function compareMix(seeds: readonly number[]): Promise<void> {
  if (referenceSeriesMissing()) {
    console.log('SKIPPED: the published series (../shared/data/mmm) are not on this machine');
  }
  const cases = [...publishedCases(), ...simulatedCases(seeds)];
  const rows: string[][] = [];
  for (const each of cases) {
    const peer = askPymc(each.series, each.options, each.questions);
    const engines: Engine[] = [await ourEngine(each), { ...peer, outcome: 'fitted' }];
    for (const engine of engines) {
      rows.push(rowOf(each, engine));
      if (process.stderr.isTTY) process.stderr.write(`${rows.at(-1)?.join(' | ') ?? ''}\n`);
    }
  }
  printTable(
    'Marketing mix on the same series in the same run. Errors as in bench/mmm; regret: what the plan for 30 days leaves of the best one, in shares of what media bring.',
    [
      ...[
        'series',
        'engine',
        'error of contributions',
        'media in all, off',
        '\\|ln ROAS\\| off',
        'in 50 %',
        'in 90 %',
      ],
      ...['marginal ROAS off', 'marginal in 90 %', 'r-hat', 'ESS', 'divergences', 'cpu s', 'wall s'],
      ...['regret, ±30 %', 'regret, free', 'gain on today, ±30 %', 'gain on today, free'],
    ],
    rows,
  );
}

function publishedCases(): Case[] {
  if (referenceSeriesMissing()) return [];
  return readReferenceSeries().flatMap(({ name, series, options, truth }): Case[] =>
    truth ? [{ label: name, series, options, truth, questions: [] }] : [],
  );
}

function simulatedCases(seeds: readonly number[]): Case[] {
  const of = (kind: WorldKind, granularity: Granularity, seed: number): Case => {
    const world = simulateWorld(kind, { seed, granularity });
    return {
      label: `${kind}, ${granularity}, ${seed}`,
      series: world.series,
      options: { events: marketEvents(world.series) },
      truth: world.truth.channels,
      questions: judgeQuestions(world).slice(0, QUESTIONS),
    };
  };
  const weekly = (['clean', 'realistic', 'hard'] as const).flatMap((kind) =>
    seeds.map((seed) => of(kind, 'weekly', seed)),
  );
  return [...weekly, ...seeds.slice(0, 1).map((seed) => of('realistic', 'daily', seed))];
}

async function ourEngine({ series, options, questions }: Case): Promise<Engine> {
  const { result: outcome, cpu, wall } = await timed(() => run(series, options));
  const diagnostics = outcome.status === 'refused' ? null : outcome.diagnostics;
  const common = {
    outcome: outcome.status,
    rhat: diagnostics?.rhat ?? null,
    ess: diagnostics?.ess ?? null,
    divergences: diagnostics?.divergences ?? null,
    fitting: { cpu, wall },
  };
  if (outcome.status !== 'fitted') return { ...common, attribution: null, plans: questions.map(() => null) };
  const table = questions.length === 0 ? null : tabulatePlans(series, modelPlanner(series, outcome).channels);
  return {
    ...common,
    attribution: modelAttribution(outcome),
    plans: questions.map(({ request, reference }) => {
      const plan = table && planBudget(table, request);
      return plan?.status === 'planned' ? plan.channels.map(({ dailyMinor }) => dailyMinor) : reference;
    }),
  };
}

function rowOf({ label, truth, questions }: Case, engine: Engine): string[] {
  const { attribution, plans } = engine;
  const head = [label, attribution?.method ?? 'Timón'];
  if (!attribution) return [...head, engine.outcome, ...Array.from({ length: 15 }, () => '-')];
  const measures = measureAttribution(attribution, truth);
  const { contributions, marginals, logErrors } = measures;
  const held = (hits: number | undefined, trials: number | undefined): string =>
    trials === undefined ? '-' : `${hits ?? 0} of ${trials}`;
  const judged = questions.map(({ judge }, i) => {
    const plan = plans[i];
    return plan ? judge(plan) : null;
  });
  const share = (value: number | undefined): string =>
    value === undefined ? '-' : `${fixed(100 * value, 1)} %`;
  return [
    ...head,
    fixed(measures.contributionError),
    fixed(measures.totalOff),
    fixed(logErrors.reduce((sum, error) => sum + error, 0) / logErrors.length),
    held(contributions?.half, contributions?.trials),
    held(contributions?.most, contributions?.trials),
    fixed(measures.marginalError),
    held(marginals?.most, marginals?.trials),
    fixed(engine.rhat, 4),
    fixed(engine.ess, 0),
    fixed(engine.divergences, 0),
    fixed(engine.fitting.cpu, 1),
    fixed(engine.fitting.wall, 1),
    share(judged[0]?.regret),
    share(judged[1]?.regret),
    share(judged[0]?.gain),
    share(judged[1]?.gain),
  ];
}
