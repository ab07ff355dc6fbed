import type { TrueChannel } from '~/engine/simulate/marketing/marketing-world';
import { sumOf, type Attribution, type ChannelClaim, type Range } from './attribution';
import { rankCorrelation } from './rank-correlation';

/** What is to be found. A dead channel brings nothing: no share of errors on a log scale, and in no range of its own. */
export type ChannelTruth = Pick<TrueChannel, 'name' | 'spend' | 'roas'> &
  Partial<Pick<TrueChannel, 'marginalRoas' | 'currentDailySpend'>>;

interface Coverage {
  readonly trials: number;
  readonly half: number;
  readonly most: number;
}

export interface AttributionMeasures {
  readonly method: string;
  /** Sum of the absolute errors of all contributions as a share of what media truly brought. */
  readonly contributionError: number;
  /** Sum of the contributions / truth - 1. */
  readonly totalOff: number;
  /** |ln(ROAS / truth)| of each channel that works, at most ln 10: what is below nothing has no logarithm. */
  readonly logErrors: readonly number[];
  /** Absolute error of marginal ROAS at today's spend, weighted by it, as a share of the true one; null where unknown. */
  readonly marginalError: number | null;
  /** Channels that work whose truth lay in the range. */
  readonly contributions: Coverage | null;
  readonly marginals: Coverage | null;
  /** Of the 90 % ranges of contributions (Gneiting & Raftery 2007), mean over channels, as a share of true media. */
  readonly intervalScore: number | null;
  /** Spearman's, of ROAS over all channels. */
  readonly ranks: number;
  /** What goes to channels that bring nothing, as a share of true media; null where all work. */
  readonly deadCredit: number | null;
}

const MOST_LOG_ERROR = Math.log(10);
const MISSED = 0.1;

/** Holds what a method says against the truth; a channel that it does not name brings nothing by it. */
export function measureAttribution(
  { method, channels }: Attribution,
  truth: readonly ChannelTruth[],
): AttributionMeasures {
  const claims = truth.map((channel) => ({
    channel,
    claim: channels.find(({ name }) => name === channel.name) ?? nothing(channel.name),
    actual: channel.roas * channel.spend,
  }));
  const media = sumOf(claims.map(({ actual }) => actual));
  const working = claims.filter(({ channel }) => channel.roas > 0);
  const dead = claims.filter(({ channel }) => channel.roas === 0);
  const ranged = working.filter(({ claim }) => claim.ranges !== null);
  const scored = claims.flatMap(({ claim, actual }) =>
    claim.ranges ? [intervalScore(claim.ranges.contribution.most, actual) / media] : [],
  );
  return {
    method,
    contributionError:
      sumOf(claims.map(({ claim, actual }) => Math.abs(claim.contribution - actual))) / media,
    totalOff: sumOf(claims.map(({ claim }) => claim.contribution)) / media - 1,
    logErrors: working.map(({ claim, actual }) => logError(claim.contribution, actual)),
    marginalError: marginalError(claims),
    contributions:
      ranged.length === 0
        ? null
        : coverage(ranged.map(({ claim, actual }) => ({ ranges: claim.ranges?.contribution, actual }))),
    marginals: marginalCoverage(working),
    intervalScore: scored.length === claims.length ? sumOf(scored) / scored.length : null,
    ranks: rankCorrelation(
      claims.map(({ claim, channel }) => claim.contribution / channel.spend),
      claims.map(({ channel }) => channel.roas),
    ),
    deadCredit: dead.length === 0 ? null : sumOf(dead.map(({ claim }) => claim.contribution)) / media,
  };
}

interface ClaimWithTruth {
  readonly channel: ChannelTruth;
  readonly claim: ChannelClaim;
}

function nothing(name: string): ChannelClaim {
  return { name, contribution: 0, marginalRoas: 0, ranges: null };
}

function logError(found: number, actual: number): number {
  return found > 0 ? Math.min(MOST_LOG_ERROR, Math.abs(Math.log(found / actual))) : MOST_LOG_ERROR;
}

function marginalError(claims: readonly ClaimWithTruth[]): number | null {
  let error = 0;
  let all = 0;
  for (const { channel, claim } of claims) {
    if (channel.marginalRoas === undefined || channel.currentDailySpend === undefined) return null;
    if (!(channel.currentDailySpend > 0)) continue;
    error += channel.currentDailySpend * Math.abs(claim.marginalRoas - channel.marginalRoas);
    all += channel.currentDailySpend * channel.marginalRoas;
  }
  return error / all;
}

function marginalCoverage(claims: readonly ClaimWithTruth[]): Coverage | null {
  const known = claims.flatMap(({ channel, claim }) =>
    claim.ranges?.marginalRoas && channel.marginalRoas !== undefined
      ? [{ ranges: claim.ranges.marginalRoas, actual: channel.marginalRoas }]
      : [],
  );
  return known.length === 0 ? null : coverage(known);
}

function coverage(
  claims: readonly {
    readonly ranges: { readonly half: Range; readonly most: Range } | undefined;
    readonly actual: number;
  }[],
): Coverage {
  const count = (which: 'half' | 'most'): number =>
    claims.filter(({ ranges, actual }) => ranges !== undefined && within(ranges[which], actual)).length;
  return { trials: claims.length, half: count('half'), most: count('most') };
}

export function within({ low, high }: Range, value: number): boolean {
  return value >= low && value <= high;
}

function intervalScore({ low, high }: Range, actual: number): number {
  return high - low + (2 / MISSED) * (Math.max(0, low - actual) + Math.max(0, actual - high));
}
