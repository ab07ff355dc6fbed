import type { MixOptions } from '~/engine/mmm/build-model';
import { findMode } from '~/engine/mmm/find-mode';
import { ROI, CHANNEL_COORDINATES } from '~/engine/mmm/mix-coordinates';
import { prepareKnown } from '~/engine/mmm/prepare-mix';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';
import { equalRoi } from './anchors';
import { sumOf, type Attribution } from './attribution';
import { marketEvents } from './market-events';
import { measureAttribution } from './measure-attribution';
import { modelAttribution } from './model-attribution';
import type { MixOutcome, MixRunner } from './run-mix';
import type { WorldTask } from './world-trial';

export interface ShortTask extends WorldTask {
  readonly rows: number;
}

export interface TriedShort {
  readonly task: ShortTask;
  readonly status: MixOutcome['status'];
  readonly fit: {
    readonly error: number;
    readonly held: number;
    readonly trials: number;
    /** Channels with a response curve. */
    readonly curves: number;
  } | null;
  readonly equalError: number;
  /** Error of contributions at the mode where the product refuses; `null` elsewhere. */
  readonly forcedError: number | null;
}

export async function tryShort(task: ShortTask, run: MixRunner): Promise<TriedShort> {
  const { kind, seed, granularity, rows, channels } = task;
  const { series, truth } = simulateWorld(kind, { seed, granularity, rows, channels });
  const options: MixOptions = task.events ? { events: marketEvents(series) } : {};
  const outcome = await run(series, options);
  const spent = truth.channels.filter(({ spend }) => spend > 0);
  const measure = (attribution: Attribution) => measureAttribution(attribution, spent);
  const media = sumOf(spent.map(({ roas, spend }) => roas * spend));
  const fitted = outcome.status === 'fitted' ? measure(modelAttribution(outcome)) : null;
  return {
    task,
    status: outcome.status,
    fit:
      outcome.status === 'fitted' && fitted
        ? {
            error: fitted.contributionError,
            held: fitted.contributions?.most ?? 0,
            trials: fitted.contributions?.trials ?? 0,
            curves: outcome.channels.filter(({ curve }) => curve !== null).length,
          }
        : null,
    equalError: measure(equalRoi(series, media)).contributionError,
    forcedError: outcome.status === 'refused' ? measure(atMode(series, options)).contributionError : null,
  };
}

/** The highest point of the posterior, with no look at the history. */
function atMode(series: MarketingSeries, options: MixOptions): Attribution {
  const { model, mode, units } = prepareKnown(series, options, findMode);
  return {
    method: 'mode',
    channels: model.channels.map(({ prior }, c) => {
      const { name = '', spend = new Float64Array(0) } = series.channels[units.order[c] ?? 0] ?? {};
      const roas = Math.exp(prior.logRoi.mean + (mode[c * CHANNEL_COORDINATES + ROI] ?? 0));
      return { name, contribution: roas * sumOf(spend), marginalRoas: roas, ranges: null };
    }),
  };
}
