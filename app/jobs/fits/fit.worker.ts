/**
 * The thread that fits: one export a task. An entry of its own: `build/workers/fit.js` in the built product, loaded
 * through tsx before. It imports the engine, and of the pool what hands memory over.
 */
import type { MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import {
  valueCustomerColumns,
  type ColumnValuation,
  type ValuationInput,
} from '~/engine/clv/value-customers';
import { backtestMix, type MixBacktest } from '~/engine/mmm/backtest-mix';
import type { MixOptions } from '~/engine/mmm/build-model';
import { proposeExperiments, type ExperimentInput, type ExperimentProposal } from '~/engine/mmm/experiment';
import type { MixRefusal } from '~/engine/mmm/history-check';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { MixFit, MixStop } from '~/engine/mmm/mix-fit';
import { prepareMix as prepare, type PreparedMix } from '~/engine/mmm/prepare-mix';
import { previewMix as preview, type MixPreview } from '~/engine/mmm/preview-mix';
import { sampleChain as sample, samplingPlan, type ChainDraws } from '~/engine/mmm/sample-chain';
import { summariseMix as summarise } from '~/engine/mmm/summarise-mix';

/** A pool hands its thread one argument. */
export interface MixInput {
  readonly series: MarketingSeries;
  readonly options: MixOptions;
}

export interface ChainInput {
  readonly prepared: PreparedMix;
  readonly seed: number;
  /** How many times the usual number of draws. */
  readonly effort: number;
  /** Gets the share of the work that is done, now and then. */
  readonly progress: MessagePort;
}

export interface SummaryInput {
  readonly prepared: PreparedMix;
  readonly chains: readonly ChainDraws[];
}

export function valueCustomers(input: ValuationInput): ColumnValuation {
  const valuation = valueCustomerColumns(input);
  if (valuation.status !== 'fitted') return valuation;
  const transfer = { [transferableSymbol]: [...buffersOf(valuation.columns)], [valueSymbol]: valuation };
  // The pool unwraps it: whoever asked gets the valuation.
  return move(transfer) as unknown as ColumnValuation;
}

export function previewMix({ series, options }: MixInput): MixPreview | MixRefusal {
  return preview(series, options);
}

export function prepareMix({ series, options }: MixInput): PreparedMix | MixRefusal {
  return prepare(series, options);
}

export function sampleChain({ prepared, seed, effort, progress }: ChainInput): ChainDraws {
  const report = (share: number): void => {
    progress.postMessage(share);
  };
  try {
    return sample(prepared, seed, report, samplingPlan(prepared.model, effort));
  } finally {
    progress.close();
  }
}

export function summariseMix({ prepared, chains }: SummaryInput): MixFit | MixStop {
  return summarise(prepared, chains);
}

export function backtest({ series, options }: MixInput): MixBacktest | null {
  return backtestMix(series, options);
}

export function experiments(input: ExperimentInput): readonly ExperimentProposal[] | null {
  return proposeExperiments(input);
}

/** Columns of a million customers take half a gigabyte: they change hands instead of being copied. */
function buffersOf(columns: object, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  for (const value of Object.values(columns) as unknown[]) {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      buffersOf(value, found);
    }
  }
  return found;
}
