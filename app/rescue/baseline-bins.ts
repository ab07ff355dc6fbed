import { logOdds } from './log-odds';
import type { RescueCandidate } from './rescue-candidate';

/** Log-odds between two bins: what lies between is read off a straight line, wrong by 1 in 10,000 at most. */
const STEP = 0.1;

/** Customers gathered by baseline: only sums of them matter to a group. */
export interface BaselineBin {
  readonly logOdds: number;
  /** Customers, fractions where one lies between two bins. */
  readonly customers: number;
  /** Sums of order values, and of what a return is worth in revenue: the order and the future that is counted. */
  readonly orders: number;
  readonly worth: number;
}

/** The two neighbours of a baseline among the bins, by number, and how near it is to the upper one. */
export function placeOf(baseline: number): { readonly lower: number; readonly part: number } {
  const position = logOdds(baseline) / STEP;
  const lower = Math.floor(position);
  return { lower, part: position - lower };
}

export function binLogOdds(bin: number): number {
  return bin * STEP;
}

/** Revenue that a return is worth: the order, and the part of the year after it that is counted. */
export function worthOf({ orderValue, valueOnceBack }: RescueCandidate, futureShare: number): number {
  return orderValue + futureShare * valueOnceBack;
}

export function gatherByBaseline(
  candidates: readonly RescueCandidate[],
  futureShare: number,
): readonly BaselineBin[] {
  const bins = new Map<number, { customers: number; orders: number; worth: number }>();
  for (const candidate of candidates) {
    const { lower, part } = placeOf(candidate.baseline);
    const worth = worthOf(candidate, futureShare);
    for (const [number, share] of [
      [lower, 1 - part],
      [lower + 1, part],
    ] as const) {
      if (share === 0) continue;
      const bin = bins.get(number) ?? { customers: 0, orders: 0, worth: 0 };
      bin.customers += share;
      bin.orders += share * candidate.orderValue;
      bin.worth += share * worth;
      bins.set(number, bin);
    }
  }
  return [...bins].map(([number, sums]) => ({ logOdds: binLogOdds(number), ...sums }));
}
