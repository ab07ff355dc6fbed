import { heldValues, type Choices, type StepAllocation } from './allocate-steps';
import type { PlannedChannel } from './budget-plan';
import type { SpendLimits } from './spend-limits';

/** Grid of a plan: steps of the money that may move. */
export const STEPS = 500;

/**
 * Spends on the grid of steps above `least`, and the two ends of the limits, which lie between grid points and use up
 * the whole step. Rounded down to whole minor units, so that sums stay below the total.
 */
export function choicesOf(
  { lower, upper, orZero }: SpendLimits,
  least: number,
  step: number,
  valueOf: (minor: number) => number,
): Choices {
  const spend = orZero && lower > 0 ? [0, lower] : [lower];
  const cost = spend.map((minor) => stepsFor(minor - least, step));
  if (step > 0) {
    for (let k = (cost.at(-1) ?? 0) + 1; k <= STEPS; k++) {
      const minor = Math.floor(least + k * step + 1e-6);
      if (minor >= upper) break;
      if (minor <= spend.at(-1)!) continue;
      spend.push(minor);
      cost.push(k);
    }
    if (upper > spend.at(-1)! && stepsFor(upper - least, step) <= STEPS) {
      spend.push(upper);
      cost.push(stepsFor(upper - least, step));
    }
  }
  return {
    spend: Float64Array.from(spend),
    cost: Int32Array.from(cost),
    value: Float64Array.from(spend, valueOf),
  };
}

/** A cost above all steps marks a choice that the total cannot pay. */
function stepsFor(minor: number, step: number): number {
  if (minor <= 0) return 0;
  return step > 0 ? Math.min(STEPS + 1, Math.ceil(minor / step - 1e-9)) : STEPS + 1;
}

/** The stretch around the optimum on which the plan keeps its value; on an S-shaped curve there may be another one. */
export function nearOptimalRange(
  choices: readonly Choices[],
  grid: StepAllocation,
  index: number,
  optimum: number,
  enough: number,
): PlannedChannel['range'] {
  const { spend } = choices[index]!;
  const held = heldValues(choices, grid, index);
  const isEnough = (choice: number) => choice >= 0 && choice < held.length && held[choice]! >= enough;
  let low = optimum;
  let high = optimum;
  const above = spend.findIndex((minor) => minor >= optimum);
  const first = above < 0 ? spend.length : above;
  for (let choice = first; isEnough(choice); choice++) high = spend[choice]!;
  for (let choice = first - 1; isEnough(choice); choice--) low = spend[choice]!;
  return { lowMinor: low, highMinor: high };
}
