import { backtestMix } from '~/engine/mmm/backtest-mix';
import type { MixOptions } from '~/engine/mmm/build-model';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { prepareMix } from '~/engine/mmm/prepare-mix';
import { previewMix } from '~/engine/mmm/preview-mix';
import { sampleChain, samplingPlan } from '~/engine/mmm/sample-chain';
import { summariseMix } from '~/engine/mmm/summarise-mix';
import { fitMix, type MixAnswer, type MixTasks } from '~/services/fit-mix';

export type MixOutcome = MixAnswer['mix'];

/** Fits a series: whoever measures says where the work is done. */
export type MixRunner = (series: MarketingSeries, options: MixOptions) => Promise<MixOutcome>;

/** What the product uses where nobody gives one. */
const SEED = 1;

/** The product's own fit, without its look back. */
export function mixRunner(tasks: MixTasks): MixRunner {
  return async (series, options) =>
    (await fitMix(tasks, { series, options, seed: SEED, backtest: false })).mix;
}

/** Everything in this thread, one after the other: what many series at once make the most of. */
export const tasksHere: MixTasks = {
  preview: (series, options) => Promise.resolve(previewMix(series, options)),
  prepare: (series, options) => Promise.resolve(prepareMix(series, options)),
  sample: (prepared, seed, effort, onProgress) =>
    Promise.resolve(sampleChain(prepared, seed, onProgress, samplingPlan(prepared.model, effort))),
  summarise: (prepared, chains) => Promise.resolve(summariseMix(prepared, chains)),
  backtest: (series, options) => Promise.resolve(backtestMix(series, options)),
  // Nothing here looks at proposals, and they come after the numbers.
  experiments: () => Promise.resolve(null),
};

export interface Timed<T> {
  readonly result: T;
  /** Processor seconds of all threads of this process. */
  readonly cpu: number;
  readonly wall: number;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1000 };
}
