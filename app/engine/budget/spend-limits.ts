import { refuse, type BudgetRefusal, type BudgetRequest } from './budget-request';
import type { ChannelResponse } from './response-table';

const DEFAULT_MAX_CHANGE = 0.3;
const FREE_FACTOR = 3;
const TRIED_FACTOR = 1.2;

/** What a channel may spend a day: whole minor units from `lower` to `upper`, or 0 where `orZero`. */
export interface SpendLimits {
  readonly lower: number;
  readonly upper: number;
  readonly orZero: boolean;
  readonly locked: boolean;
  readonly current: number;
  /** 1.2 times the highest sustained spend: beyond it a plan is untested. */
  readonly tried: number;
}

/**
 * The merchant's own minimum and maximum go before the largest change; evidence goes before both, and a lock before
 * everything.
 * @param keptShare of today's spend that the total leaves to a channel: below 1 where all together have less than today,
 * so that the largest change downwards is one of its smaller share
 */
export function spendLimits(
  response: ChannelResponse,
  request: BudgetRequest,
  keptShare: number,
): SpendLimits | BudgetRefusal {
  const { name, hasEvidence } = response;
  const { maxChange = DEFAULT_MAX_CHANGE, minorPerUnit = 100, limits = {}, mode } = request;
  const { beyondTried = maxChange === null } = request;
  const { min, max, locked = false, orZero = false } = limits[name] ?? {};
  const current = Math.round(response.currentDailySpend * minorPerUnit);
  const reach = Math.floor(response.reach * minorPerUnit);
  const tried = floorOf(TRIED_FACTOR * response.sustainedDailySpend * minorPerUnit);
  const common = { locked, current, tried };
  if (locked) return { ...common, lower: current, upper: current, orZero: false };
  if (min !== undefined && max !== undefined && min > max) return refuse('minimum-above-maximum', name);
  if (min !== undefined && min > reach) return refuse('minimum-beyond-curve', name);
  if (min !== undefined && !hasEvidence && min > current) return refuse('minimum-without-evidence', name);

  let upper = highest(response, current, maxChange, minorPerUnit);
  if (!beyondTried) upper = Math.min(upper, Math.max(tried, current));
  if (!hasEvidence) upper = Math.min(upper, current);
  upper = Math.min(upper, max ?? Infinity, reach);
  let lower = maxChange === null ? 0 : Math.ceil(current * keptShare * (1 - maxChange) - 1e-6);
  if (mode === 'next') lower = current;
  lower = Math.max(0, Math.min(lower, upper));
  if (min !== undefined) {
    // A channel that may be off has no largest change downwards: what was asked for is its floor.
    lower = orZero && mode === 'split' ? min : Math.max(lower, min);
    upper = Math.max(upper, lower);
  }
  return { ...common, lower, upper, orZero: orZero && mode === 'split' };
}

function highest(
  response: ChannelResponse,
  current: number,
  maxChange: number | null,
  minorPerUnit: number,
): number {
  if (maxChange !== null) return floorOf(current * (1 + maxChange));
  // A paused channel may come back to what it used to spend.
  return current > 0 ? FREE_FACTOR * current : floorOf(response.sustainedDailySpend * minorPerUnit);
}

/** Whole part, with 1.3 x 100 = 130 and not 129.99999. */
function floorOf(value: number): number {
  return Math.floor(value + 1e-6);
}

/** Whether a spend is one that the limits allow. */
export function isAllowed({ lower, upper, orZero }: SpendLimits, minor: number): boolean {
  return (minor >= lower && minor <= upper) || (orZero && minor === 0);
}
