import type { MixBacktest } from '~/engine/mmm/backtest-mix';
import type { MixOptions } from '~/engine/mmm/build-model';
import { MIX_ENGINE_VERSION } from '~/engine/mmm/engine-version';
import type { ExperimentProposal } from '~/engine/mmm/experiment';
import type { MixRefusal } from '~/engine/mmm/history-check';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { MixFit, MixStop } from '~/engine/mmm/mix-fit';
import type { PreparedMix } from '~/engine/mmm/prepare-mix';
import type { MixPreview } from '~/engine/mmm/preview-mix';
import type { ChainDraws } from '~/engine/mmm/sample-chain';

/** Steps of a fit, each off the event loop. Every one is a pure function of its arguments, so that they may run anywhere. */
export interface MixTasks {
  preview(series: MarketingSeries, options: MixOptions): Promise<MixPreview | MixRefusal>;
  prepare(series: MarketingSeries, options: MixOptions): Promise<PreparedMix | MixRefusal>;
  /** @param effort how many times the usual number of draws */
  sample(
    prepared: PreparedMix,
    seed: number,
    effort: number,
    onProgress: (share: number) => void,
  ): Promise<ChainDraws>;
  summarise(prepared: PreparedMix, chains: readonly ChainDraws[]): Promise<MixFit | MixStop>;
  backtest(series: MarketingSeries, options: MixOptions): Promise<MixBacktest | null>;
  experiments(fit: MixFit, series: MarketingSeries): Promise<readonly ExperimentProposal[] | null>;
}

export interface MixRequest {
  readonly series: MarketingSeries;
  readonly options: MixOptions;
  readonly seed: number;
  /** Look back at what the model would have forecast. */
  readonly backtest: boolean;
  readonly onProgress?: (progress: MixProgress) => void;
}

export type MixProgress =
  | { readonly step: 'prepare' }
  /** Of all chains together; a second time, with more draws, where the first did not agree. */
  | { readonly step: 'sample'; readonly share: number; readonly again: boolean }
  | { readonly step: 'summarise' };

export interface MixAnswer {
  readonly engineVersion: string;
  readonly mix: MixFit | MixStop | MixRefusal;
  /** Ridge regression of the same series; `null` where nothing can be fitted. */
  readonly preview: MixPreview | null;
  /** `null` where it was not asked for or the history is too short. */
  readonly backtest: MixBacktest | null;
  /** What would settle what the data cannot tell, the most useful first. */
  readonly experiments: readonly ExperimentProposal[];
}

/** Chains are compared with each other: fewer than four could all miss the same second mode. */
const CHAINS = 4;
/** Chains that do not agree yet are drawn once more, so many times as long. */
const LONGER = 3;

/**
 * The whole fit of one series: ridge preview, model, chains side by side, summary, look back. The same request gives the
 * same answer on however many threads.
 */
export async function fitMix(tasks: MixTasks, request: MixRequest): Promise<MixAnswer> {
  const { series, options, onProgress } = request;
  onProgress?.({ step: 'prepare' });
  // The look back needs nothing of the fit: it keeps the thread busy that would wait for the model.
  const [preview, mix, backtest] = await Promise.all([
    tasks.preview(series, options),
    tasks.prepare(series, options).then((each) => sampled(tasks, each, request)),
    request.backtest ? tasks.backtest(series, options) : null,
  ]);
  const experiments = mix.status === 'fitted' ? await tasks.experiments(mix, series) : null;
  return {
    engineVersion: MIX_ENGINE_VERSION,
    mix,
    preview: preview.status === 'preview' ? preview : null,
    backtest,
    experiments: experiments ?? [],
  };
}

async function sampled(
  tasks: MixTasks,
  prepared: PreparedMix | MixRefusal,
  request: MixRequest,
): Promise<MixFit | MixStop | MixRefusal> {
  if (prepared.status === 'refused') return prepared;
  const first = await summarised(tasks, prepared, 1, request);
  // A sampler that keeps breaking off will not be healed by more of the same.
  const worthAnother = first.status === 'not-converged' && first.diagnostics.divergences === 0;
  return worthAnother ? summarised(tasks, prepared, LONGER, request) : first;
}

async function summarised(
  tasks: MixTasks,
  prepared: PreparedMix,
  effort: number,
  { seed, onProgress }: MixRequest,
): Promise<MixFit | MixStop> {
  const shares = new Float64Array(CHAINS);
  const again = effort > 1;
  const chains = await Promise.all(
    Array.from(shares, (_, chain) =>
      tasks.sample(prepared, seed * CHAINS + chain, effort, (share) => {
        shares[chain] = share;
        onProgress?.({ step: 'sample', share: shares.reduce((sum, each) => sum + each, 0) / CHAINS, again });
      }),
    ),
  );
  onProgress?.({ step: 'summarise' });
  return tasks.summarise(prepared, chains);
}
