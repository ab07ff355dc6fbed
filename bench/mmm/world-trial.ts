import { backtestMix, type MixBacktest } from '~/engine/mmm/backtest-mix';
import type { MixOptions } from '~/engine/mmm/build-model';
import type { Granularity } from '~/engine/mmm/marketing-series';
import type { MarketingWorld } from '~/engine/simulate/marketing/marketing-world';
import { simulateWorld, type WorldKind } from '~/engine/simulate/marketing/world-presets';
import { equalRoi, lastClick, rawOls, ridge } from './anchors';
import { sumOf } from './attribution';
import { checkChannels, checkPairs, type CheckedChannel, type CheckedPair } from './check-verdicts';
import { informedModel } from './informed-model';
import { judgeQuestions } from './judge-plans';
import { marketEvents } from './market-events';
import { measureAttribution, type AttributionMeasures } from './measure-attribution';
import { modelAttribution } from './model-attribution';
import { oracle } from './oracle';
import { timed, type MixOutcome, type MixRunner } from './run-mix';
import { modelPlanner, oraclePlanner, roasPlanner, tryPlans, type TriedPlan } from './try-plans';

export interface WorldTask {
  readonly kind: WorldKind;
  readonly seed: number;
  readonly granularity: Granularity;
  readonly channels: number;
  /** Whether the model is told the days of holidays and sales, as the product tells it. */
  readonly events: boolean;
}

/** One world, everything measured: plain data. */
export interface TriedWorld {
  readonly task: WorldTask;
  readonly status: MixOutcome['status'];
  readonly diagnostics: { readonly rhat: number; readonly ess: number; readonly divergences: number } | null;
  readonly cpuSeconds: number;
  /** Where the fit gave no numbers, those of the anchors alone. */
  readonly attributions: readonly AttributionMeasures[];
  readonly plans: readonly TriedPlan[];
  readonly channels: readonly CheckedChannel[];
  readonly pairs: readonly CheckedPair[];
  readonly forecast: TriedForecast | null;
}

interface TriedForecast {
  readonly mix: number;
  readonly naive: number;
  readonly mixCoverage: number;
  readonly naiveCoverage: number;
  /** Share of revenue in the same rows that is noise which nobody can know. */
  readonly noise: number;
}

export async function tryWorld(task: WorldTask, run: MixRunner): Promise<TriedWorld> {
  const { kind, seed, granularity, channels } = task;
  const world = simulateWorld(kind, { seed, granularity, channels });
  const { series, truth } = world;
  const options: MixOptions = task.events ? { events: marketEvents(series) } : {};
  const { result: outcome, cpu } = await timed(() => run(series, options));

  const media = sumOf(truth.channels.map(({ roas, spend }) => roas * spend));
  const known = oracle(world, options);
  const preview = ridge(series, options);
  const anchors = [
    equalRoi(series, media),
    lastClick(truth.channels),
    rawOls(series, options),
    ...(preview ? [preview] : []),
  ];
  const fitted = outcome.status === 'fitted' ? outcome : null;
  const informed = informedModel(world, options);
  const attributions = [
    ...(fitted ? [modelAttribution(fitted)] : []),
    ...anchors,
    ...(informed ? [informed] : []),
    known,
  ];
  const planners = [
    ...(fitted ? [modelPlanner(series, fitted)] : []),
    ...anchors.slice(1).map((anchor) => roasPlanner(series, anchor)),
    oraclePlanner(world, known),
  ];
  const questions = judgeQuestions(world);
  return {
    task,
    status: outcome.status,
    diagnostics: outcome.status === 'refused' ? null : outcome.diagnostics,
    cpuSeconds: cpu,
    attributions: attributions.map((attribution) => measureAttribution(attribution, truth.channels)),
    plans: planners.flatMap((planner) => tryPlans(world, questions, planner)),
    channels: fitted ? checkChannels(world, fitted, known) : [],
    pairs: fitted ? checkPairs(world, fitted) : [],
    forecast: forecastOf(world, backtestMix(series, options)),
  };
}

function forecastOf({ series, truth }: MarketingWorld, backtest: MixBacktest | null): TriedForecast | null {
  if (!backtest) return null;
  const rows = (backtest.folds.length * backtest.horizonDays) / (series.granularity === 'daily' ? 1 : 7);
  const from = series.revenue.length - rows;
  return {
    mix: backtest.mix.wape,
    naive: backtest.naive.wape,
    mixCoverage: backtest.mix.coverage,
    naiveCoverage: backtest.naive.coverage,
    noise: sumOf(truth.noise.subarray(from).map(Math.abs)) / sumOf(series.revenue.subarray(from)),
  };
}
