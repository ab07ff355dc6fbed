import { allocateSteps, type Choices, type StepAllocation } from './allocate-steps';
import { choicesOf, stepsFor } from './grid-choices';
import { polishPlan } from './polish-plan';
import type { SpendLimits } from './spend-limits';

/** Grid of a plan: steps of the money that may move. */
const STEPS = 500;
/** Beyond so many channels that may be off, their combinations are left to the grid. */
const MOST_SWITCHES = 6;

interface OptimalSpends {
  /** Whole minor units a day. */
  readonly spends: readonly number[];
  readonly value: number;
  readonly choices: readonly Choices[];
  readonly grid: StepAllocation;
}

/**
 * The spends within the limits and the total that make the most of the sum of values, whatever the shape of the curves:
 * exact on a grid of 500 steps of the money that may move, or of single minor units where those are fewer, then polished.
 *
 * Where a channel is off or spends at least its minimum, the minimum lies between grid points and uses up a whole step:
 * two of them that fill the total exactly would not find room. So each combination of on and off is tried by itself too,
 * with the grid beginning at the minimum.
 * @param valueOf value of channel i at a spend
 */
export function optimiseSpends(
  limits: readonly SpendLimits[],
  daily: number,
  valueOf: (index: number, minor: number) => number,
): OptimalSpends {
  let best = search(limits, daily, valueOf);
  const { choices, grid } = best;
  for (const fixed of switched(limits)) {
    if (sum(fixed.map(({ lower }) => lower)) > daily) continue;
    const found = search(fixed, daily, valueOf);
    if (found.value > best.value) best = found;
  }
  return { ...best, choices, grid };
}

function search(
  limits: readonly SpendLimits[],
  daily: number,
  valueOf: (index: number, minor: number) => number,
): OptimalSpends {
  const least = limits.map(({ lower, orZero }) => (orZero ? 0 : lower));
  const most = sum(limits.map(({ upper }) => upper));
  const movable = Math.min(daily, most) - sum(least);
  const step = Math.max(1, movable / STEPS);
  // Where the total can pay every upper limit, rounding to whole steps must not forbid one.
  const steps =
    most <= daily
      ? sum(limits.map(({ upper }, i) => stepsFor(upper - least[i]!, step)))
      : Math.min(STEPS, movable);
  const choices = limits.map((limit, i) =>
    choicesOf(limit, least[i]!, step, steps, (minor) => valueOf(i, minor)),
  );
  const grid = allocateSteps(choices, steps);
  const start = choices.map(({ spend }, i) => spend[grid.chosen[i]!]!);
  const spends = polishPlan(start, limits, daily, step, valueOf);
  return { spends, value: sum(spends.map((minor, i) => valueOf(i, minor))), choices, grid };
}

/** The limits with each channel that may be off either off or not. */
function switched(limits: readonly SpendLimits[]): readonly (readonly SpendLimits[])[] {
  const switches = limits.filter(({ orZero, lower }) => orZero && lower > 0);
  if (switches.length > MOST_SWITCHES) return [];
  let found: readonly (readonly SpendLimits[])[] = [[]];
  for (const limit of limits) {
    const on = { ...limit, orZero: false };
    const ways = switches.includes(limit) ? [on, { ...on, lower: 0, upper: 0 }] : [limit];
    found = found.flatMap((before) => ways.map((way) => [...before, way]));
  }
  return switches.length > 0 ? found : [];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
