import type { MixOptions } from './build-model';
import { typeNamed, type ChannelType } from './channel-type';
import type { MarketingSeries } from './marketing-series';

/** Channels that were always spent on together: no data of this kind can ever split what they did. */
export interface JoinedChannels {
  /** Name under which they appear as one. */
  readonly name: string;
  readonly names: readonly string[];
}

interface JoinedMix {
  readonly series: MarketingSeries;
  readonly options: MixOptions;
  readonly joined: readonly JoinedChannels[];
}

/** Spends that share all but a hundredth of their variance. */
const SAME = 0.995;

/** The series with twins as one channel, at the place of the first; experiments with one of them test its part. */
export function joinTwins(series: MarketingSeries, options: MixOptions): JoinedMix {
  const groups: number[][] = [];
  series.channels.forEach(({ spend }, index) => {
    const group = groups.find(([first]) => correlationOf(series.channels[first!]!.spend, spend) > SAME);
    if (group) group.push(index);
    else groups.push([index]);
  });
  if (groups.length === series.channels.length) return { series, options, joined: [] };

  const nameOf = (group: readonly number[]): string =>
    group.map((index) => series.channels[index]!.name).join(' + ');
  const types = new Map<string, ChannelType>(Object.entries(options.types ?? {}));
  const channels = groups.map((group) => {
    const name = nameOf(group);
    const first = series.channels[group[0]!]!;
    types.set(name, typeNamed(options.types ?? {}, first.name));
    const spend = first.spend.map((_, t) =>
      group.reduce((sum, index) => sum + series.channels[index]!.spend[t]!, 0),
    );
    return { name, spend };
  });
  const lifts = (options.lifts ?? []).map((lift) => {
    const group = groups.find(
      (members) =>
        members.length > 1 && members.some((index) => lift.channels.includes(series.channels[index]!.name)),
    );
    if (!group) return lift;
    const totals = group.map((index) => series.channels[index]!.spend.reduce((sum, x) => sum + x, 0));
    const all = totals.reduce((sum, total) => sum + total, 0);
    const tested = group.reduce(
      (sum, index, k) => sum + (lift.channels.includes(series.channels[index]!.name) ? totals[k]! : 0),
      0,
    );
    const members = group.map((index) => series.channels[index]!.name);
    return {
      ...lift,
      channels: [nameOf(group), ...lift.channels.filter((name) => !members.includes(name))],
      removedShare: ((lift.removedShare ?? 1) * tested) / all,
    };
  });
  return {
    series: { ...series, channels },
    options: { ...options, types: Object.fromEntries(types), lifts },
    joined: groups
      .filter((group) => group.length > 1)
      .map((group) => ({
        name: nameOf(group),
        names: group.map((index) => series.channels[index]!.name),
      })),
  };
}

/** 0 where one of them never moves: constant spends are not the same spend. */
function correlationOf(a: Float64Array, b: Float64Array): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let t = 0; t < a.length; t++) {
    together += (a[t]! - meanA) * (b[t]! - meanB);
    squaresA += (a[t]! - meanA) ** 2;
    squaresB += (b[t]! - meanB) ** 2;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? together / scale : 0;
}
