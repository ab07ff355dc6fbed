import type { LogNormal } from '~/domain/log-normal';
import { UNKNOWN_SPREAD, unknownValueDraws, valueDraws } from './value-draws';

/** What a unit of first-order revenue of the channel's new customers is worth in twelve months. */
export interface KnownValue extends LogNormal {
  /** `*` stands for channels that are not named. */
  readonly channel: string;
}

export interface ChannelWeight {
  readonly channel: string;
  /** For {@link BudgetChannel.value}. */
  readonly draws: Float64Array;
  /** `others`: as the channels that are known scatter; `unknown`: no channel's customers are known. */
  readonly source: 'own' | 'others' | 'unknown';
}

interface WeightInput {
  readonly channels: readonly string[];
  /** Empty where nothing is known. */
  readonly known: readonly KnownValue[];
  readonly seed: number;
  /** Share of revenue left after the cost of goods. Default 1. */
  readonly marginShare?: number;
}

/** As many as a posterior of 400 draws judges a plan on. */
const DRAWS = 200;
const OTHERS = '*';

/**
 * The weights of all channels of a budget under `ltv`. A channel whose customers nobody knows is not worth nothing
 * beside one with a value of 3: it is taken to be like the others, with the more doubt.
 */
export function channelWeights(input: WeightInput): readonly ChannelWeight[] {
  const { channels, known, seed, marginShare = 1 } = input;
  const values = new Map(known.map((value) => [folded(value.channel), value]));
  const others = values.get(OTHERS) ?? likeTheOthers(known);
  return channels.map((channel): ChannelWeight => {
    const options = { count: DRAWS, seed, channel, marginShare };
    const own = channel === OTHERS ? undefined : values.get(folded(channel));
    if (own) return { channel, draws: valueDraws(own, options), source: 'own' };
    if (others) return { channel, draws: valueDraws(others, options), source: 'others' };
    return { channel, draws: unknownValueDraws(options), source: 'unknown' };
  });
}

/** Centre of the known values; their own doubt and how far channels lie apart add up. */
function likeTheOthers(known: readonly KnownValue[]): LogNormal | null {
  if (known.length === 0) return null;
  const mean = (of: (value: KnownValue) => number) =>
    known.reduce((sum, value) => sum + of(value), 0) / known.length;
  const logMean = mean((value) => value.logMean);
  const variance =
    UNKNOWN_SPREAD ** 2 * (1 + 1 / known.length) + mean(({ logSd }) => logSd ** 2) / known.length;
  return { logMean, logSd: Math.sqrt(variance) };
}

/** Names that a reader takes for the same. */
function folded(name: string): string {
  return name.trim().toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ');
}
