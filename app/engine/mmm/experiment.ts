import type { Estimate } from '~/domain/estimate';
import { currentDailySpend, daysPerRow, sustainedDailySpend } from '../budget/spend-levels';
import { summariseDraws } from '../budget/summarise-draws';
import { adstock } from './adstock';
import { playExperiment, WEEKLY_SHARES, type ExperimentKind } from './experiment-arms';
import { liftStandardError, type RowNoise } from './experiment-error';
import { expectedKnowledge } from './experiment-learning';
import { joinTwins } from './join-twins';
import type { MarketingSeries } from './marketing-series';
import type { ChannelFit, MixFit } from './mix-fit';

/** What the data cannot tell. */
export type ExperimentDoubt =
  /** What the channel brings. */
  | 'weak-evidence'
  /** Which of two channels brings what both bring together. */
  | 'split'
  /** Whether the channel brings less than it did, or only wears off at today's spend. */
  | 'fading';

/** One way of asking. Money in currency units, days from the day it begins. */
export interface ExperimentDesign {
  readonly kind: ExperimentKind;
  /** The channel whose spend is changed; everything else goes on as usual. */
  readonly channel: string;
  readonly days: number;
  /** Revenue of these days that hangs on the change; above 0 also where spend is doubled. */
  readonly expectedLift: Estimate;
  /** Of the lift as it would be measured, one standard deviation. */
  readonly standardError: number;
  /** `learning` of the channel in doubt; of a pair, of the one that is known less. */
  readonly learningBefore: number;
  readonly learningAfter: number;
  /** Profit given up until the last trace is gone; below 0 where it saves money. */
  readonly cost: Estimate;
  /** Whether it is expected to settle the doubt. */
  readonly enough: boolean;
  /** Spends more than 1.2 times what was ever kept up: what it brings there is extrapolated. */
  readonly untested: boolean;
}

export interface ExperimentProposal {
  readonly doubt: ExperimentDoubt;
  /** One, or the two of a pair. */
  readonly channels: readonly string[];
  /** The cheapest that is enough; where none is, the one that teaches most. */
  readonly best: ExperimentDesign;
  /** The others, in the same order. */
  readonly others: readonly ExperimentDesign[];
}

export interface ExperimentInput {
  readonly fit: MixFit;
  /** What was fitted. */
  readonly series: MarketingSeries;
  /** Share of revenue left after the cost of goods. Default 1. */
  readonly marginShare?: number;
}

/** From here on a channel "learns well", and a pair is no longer entangled: the verdicts' own thresholds. */
const ENOUGH_LEARNING = 0.5;
const ENTANGLED = -0.5;
/** A difference of so many standard errors is found in 8 of 10 tests at 5 % false alarms: 1.645 + 0.842. */
const DETECTABLE = 2.487;
const TRIED_FACTOR = 1.2;
const CANDIDATES: readonly (readonly [ExperimentKind, readonly number[]])[] = [
  ['pause', [7, 14, 21, 28]],
  ['flights', [28, 56]],
  ['halve', [14, 28]],
  ['double', [14, 28]],
];
const COMPARED_DAYS = 28;
/** The level of today's revenue, for the size of its noise. */
const RECENT_DAYS = 91;

/**
 * The cheapest experiments that would settle what the data of a fit cannot, those first that settle something, and of
 * them those with most money in doubt. Only channels with spend today can be experimented with.
 * @returns `null` where nothing is worth settling
 */
export function proposeExperiments(input: ExperimentInput): readonly ExperimentProposal[] | null {
  const { fit } = input;
  // Twins are one channel for the fit and for every test of it.
  const { series } = joinTwins(input.series, {});
  const noise = noiseOf(fit, series);
  const proposals = doubtsOf(fit).flatMap(({ doubt, channels, change }) => {
    const designs = channels
      .flatMap((name) => designsOf(name, { ...input, series, noise, channels, doubt, change }))
      .sort(byMerit);
    const [best, ...others] = designs;
    return best ? [{ doubt, channels, best, others }] : [];
  });
  if (proposals.length === 0) return null;
  const stake = ({ channels }: ExperimentProposal): number =>
    Math.max(
      ...channels.map((name) => {
        const { roas, currentDailySpend: daily } = channelNamed(fit, name);
        return (roas.high - roas.low) * daily;
      }),
    );
  return proposals.sort((a, b) => Number(b.best.enough) - Number(a.best.enough) || stake(b) - stake(a));
}

interface Doubt {
  readonly doubt: ExperimentDoubt;
  readonly channels: readonly string[];
  /** Of effectiveness over the period, for `fading`. */
  readonly change: number;
}

/** One doubt a channel, the gravest: who cannot be told from a neighbour need not be asked about fading. */
function doubtsOf({ channels, pairs }: MixFit): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const doubted = new Set<string>();
  for (const { names } of pairs) {
    if (names.some((name) => doubted.has(name))) continue;
    names.forEach((name) => doubted.add(name));
    doubts.push({ doubt: 'split', channels: names, change: 0 });
  }
  for (const { name, learning, hasEvidence, verdicts } of channels) {
    if (doubted.has(name)) continue;
    const fading = verdicts.find((verdict) => verdict.code === 'fading');
    if (!hasEvidence || learning < ENOUGH_LEARNING) {
      doubts.push({ doubt: 'weak-evidence', channels: [name], change: 0 });
    } else if (fading) {
      doubts.push({ doubt: 'fading', channels: [name], change: fading.change });
    }
  }
  return doubts;
}

interface DesignContext extends ExperimentInput, Doubt {
  readonly noise: RowNoise;
}

function designsOf(channel: string, context: DesignContext): ExperimentDesign[] {
  const { fit, series, noise, channels, doubt, change, marginShare = 1 } = context;
  const { spend } = series.channels.find(({ name }) => name === channel)!;
  const daily = currentDailySpend(spend, series.granularity);
  if (!(daily > 0)) return [];
  const rowDays = daysPerRow(series.granularity);
  const { curve } = drawsNamed(fit, channel);
  const first = spend.subarray(0, Math.max(1, 7 / rowDays));
  const before = first.reduce((sum, value) => sum + value, 0) / first.length;
  const carryIn = curve.theta.map((theta) => adstock(spend, theta, before).at(-1)!);
  const logs = channels.map((name) => drawsNamed(fit, name).roas.map(Math.log));
  const learnt = channels.map((name) => channelNamed(fit, name).learning);
  const compared = COMPARED_DAYS / rowDays;
  const tried = TRIED_FACTOR * sustainedDailySpend(spend, series.granularity);

  return CANDIDATES.flatMap(([kind, lengths]) =>
    lengths.map((days): ExperimentDesign => {
      const shares = Array.from({ length: days / rowDays }, (_, t) => {
        const weekly = WEEKLY_SHARES[kind];
        return weekly[Math.floor((t * rowDays) / 7) % weekly.length]!;
      });
      const { lifts, profile, cost } = playExperiment(curve, {
        usual: daily * rowDays,
        carryIn,
        shares,
        rowsAfter: 2 * compared,
        marginShare,
      });
      const standardError = liftStandardError(
        profile.subarray(0, shares.length + compared),
        shares.length,
        compared,
        noise,
      );
      const { spread, correlation } = expectedKnowledge(logs, lifts, standardError);
      const learningAfter = Math.min(...spread.map((share, c) => 1 - (1 - learnt[c]!) * share));
      const expectedLift = summariseDraws(lifts);
      return {
        kind,
        channel,
        days,
        expectedLift,
        standardError,
        learningBefore: Math.min(...learnt),
        learningAfter,
        cost,
        enough:
          learningAfter >= ENOUGH_LEARNING &&
          (correlation === null || correlation > ENTANGLED) &&
          // A straight fall from first to last row leaves half of it between the mean and today.
          (doubt !== 'fading' || (Math.abs(change) / 2) * expectedLift.mean >= DETECTABLE * standardError),
        untested: Math.max(...shares) * daily > tried,
      };
    }),
  );
}

/** Enough before not enough; then the cheapest and shortest, or what teaches most. A test that earns money costs nothing. */
function byMerit(a: ExperimentDesign, b: ExperimentDesign): number {
  if (a.enough !== b.enough) return a.enough ? -1 : 1;
  if (!a.enough) return b.learningAfter - a.learningAfter;
  return Math.max(0, a.cost.mean) - Math.max(0, b.cost.mean) || a.days - b.days;
}

/** Noise may grow in proportion to revenue; where today is above average it is taken to do so. */
function noiseOf({ noise, revenue }: MixFit, series: MarketingSeries): RowNoise {
  const rows = series.revenue.length;
  const recent = series.revenue.subarray(-RECENT_DAYS / daysPerRow(series.granularity));
  const level = recent.reduce((sum, value) => sum + value, 0) / recent.length;
  return { sigma: noise.sigma.mean * Math.max(revenue / rows, level), phi: noise.autocorrelation.mean };
}

function channelNamed({ channels }: MixFit, name: string): ChannelFit {
  return channels.find((channel) => channel.name === name)!;
}

function drawsNamed({ draws }: MixFit, name: string): MixFit['draws']['channels'][number] {
  return draws.channels.find((channel) => channel.name === name)!;
}
