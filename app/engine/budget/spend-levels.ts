import type { Granularity } from '../mmm/marketing-series';

const RECENT_DAYS = 90;
const SUSTAINED_DAYS = 28;

export function daysPerRow(granularity: Granularity): number {
  return granularity === 'daily' ? 1 : 7;
}

/**
 * What a channel spends a day today: the mean of the last 90 days (13 weeks), or of the time since it first spent
 * where that is shorter, because days before a channel existed say nothing about its budget.
 * @param spend per row, currency units
 * @returns currency units a day; 0 for a channel that never spent
 */
export function currentDailySpend(spend: Float64Array, granularity: Granularity): number {
  const days = daysPerRow(granularity);
  const first = spend.findIndex((value) => value > 0);
  if (first < 0) return 0;
  const from = Math.max(first, spend.length - Math.ceil(RECENT_DAYS / days), 0);
  return meanOf(spend, from, spend.length) / days;
}

/**
 * The highest spend that a channel kept up: its best mean over 28 days (4 weeks). Beyond it the curve is a guess.
 * @param spend per row, currency units
 * @returns currency units a day
 */
export function sustainedDailySpend(spend: Float64Array, granularity: Granularity): number {
  const days = daysPerRow(granularity);
  const rows = Math.min(spend.length, SUSTAINED_DAYS / days);
  let highest = 0;
  for (let from = 0; from + rows <= spend.length; from++) {
    highest = Math.max(highest, meanOf(spend, from, from + rows));
  }
  return highest / days;
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += values[row]!;
  return to > from ? sum / (to - from) : 0;
}
