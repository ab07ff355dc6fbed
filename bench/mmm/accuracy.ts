/**
 * What the marketing mix model says about simulated shops against what is true of them, beside simpler methods and one
 * that knows the curves. `npx tsx bench/mmm/accuracy.ts [--world clean|realistic|hard] [--granularity daily|weekly]
 * [--seeds 601-620] [--channels 5] [--no-events] [--short] [--json worlds.json]`; `--short` adds what happens with
 * little history, `--json` writes everything that was measured, world by world.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { WorldKind } from '~/engine/simulate/marketing/world-presets';
import { runInProcesses } from '../support/process-pool';
import { seedsOf } from '../support/seeds';
import { printAttributions, printFarthest, printForecasts, printOutcomes } from './accuracy-tables';
import { printPlans, printSummary, printVerdicts } from './decision-tables';
import { printShortHistories } from './short-history';
import type { TriedWorld, WorldTask } from './world-trial';

/** No test and no decision in the engine looked at these. */
const SEEDS = '601-620';
const WORLDS: readonly WorldKind[] = ['clean', 'realistic', 'hard'];
const PROCESSES = 2;
const WORKER = fileURLToPath(new URL('world-worker.ts', import.meta.url));

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    world: { type: 'string', multiple: true },
    granularity: { type: 'string', multiple: true },
    seeds: { type: 'string', default: SEEDS },
    channels: { type: 'string', default: '5' },
    events: { type: 'boolean', default: true },
    short: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const worlds = chosen('world', WORLDS, options.world);
const granularities = chosen('granularity', ['daily', 'weekly'] as const, options.granularity);
const seeds = seedsOf(options.seeds);
const common = { channels: Number(options.channels), events: options.events };

console.log(
  `Seeds ${options.seeds}, ${options.channels} channels, three years${options.events ? ', holidays and sales of the country told' : ''}. ± is the standard error over seeds; ranges in brackets hold the chance behind a share with 95 %.\n`,
);
const all: TriedWorld[] = [];
for (const granularity of granularities) {
  const tasks = worlds.flatMap((kind) =>
    seeds.map((seed): WorldTask => ({ kind, seed, granularity, ...common })),
  );
  const tried = await runInProcesses<TriedWorld>(WORKER, tasks, PROCESSES, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} worlds`);
  });
  all.push(...tried);
  console.log(`### ${granularity}\n`);
  for (const kind of worlds) {
    const ofKind = tried.filter(({ task }) => task.kind === kind);
    console.log(`#### ${kind} worlds\n`);
    printAttributions(ofKind);
    printPlans(ofKind);
  }
  const kinds = worlds.map((kind) => ({ kind, worlds: tried.filter(({ task }) => task.kind === kind) }));
  printForecasts(kinds);
  printVerdicts(kinds);
  printOutcomes(kinds);
  printFarthest(kinds);
  printSummary(kinds);
}
if (options.short) await printShortHistories(worlds, granularities, seeds, common);
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(all));

function chosen<T extends string>(
  name: string,
  known: readonly T[],
  asked: readonly string[] = known,
): readonly T[] {
  const unknown = asked.find((each) => known.every((one) => one !== each));
  if (unknown !== undefined) throw new RangeError(`${name} must be one of ${known.join(', ')}: ${unknown}`);
  return known.filter((each) => asked.includes(each));
}
