import { quantileInPlace } from '~/engine/numeric/quantile';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a method says of a channel. Currency units. */
export interface ChannelClaim {
  readonly name: string;
  /** Revenue of the period that it gives the channel. */
  readonly contribution: number;
  /** Revenue of one more unit at today's daily spend; a method without curves says its ROAS. */
  readonly marginalRoas: number;
  /** 50 and 90 % of the contribution and of the marginal ROAS; `null` where none are offered. */
  readonly ranges: {
    readonly contribution: { readonly half: Range; readonly most: Range };
    readonly marginalRoas: { readonly half: Range; readonly most: Range } | null;
  } | null;
}

export interface Attribution {
  readonly method: string;
  /** In the order of the series. */
  readonly channels: readonly ChannelClaim[];
}

const HALF_SDS = 0.6744897501960817;
const MOST_SDS = 1.6448536269514722;

/** 50 and 90 % of a normal distribution. */
export function normalRanges(mean: number, sd: number): { half: Range; most: Range } {
  const around = (sds: number): Range => ({ low: mean - sds * sd, high: mean + sds * sd });
  return { half: around(HALF_SDS), most: around(MOST_SDS) };
}

/** Central range of draws. */
export function rangeOf(values: Float64Array, level: number): Range {
  return {
    low: quantileInPlace(values.slice(), (1 - level) / 2),
    high: quantileInPlace(values.slice(), (1 + level) / 2),
  };
}

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}
