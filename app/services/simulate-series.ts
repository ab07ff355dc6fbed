import { dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import type { Granularity } from '~/engine/mmm/marketing-series';
import type { ChannelKind, TrueChannel } from '~/engine/simulate/marketing/marketing-world';
import { total } from '~/engine/simulate/marketing/money-grain';
import { MOST_CHANNELS, simulateWorld, type WorldKind } from '~/engine/simulate/marketing/world-presets';
import { seriesColumns, type SeriesColumns } from './series-columns';

export { WORLD_KINDS } from '~/engine/simulate/marketing/world-presets';

/** Raised when the same request gives another series. */
const ENGINE_VERSION = 'simulate-1';

/** What a series may be like, and the day on which it starts unless asked otherwise. */
export const SIMULATION_LIMITS = {
  mostChannels: MOST_CHANNELS,
  leastRows: 14,
  mostRows: 10_000,
  firstStart: isoDay('1970-01-01'),
  lastStart: isoDay('2100-12-31'),
  start: isoDay('2022-01-01'),
} as const;

export interface SeriesRequest {
  readonly world: WorldKind;
  readonly seed: number;
  readonly channels: number;
  readonly granularity: Granularity;
  /** `null`: three years. */
  readonly rows: number | null;
  /** First day of the first row. */
  readonly start: IsoDay;
}

interface SimulatedSeries extends SeriesColumns {
  readonly truth: SeriesTruth;
}

/** What only a simulator knows. Money in currency units; lists have an entry a row of the series. */
interface SeriesTruth {
  readonly engineVersion: string;
  readonly world: WorldKind;
  readonly seed: number;
  readonly granularity: Granularity;
  readonly rows: number;
  readonly start: IsoDay;
  /** Whose sale events the series has, ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Share of the revenue expected before noise that the channels caused. */
  readonly mediaShare: number;
  readonly channels: readonly ChannelTruth[];
  /** In each row: the channels' contributions + baseline + noise = revenue, to the last bit. */
  readonly baseline: { readonly total: number; readonly rows: readonly number[] };
  readonly noise: { readonly total: number; readonly rows: readonly number[] };
}

/** contribution = beta x effectiveness x a^slope / (a^slope + halfSaturation^slope), with `a` the adstocked spend. */
interface ChannelTruth {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly spend: number;
  readonly contribution: { readonly total: number; readonly rows: readonly number[] };
  /** Over the whole series. */
  readonly roas: number;
  /** Of steady spend at `currentDailySpend`, as effective as the channel is in the last row. */
  readonly marginalRoas: number;
  /** Mean of the last 90 days. */
  readonly currentDailySpend: number;
  /** Share of the effect that is left after a row. */
  readonly adstock: number;
  /** Currency units a row. */
  readonly halfSaturation: number;
  readonly slope: number;
  readonly beta: number;
  /** Straight in between; ends below 1 where a channel fades. */
  readonly effectiveness: { readonly start: number; readonly end: number };
  /** What a last-click report would give the channel. */
  readonly lastClickRevenue: number;
}

/** A marketing series with the truth behind it. The same request gives the same numbers. */
export function simulateSeries(request: SeriesRequest): SimulatedSeries {
  const { world, seed, channels, granularity, rows, start } = request;
  const { series, truth } = simulateWorld(world, {
    seed,
    granularity,
    channels,
    firstDay: dayNumber(start),
    ...(rows === null ? {} : { rows }),
  });
  const media = total(truth.channels.map(({ contribution }) => total(contribution)));
  return {
    ...seriesColumns(series),
    truth: {
      engineVersion: ENGINE_VERSION,
      world,
      seed,
      granularity,
      rows: series.revenue.length,
      start,
      country: series.country,
      mediaShare: media / (media + total(truth.baseline)),
      channels: truth.channels.map(channelTruth),
      baseline: withTotal(truth.baseline),
      noise: withTotal(truth.noise),
    },
  };
}

function channelTruth(channel: TrueChannel): ChannelTruth {
  const { name, kind, spend, roas, marginalRoas, currentDailySpend } = channel;
  const { theta, halfSaturation, slope, beta, effectiveness, lastClickRevenue } = channel;
  return {
    name,
    kind,
    spend,
    contribution: withTotal(channel.contribution),
    roas,
    marginalRoas,
    currentDailySpend,
    adstock: theta,
    halfSaturation,
    slope,
    beta,
    effectiveness: { start: effectiveness.at(0) ?? 1, end: effectiveness.at(-1) ?? 1 },
    lastClickRevenue,
  };
}

function withTotal(rows: Float64Array) {
  return { total: total(rows), rows: Array.from(rows) };
}
