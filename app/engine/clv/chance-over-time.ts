import type { Estimate } from '~/domain/estimate';
import { shiftedChance } from './forecast-correction';
import { probabilityAlive, probabilityOfPurchaseIfAlive, type PurchaseModel } from './purchase-model';
import { seasonClock } from './season-clock';
import type { SeasonalIndex } from './seasonal-index';

/** Days that a chance looks ahead, and that the line goes on after the analysis day. */
export const CHANCE_WINDOW_DAYS = 90;
const WEEK = 7;
/** With the days around purchases and the days ahead, a line has at most 117 points. */
const PAST_STEPS = 60;
const JUMPS = 20;
const CERTAIN = 1e-9;

interface ChanceOverTimeInput {
  /** In days; in days that follow the season where there is one. */
  readonly model: PurchaseModel;
  readonly season: SeasonalIndex | null;
  /** Days since 1970-01-01, ascending, none after the analysis day. */
  readonly purchaseDays: ArrayLike<number>;
  /** Analysis day, days since 1970-01-01. */
  readonly nowDay: number;
  /** What the analysis gave the customer: with what the shop's past errors taught, and its range. */
  readonly chanceNow: Estimate;
}

export interface ChancePoint {
  /** Days since 1970-01-01; seen when the day is over. */
  readonly day: number;
  /** Probability of at least one purchase in the 90 days after it. */
  readonly chance: Estimate;
}

export interface ChanceOverTime {
  /** From the first purchase to the analysis day; each day by the purchases up to it. */
  readonly past: readonly ChancePoint[];
  /** From the analysis day on, as long as no purchase comes. */
  readonly ahead: readonly ChancePoint[];
}

/**
 * One customer's chance to buy within 90 days, as today's model would have seen it: week after week (or every few
 * weeks of a long history), and before and after each of the latest purchases. The model's own chances are moved by
 * one constant on the logit scale, so that the line ends at `chanceNow`, and carry its range on the same scale: most of
 * it is how far the shop's chances were off in the past, which is one number for all of them.
 * @returns no points for a customer without purchases
 */
export function chanceOverTime(input: ChanceOverTimeInput): ChanceOverTime {
  const { purchaseDays, nowDay, chanceNow } = input;
  if (purchaseDays.length === 0) return { past: [], ahead: [] };
  const seen = modelChance(input);
  const modelNow = logOdds(seen(nowDay));
  const shift = {
    mean: logOdds(chanceNow.mean) - modelNow,
    low: logOdds(chanceNow.low) - modelNow,
    high: logOdds(chanceNow.high) - modelNow,
  };
  const line = (days: readonly number[]): readonly ChancePoint[] =>
    days.map((day) => {
      const chance = seen(day);
      const mean = shiftedChance(chance, shift.mean);
      const low = shiftedChance(chance, shift.low);
      const high = shiftedChance(chance, shift.high);
      return { day, chance: { mean, low, high, level: chanceNow.level } };
    });
  return { past: line(pastDays(purchaseDays, nowDay)), ahead: line(daysAhead(nowDay)) };
}

/** What the model says when a day is over, of a customer who buys on `purchaseDays` and on no day after them. */
function modelChance({ model, season, purchaseDays }: ChanceOverTimeInput): (day: number) => number {
  const first = purchaseDays[0]!;
  const elapsed = season ? seasonClock(season, first - 1).effectiveDays : (days: number) => days;
  // As the fit places purchases: in the middle of their days, two of them at least a day apart.
  const place = (day: number): number => elapsed(day - first + 0.5) - elapsed(0.5);
  return (day) => {
    const frequency = Math.max(0, countUpTo(purchaseDays, day) - 1);
    const recency = frequency === 0 ? 0 : Math.max(1, place(purchaseDays[frequency]!));
    const history = { frequency, recency, age: Math.max(recency, place(day)) };
    const over = day - first + 1;
    const horizon = elapsed(over + CHANCE_WINDOW_DAYS) - elapsed(over);
    return probabilityAlive(model, history) * probabilityOfPurchaseIfAlive(model, history, horizon);
  };
}

function pastDays(purchaseDays: ArrayLike<number>, nowDay: number): readonly number[] {
  const first = purchaseDays[0]!;
  const step = WEEK * Math.max(1, Math.ceil((nowDay - first) / WEEK / PAST_STEPS));
  const days = new Set([first]);
  for (let day = nowDay; day > first; day -= step) days.add(day);
  for (let i = Math.max(1, purchaseDays.length - JUMPS); i < purchaseDays.length; i++) {
    days.add(purchaseDays[i]! - 1).add(purchaseDays[i]!);
  }
  return [...days].sort((a, b) => a - b);
}

function daysAhead(nowDay: number): readonly number[] {
  const steps = Math.ceil(CHANCE_WINDOW_DAYS / WEEK);
  return Array.from({ length: steps + 1 }, (_, i) => nowDay + Math.min(CHANCE_WINDOW_DAYS, i * WEEK));
}

function countUpTo(purchaseDays: ArrayLike<number>, day: number): number {
  let count = 0;
  while (count < purchaseDays.length && purchaseDays[count]! <= day) count++;
  return count;
}

/** Kept finite: what is written 0 or 1 is not meant that strictly. */
function logOdds(chance: number): number {
  const inside = Math.min(1 - CERTAIN, Math.max(CERTAIN, chance));
  return Math.log(inside) - Math.log1p(-inside);
}
