import { nextFloat, type Rng } from '../../numeric/rng';
import { autoregressive } from './autoregressive';
import type { SimulatedChannel } from './marketing-world';

const DAYS_PER_YEAR = 365.25;
const DEFAULT_VARIATION = 0.5;
/** Correlation of a budget with the day before; some of a channel's own variation is fresh every day. */
const BUDGET_MEMORY = 0.9;
const FRESH_SHARE = 0.3;

/** What moves the spends of all channels. Logs, one a row. */
export interface CommonSpend {
  /** Mean 0, variance 1: the common budget, with its share of the variance of log spend. */
  readonly budget: Float64Array;
  readonly correlation: number;
  /** Season, unseen demand and promotions, ready to add. */
  readonly push: Float64Array;
}

/**
 * Spend of a channel in whole cents a row, the mean of its live rows as asked (to the cent).
 * @param rng of this channel alone: another channel more moves no other
 */
export function channelSpend(
  rng: Rng,
  channel: SimulatedChannel,
  rowDays: number,
  common: CommonSpend,
): Float64Array {
  const rows = common.budget.length;
  const memory = BUDGET_MEMORY ** rowDays;
  const slow = autoregressive(rng, rows, memory);
  const fresh = autoregressive(rng, rows, 0);
  const running = flightShare(rng, channel, rows, rowDays);
  const start = Math.floor((channel.startsAt ?? 0) * rows);
  const variation = channel.variation ?? DEFAULT_VARIATION;
  const spikeOdds = ((channel.spikesPerYear ?? 0) * rowDays) / DAYS_PER_YEAR;
  const spend = new Float64Array(rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const own = Math.sqrt(1 - FRESH_SHARE) * slow[row]! + Math.sqrt(FRESH_SHARE) * fresh[row]!;
    const budget =
      Math.sqrt(common.correlation) * common.budget[row]! + Math.sqrt(1 - common.correlation) * own;
    const spike = nextFloat(rng) < spikeOdds ? 3 + 3 * nextFloat(rng) : 1;
    if (row < start) continue;
    spend[row] = running[row]! * spike * Math.exp(variation * budget + common.push[row]!);
    sum += spend[row]!;
  }
  if (sum === 0) return spend;
  const scale = (channel.meanSpend * rowDays * (rows - start)) / sum;
  return spend.map((value) => Math.round(100 * scale * value) / 100);
}

/** Share of each row's days on which the channel runs. Stretches last between half and one and a half times their mean. */
function flightShare(rng: Rng, { flights }: SimulatedChannel, rows: number, rowDays: number): Float64Array {
  if (!flights) return new Float64Array(rows).fill(1);
  const share = new Float64Array(rows);
  const length = (mean: number) => Math.max(1, Math.round(mean * (0.5 + nextFloat(rng))));
  let on = nextFloat(rng) < flights.on / (flights.on + flights.off);
  let left = Math.ceil(length(on ? flights.on : flights.off) * nextFloat(rng));
  for (let day = 0; day < rows * rowDays; day++) {
    if (left === 0) {
      on = !on;
      left = length(on ? flights.on : flights.off);
    }
    if (on) share[Math.floor(day / rowDays)]! += 1 / rowDays;
    left--;
  }
  return share;
}
