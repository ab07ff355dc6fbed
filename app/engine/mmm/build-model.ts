import { adstock, cutSpikes, meanActive } from './adstock';
import { baselineDesign, type BaselineColumn } from './baseline-design';
import { typeNamed, type ChannelType } from './channel-type';
import type { NamedColumn } from './given-columns';
import type { LiftTerm, LiftTest } from './lift-test';
import type { MarketingSeries } from './marketing-series';
import { channelPriors, PLAUSIBLE_MEDIA_SHARE, typicalTheta } from './media-prior';
import type { MixModel, ModelChannel } from './mix-model';

export interface MixOptions {
  /** Days of holidays and sales, a value a row (usually 0 or 1). */
  readonly events?: readonly NamedColumn[];
  readonly lifts?: readonly LiftTest[];
  /** Kind of a channel by its name; guessed from the name where it is not given. */
  readonly types?: Readonly<Record<string, ChannelType>>;
  /** Only the first rows are learned from; the rest may be forecast. All where it is not given. */
  readonly knownRows?: number;
}

/** How the model's channels and units go back to the series. */
export interface MixUnits {
  /** Currency: one unit of the model's revenue. */
  readonly meanRevenue: number;
  /** Per model channel: its index in the series. */
  readonly order: readonly number[];
  /** Per model channel, currency a row: one unit of its spend. */
  readonly spendUnits: readonly number[];
  readonly types: readonly ChannelType[];
}

export interface BuiltModel {
  /** With equal weight for all rows. */
  readonly model: MixModel;
  readonly units: MixUnits;
  readonly columns: readonly BaselineColumn[];
}

export const LEVEL_PRIOR_MEAN = 1 - PLAUSIBLE_MEDIA_SHARE;

/** Rows of a week before the series begins are taken to be like its first week. */
const CARRY_DAYS = 7;

/**
 * The series in units without a currency, channels in an order that depends on their numbers alone, all rounded to 24
 * bits: the same shop in another currency, or with its channels renamed, walks through the very same numbers. (A sampler
 * amplifies the last bit.)
 */
export function buildModel(series: MarketingSeries, options: MixOptions = {}): BuiltModel {
  const { granularity, firstDay } = series;
  const rows = options.knownRows ?? series.revenue.length;
  const revenue = series.revenue.subarray(0, rows);
  const totalRevenue = sumOf(revenue);
  const meanRevenue = totalRevenue / rows;
  const typeOf = (index: number): ChannelType => {
    const { name } = series.channels[index]!;
    return typeNamed(options.types ?? {}, name);
  };
  const order = channelOrder(series, rows, typeOf);
  const types = order.map(typeOf);
  const spends = order.map((index) => series.channels[index]!.spend.subarray(0, rows));
  const priors = channelPriors(
    types,
    spends.map(sumOf),
    spends.map((spend) => sumOf(cutSpikes(spend))),
    totalRevenue,
    granularity,
  );
  const carryRows = granularity === 'daily' ? CARRY_DAYS : 1;
  const spendUnits: number[] = [];
  const channels = spends.map((spend, c): ModelChannel => {
    const carryIn = sumOf(spend.subarray(0, carryRows)) / carryRows;
    const unit = meanActive(adstock(cutSpikes(spend), typicalTheta(types[c]!, granularity), carryIn));
    spendUnits.push(unit);
    return {
      spend: spend.map((value) => Math.fround(value / unit)),
      carryIn: Math.fround(carryIn / unit),
      priorShare: Math.fround((Math.exp(priors[c]!.logRoi.mean) * sumOf(spend)) / totalRevenue),
      prior: priors[c]!,
    };
  });
  const columns = baselineDesign({
    granularity,
    firstDay,
    rows: series.revenue.length,
    knownRows: rows,
    events: options.events ?? [],
    controls: series.controls,
  });
  const units = { meanRevenue, order, spendUnits, types };
  const model: MixModel = {
    rows,
    revenue: revenue.map((value) => Math.fround(value / meanRevenue) - LEVEL_PRIOR_MEAN),
    channels,
    rowScale: new Float64Array(rows).fill(1),
    information: 1,
    design: { rows, count: columns.length, columns: joinColumns(columns, rows) },
    lifts: liftTerms(series, options.lifts ?? [], channels, units, rows),
  };
  return { model, units, columns };
}

/** The same model with noise of another size a row. */
export function withRowScale(
  { model, columns }: BuiltModel,
  rowScale: Float64Array,
  information = 1,
): MixModel {
  const { rows } = model;
  const joined = joinColumns(columns, rows).map((value, k) => value / rowScale[k % rows]!);
  return { ...model, rowScale, information, design: { ...model.design, columns: joined } };
}

function joinColumns(columns: readonly BaselineColumn[], rows: number): Float32Array {
  const joined = new Float32Array(columns.length * rows);
  columns.forEach(({ values }, j) => joined.set(values.subarray(0, rows), j * rows));
  return joined;
}

/** Channels with spend, by total and then by their rows; only equal channels are left to chance. */
function channelOrder(
  { channels }: MarketingSeries,
  rows: number,
  typeOf: (index: number) => ChannelType,
): number[] {
  const totals = channels.map(({ spend }) => sumOf(spend.subarray(0, rows)));
  const active = channels.map((_, index) => index).filter((index) => totals[index]! > 0);
  return active.sort((a, b) => {
    if (totals[a] !== totals[b]) return totals[b]! - totals[a]!;
    const first = channels[a]!.spend;
    const second = channels[b]!.spend;
    const row = first.findIndex((value, t) => value !== second[t]);
    if (row >= 0) return second[row]! - first[row]!;
    return typeOf(a) < typeOf(b) ? -1 : 1;
  });
}

/** Tests outside the known rows, or of channels without spend, say nothing that the model could hear. */
function liftTerms(
  series: MarketingSeries,
  lifts: readonly LiftTest[],
  channels: readonly ModelChannel[],
  { meanRevenue, order }: MixUnits,
  rows: number,
): LiftTerm[] {
  const daysPerRow = series.granularity === 'daily' ? 1 : 7;
  const rowOf = (day: number): number => Math.floor((day - series.firstDay) / daysPerRow);
  return lifts.flatMap((lift) => {
    const from = rowOf(lift.firstDay);
    const last = rowOf(lift.lastDay);
    const until = Math.max(last, rowOf(lift.measuredUntil ?? lift.lastDay)) + 1;
    const tested = order
      .map((index, channel) => ({ channel, name: series.channels[index]!.name }))
      .filter(({ name }) => lift.channels.includes(name));
    if (from < 0 || last < from || until > rows || tested.length === 0) return [];
    const kept = 1 - (lift.removedShare ?? 1);
    return [
      {
        from,
        until,
        effect: Math.fround(lift.incrementalRevenue / meanRevenue),
        standardError: Math.fround(lift.standardError / meanRevenue),
        channels: tested.map(({ channel }) => ({
          channel,
          spendWithout: channels[channel]!.spend.map((x, t) => (t >= from && t <= last ? kept * x : x)),
        })),
      },
    ];
  });
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
