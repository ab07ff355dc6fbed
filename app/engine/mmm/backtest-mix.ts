import type { Estimate } from '~/domain/estimate';
import { daysPerRow } from '../budget/spend-levels';
import { summariseDraws } from '../budget/summarise-draws';
import type { MixOptions } from './build-model';
import { findNearMode } from './find-mode';
import { forecastRows } from './forecast-rows';
import { checkHistory } from './history-check';
import { joinTwins } from './join-twins';
import type { MarketingSeries } from './marketing-series';
import { prepareKnown } from './prepare-mix';
import { seasonalNaive } from './seasonal-naive';

/** How a forecast did: the error's share of what was sold (WAPE), and how often revenue lay inside the 90 % band. */
interface ForecastScore {
  readonly wape: number;
  readonly coverage: number;
}

interface BacktestFold {
  /** First day that was forecast. */
  readonly cutDay: number;
  /** Revenue of the horizon, currency. */
  readonly actual: number;
  readonly predicted: Estimate;
  readonly mix: ForecastScore;
  readonly naive: ForecastScore;
}

export interface MixBacktest {
  /** The normal approximation around the mode, not the sampler: a check of the form, cheap enough to repeat. */
  readonly method: 'normal-approximation';
  readonly horizonDays: number;
  readonly folds: readonly BacktestFold[];
  /** Over all rows of all folds. */
  readonly mix: ForecastScore;
  readonly naive: ForecastScore;
}

const HORIZON_DAYS = 28;
const FOLDS = 4;
const DRAWS = 200;
const LEVEL = 0.9;

/**
 * Rolling origin: learns from the rows before a cut, forecasts the next 28 days given the spend that happened, beside a
 * seasonal-naive rule. The last four horizons, none overlapping. Good forecasts do not prove right attribution.
 * @returns `null` where the history before the first cut is too short to fit
 */
export function backtestMix(given: MarketingSeries, givenOptions: MixOptions = {}): MixBacktest | null {
  const { series, options } = joinTwins(given, givenOptions);
  const horizon = HORIZON_DAYS / daysPerRow(series.granularity);
  const first = series.revenue.length - FOLDS * horizon;
  if (first < 1 || checkHistory(upTo(series, first)) !== null) return null;
  const scored = Array.from({ length: FOLDS }, (_, fold) =>
    scoreFold(series, options, first + fold * horizon, horizon),
  );
  const pool = (of: (fold: (typeof scored)[number]) => RowErrors): ForecastScore =>
    scoreOf(
      scored.map(of).reduce((sum, each) => ({
        absolute: sum.absolute + each.absolute,
        sold: sum.sold + each.sold,
        inside: sum.inside + each.inside,
        rows: sum.rows + each.rows,
      })),
    );
  return {
    method: 'normal-approximation',
    horizonDays: HORIZON_DAYS,
    folds: scored.map(({ fold }) => fold),
    mix: pool(({ mix }) => mix),
    naive: pool(({ naive }) => naive),
  };
}

interface RowErrors {
  readonly absolute: number;
  readonly sold: number;
  readonly inside: number;
  readonly rows: number;
}

function scoreFold(series: MarketingSeries, options: MixOptions, cut: number, horizon: number) {
  const known = upTo(series, cut + horizon);
  const prepared = prepareKnown(
    known,
    { ...options, ...clipped(options, cut + horizon), knownRows: cut },
    findNearMode,
  );
  const draws = forecastRows(prepared, DRAWS, cut);
  const actual = known.revenue.subarray(cut);
  const rows = Array.from(actual, (_, t) => summariseDraws(Float64Array.from(draws, (draw) => draw[t]!)));
  const mix = errorsOf(
    actual,
    rows.map(({ mean }) => mean),
    rows.map(({ low }) => low),
    rows.map(({ high }) => high),
  );
  const simple = seasonalNaive(known.revenue.subarray(0, cut), horizon, series.granularity);
  const naive = errorsOf(actual, simple.mean, simple.low, simple.high);
  const fold: BacktestFold = {
    cutDay: series.firstDay + cut * daysPerRow(series.granularity),
    actual: sumOf(actual),
    predicted: { ...summariseDraws(Float64Array.from(draws, sumOf)), level: LEVEL },
    mix: scoreOf(mix),
    naive: scoreOf(naive),
  };
  return { fold, mix, naive };
}

function errorsOf(
  actual: Float64Array,
  mean: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
): RowErrors {
  let absolute = 0;
  let inside = 0;
  actual.forEach((value, t) => {
    absolute += Math.abs(value - mean[t]!);
    if (value >= low[t]! && value <= high[t]!) inside++;
  });
  return { absolute, sold: sumOf(actual), inside, rows: actual.length };
}

function scoreOf({ absolute, sold, inside, rows }: RowErrors): ForecastScore {
  return { wape: absolute / sold, coverage: inside / rows };
}

function upTo(series: MarketingSeries, rows: number): MarketingSeries {
  return {
    ...series,
    revenue: series.revenue.subarray(0, rows),
    channels: series.channels.map(({ name, spend }) => ({ name, spend: spend.subarray(0, rows) })),
    controls: series.controls.map(({ name, values }) => ({ name, values: values.subarray(0, rows) })),
  };
}

function clipped({ events = [] }: MixOptions, rows: number): Pick<MixOptions, 'events'> {
  return { events: events.map(({ name, values }) => ({ name, values: values.subarray(0, rows) })) };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
