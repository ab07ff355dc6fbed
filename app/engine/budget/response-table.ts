import type { Granularity } from '../mmm/marketing-series';
import type { ChannelDraws } from './channel-draws';
import { horizonRevenue, type HorizonRows } from './horizon-response';
import { horizonRows } from './horizon-rows';
import { currentDailySpend, daysPerRow, sustainedDailySpend } from './spend-levels';

/** Cells of a curve's table. Its nodes are even in the root of spend: curves with a slope below 1 rise steeply at 0. */
const CELLS = 48;
/** Tables end here, in multiples of today's or the sustained spend: nothing is known beyond. */
const REACH = 3;
/** Spend of this share of its day no longer matters to the adstock. */
const FORGOTTEN = 1e-9;

/** A channel as the budget sees it. */
export interface BudgetChannel {
  readonly name: string;
  readonly draws: ChannelDraws;
  /** Currency units a row, up to the day before the plan. */
  readonly spend: Float64Array;
  /** False where the data do not tell what the channel does: it never gets more budget. */
  readonly hasEvidence: boolean;
  /**
   * Draws of what a unit of the channel's revenue is worth as profit in the next 12 months; any number of draws, the
   * first belongs to the first two draws of the curve and so on, round and round. Needed for the objective `ltv` alone.
   */
  readonly value?: Float64Array;
}

export interface ResponseInput {
  readonly channels: readonly BudgetChannel[];
  readonly granularity: Granularity;
  readonly horizonDays: number;
}

/** What any constant daily spend of a channel brings over the horizon, draw by draw. */
export interface ChannelResponse {
  readonly name: string;
  readonly hasEvidence: boolean;
  readonly value: Float64Array | null;
  /** Currency units a day. */
  readonly currentDailySpend: number;
  readonly sustainedDailySpend: number;
  /** Highest daily spend of the table. */
  readonly reach: number;
  /** Revenue on top of no spend; node n of draw d at n x drawCount + d. */
  readonly nodes: Float64Array;
}

/** Every later question (plan, range, slider) is answered from this table. */
export interface ResponseTable {
  readonly horizonDays: number;
  readonly drawCount: number;
  readonly channels: readonly ChannelResponse[];
}

/**
 * Simulates each channel's horizon (carry-in from its history, tail until nothing is left) for each draw at some fifty
 * spends between 0 and three times today's or the highest sustained one.
 * @throws RangeError when draws differ in number or a horizon is no number of days
 */
export function tabulateResponses({ channels, granularity, horizonDays }: ResponseInput): ResponseTable {
  const horizon = horizonRows(granularity, horizonDays);
  const drawCount = channels[0]?.draws.beta.length ?? 0;
  return {
    horizonDays,
    drawCount,
    channels: channels.map((channel) => {
      checkDraws(channel, drawCount);
      const current = currentDailySpend(channel.spend, granularity);
      const sustained = sustainedDailySpend(channel.spend, granularity);
      const reach = REACH * Math.max(current, sustained);
      return {
        name: channel.name,
        hasEvidence: channel.hasEvidence,
        value: channel.value ?? null,
        currentDailySpend: current,
        sustainedDailySpend: sustained,
        reach,
        nodes: tabulate(channel, reach * daysPerRow(granularity), horizon),
      };
    }),
  };
}

/**
 * Revenue of each draw at a daily spend, by cubic interpolation (Lagrange) between nodes.
 * @returns currency units over horizon and tail, on top of no spend
 */
export function responseDraws(
  response: ChannelResponse,
  drawCount: number,
  dailySpend: number,
): Float64Array {
  const found = new Float64Array(drawCount);
  if (response.reach === 0) return found;
  const { first, w0, w1, w2, w3 } = weightsAt(response.reach, dailySpend);
  const { nodes } = response;
  const from = first * drawCount;
  for (let draw = 0; draw < drawCount; draw++) {
    const at = from + draw;
    found[draw] =
      w0 * nodes[at]! +
      w1 * nodes[at + drawCount]! +
      w2 * nodes[at + 2 * drawCount]! +
      w3 * nodes[at + 3 * drawCount]!;
  }
  return found;
}

/** Mean curve over draws `first`, `first + step`...: the posterior mean curve, not the curve at mean parameters. */
export function meanResponse(
  response: ChannelResponse,
  drawCount: number,
  first: number,
  step: number,
): (dailySpend: number) => number {
  const { reach, nodes } = response;
  const mean = new Float64Array(CELLS + 1);
  for (let node = 0; node <= CELLS; node++) {
    let sum = 0;
    let count = 0;
    for (let draw = first; draw < drawCount; draw += step, count++) sum += nodes[node * drawCount + draw]!;
    mean[node] = sum / count;
  }
  return (dailySpend) => {
    if (reach === 0) return 0;
    const { first: from, w0, w1, w2, w3 } = weightsAt(reach, dailySpend);
    return w0 * mean[from]! + w1 * mean[from + 1]! + w2 * mean[from + 2]! + w3 * mean[from + 3]!;
  };
}

/** The four nodes around a spend and Lagrange's weights of them. */
function weightsAt(reach: number, dailySpend: number) {
  if (!(dailySpend >= 0 && dailySpend <= reach * (1 + 1e-9))) {
    throw new RangeError(`daily spend must be between 0 and ${reach}: ${dailySpend}`);
  }
  const place = CELLS * Math.sqrt(dailySpend / reach);
  const first = Math.max(0, Math.min(CELLS - 3, Math.floor(place) - 1));
  const t = place - first;
  return {
    first,
    w0: -((t - 1) * (t - 2) * (t - 3)) / 6,
    w1: (t * (t - 2) * (t - 3)) / 2,
    w2: -(t * (t - 1) * (t - 3)) / 2,
    w3: (t * (t - 1) * (t - 2)) / 6,
  };
}

function tabulate({ draws, spend }: BudgetChannel, rowReach: number, horizon: HorizonRows): Float64Array {
  const { beta, theta, halfSaturation, slope } = draws;
  const count = beta.length;
  const nodes = new Float64Array((CELLS + 1) * count);
  for (let draw = 0; draw < count; draw++) {
    const curve = {
      beta: beta[draw]!,
      theta: theta[draw]!,
      halfSaturation: halfSaturation[draw]!,
      slope: slope[draw]!,
    };
    const revenue = horizonRevenue(curve, lastAdstock(spend, curve.theta), horizon);
    const idle = revenue(0);
    for (let node = 1; node <= CELLS; node++) {
      const rowSpend = rowReach * (node / CELLS) ** 2;
      nodes[node * count + draw] = revenue(rowSpend) - idle;
    }
  }
  return nodes;
}

function lastAdstock(spend: Float64Array, theta: number): number {
  const rows = theta > 0 ? Math.ceil(Math.log(FORGOTTEN) / Math.log(theta)) : 1;
  let adstock = 0;
  for (let row = Math.max(0, spend.length - rows); row < spend.length; row++) {
    adstock = (1 - theta) * spend[row]! + theta * adstock;
  }
  return adstock;
}

function checkDraws({ name, draws, value }: BudgetChannel, count: number): void {
  const { beta, theta, halfSaturation, slope } = draws;
  if (count === 0 || [beta, theta, halfSaturation, slope].some(({ length }) => length !== count)) {
    throw new RangeError(`draws of ${name} must be as many as those of the first channel: ${count}`);
  }
  if (value?.length === 0) throw new RangeError(`value of ${name} has no draws`);
  for (let draw = 0; draw < count; draw++) {
    const sound =
      Number.isFinite(beta[draw]!) &&
      theta[draw]! >= 0 &&
      theta[draw]! < 1 &&
      halfSaturation[draw]! > 0 &&
      slope[draw]! > 0;
    if (!sound) {
      throw new RangeError(
        `draw ${draw} of ${name} is no curve: beta ${beta[draw]}, theta ${theta[draw]}, ` +
          `K ${halfSaturation[draw]}, slope ${slope[draw]}`,
      );
    }
  }
}
