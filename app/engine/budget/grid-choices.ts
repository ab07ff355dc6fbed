import { heldValues, type Choices, type StepAllocation } from './allocate-steps';
import type { PlannedChannel } from './budget-plan';
import type { SpendLimits } from './spend-limits';

/**
 * Spends on the grid of steps above `least`, and the two ends of the limits, which lie between grid points and use up
 * the whole step. Rounded down to whole minor units, so that sums stay below the total.
 * @param step minor units, above 0
 * @param steps that the total can pay
 */
export function choicesOf(
  { lower, upper, orZero }: SpendLimits,
  least: number,
  step: number,
  steps: number,
  valueOf: (minor: number) => number,
): Choices {
  const spend = orZero && lower > 0 ? [0, lower] : [lower];
  const cost = spend.map((minor) => stepsFor(minor - least, step));
  for (let k = (cost.at(-1) ?? 0) + 1; k <= steps; k++) {
    const minor = Math.floor(least + k * step + 1e-6);
    if (minor >= upper) break;
    if (minor <= spend.at(-1)!) continue;
    spend.push(minor);
    cost.push(k);
  }
  const end = stepsFor(upper - least, step);
  if (upper > spend.at(-1)! && end <= steps) {
    spend.push(upper);
    cost.push(end);
  }
  return {
    spend: Float64Array.from(spend),
    cost: Int32Array.from(cost),
    value: Float64Array.from(spend, valueOf),
  };
}

export function stepsFor(minor: number, step: number): number {
  return minor <= 0 ? 0 : Math.ceil(minor / step - 1e-9);
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
