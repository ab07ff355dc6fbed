import { hill } from '~/engine/mmm/hill';
import { daysPerRow } from '~/engine/budget/spend-levels';
import type { ChannelVerdict } from '~/engine/mmm/channel-verdict';
import type { MixFit } from '~/engine/mmm/mix-fit';
import type { MarketingWorld } from '~/engine/simulate/marketing/marketing-world';
import type { Attribution } from './attribution';
import { within } from './measure-attribution';
import { correlation } from './rank-correlation';

/** What was said of a channel beside what is true of it. */
export interface CheckedChannel {
  readonly name: string;
  readonly dead: boolean;
  /** Whether nothing lies outside the oracle's 90 % range: with the same data nobody could see more. */
  readonly visible: boolean;
  readonly codes: readonly ChannelVerdict['code'][];
  readonly hasEvidence: boolean;
  readonly learning: number;
  /** Effectiveness of the last row as a share of the first. */
  readonly fadesTo: number;
  /** True share of full saturation at today's spend. */
  readonly saturation: number;
}

/** Two channels and whether the data know their sum better than their parts. */
export interface CheckedPair {
  readonly flagged: boolean;
  /** Of the spends' logarithms, rows in which both run. */
  readonly spendCorrelation: number;
  /** Absolute error of the sum as a share of the absolute errors of the parts: 1 where nothing cancels out. */
  readonly sumError: number;
  /** Whether the range of the sum holds the truth; `null` where it is not told. */
  readonly sumHeld: boolean | null;
}

export function checkChannels(world: MarketingWorld, fit: MixFit, seen: Attribution): CheckedChannel[] {
  const rowDays = daysPerRow(world.series.granularity);
  return fit.channels.flatMap(({ name, verdicts, hasEvidence, learning }): CheckedChannel[] => {
    const channel = world.truth.channels.find((each) => each.name === name);
    const range = seen.channels.find((each) => each.name === name)?.ranges?.contribution.most;
    if (!channel || !range) return [];
    const first = channel.effectiveness[0] ?? 1;
    return [
      {
        name,
        dead: channel.roas === 0,
        visible: !within(range, 0),
        codes: verdicts.map(({ code }) => code),
        hasEvidence,
        learning,
        fadesTo: (channel.effectiveness.at(-1) ?? 1) / first,
        saturation: hill(channel.currentDailySpend * rowDays, channel),
      },
    ];
  });
}

export function checkPairs({ series, truth }: MarketingWorld, fit: MixFit): CheckedPair[] {
  const actual = (name: string): number => {
    const channel = truth.channels.find((each) => each.name === name);
    return channel ? channel.roas * channel.spend : 0;
  };
  const spendOf = (name: string): Float64Array =>
    series.channels.find((each) => each.name === name)?.spend ?? new Float64Array(0);
  return fit.channels.flatMap((a, i) =>
    fit.channels.slice(i + 1).map((b): CheckedPair => {
      const pair = fit.pairs.find(({ names }) => names.includes(a.name) && names.includes(b.name));
      const errors = [a, b].map(({ name, contribution }) => contribution.mean - actual(name));
      const parts = errors.reduce((sum, error) => sum + Math.abs(error), 0);
      return {
        flagged: pair !== undefined,
        spendCorrelation: logCorrelation(spendOf(a.name), spendOf(b.name)),
        sumError: Math.abs(errors.reduce((sum, error) => sum + error, 0)) / parts,
        sumHeld: pair ? within(pair.contribution, actual(a.name) + actual(b.name)) : null,
      };
    }),
  );
}

function logCorrelation(a: Float64Array, b: Float64Array): number {
  const both = Array.from(a.keys()).filter((t) => (a[t] ?? 0) > 0 && (b[t] ?? 0) > 0);
  const logs = (values: Float64Array): number[] => both.map((t) => Math.log(values[t] ?? 1));
  return both.length > 2 ? correlation(logs(a), logs(b)) : 0;
}
