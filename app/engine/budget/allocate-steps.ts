/** One channel's possible spends, ascending. */
export interface Choices {
  /** Minor units a day. */
  readonly spend: Float64Array;
  /** Whole grid steps that it uses up, ascending. */
  readonly cost: Int32Array;
  readonly value: Float64Array;
}

/** Best value of any choice of all channels that together cost at most r steps, for r = 0...steps, channel by channel. */
export interface StepAllocation {
  readonly value: number;
  /** Index of the choice of each channel. */
  readonly chosen: readonly number[];
  /** Best values of the channels before channel i, and from channel i on. */
  readonly before: readonly Float64Array[];
  readonly from: readonly Float64Array[];
}

/**
 * Exact maximum over the grid by dynamic programming (Bellman 1957; the multiple-choice knapsack), whatever the shape
 * of the curves: cost is channels x steps x choices. Of equal values the cheaper choice wins, so money that brings
 * nothing stays unspent.
 * @param channels at least one; the first choice of each costs 0
 */
export function allocateSteps(channels: readonly Choices[], steps: number): StepAllocation {
  const before: Float64Array[] = [new Float64Array(steps + 1)];
  const picks: Int32Array[] = [];
  for (const choices of channels) {
    const pick = new Int32Array(steps + 1);
    before.push(addChannel(before.at(-1)!, choices, pick));
    picks.push(pick);
  }
  const from: Float64Array[] = [new Float64Array(steps + 1)];
  for (const choices of channels.toReversed()) from.push(addChannel(from.at(-1)!, choices, null));
  from.reverse();

  const chosen = new Array<number>(channels.length);
  let left = steps;
  for (let i = channels.length - 1; i >= 0; i--) {
    chosen[i] = picks[i]![left]!;
    left -= channels[i]!.cost[chosen[i]!]!;
  }
  return { value: before.at(-1)![steps]!, chosen, before, from };
}

/**
 * The best that all channels can reach together when channel `index` is held at each of its choices.
 * @returns one value a choice; minus infinity where the choice leaves the others too little
 */
export function heldValues(
  channels: readonly Choices[],
  { before, from }: StepAllocation,
  index: number,
): Float64Array {
  const left = before[index]!;
  const right = from[index + 1]!;
  const steps = left.length - 1;
  const { cost, value } = channels[index]!;
  return value.map((own, choice) => {
    const rest = steps - cost[choice]!;
    let best = -Infinity;
    for (let used = 0; used <= rest; used++) best = Math.max(best, left[used]! + right[rest - used]!);
    return best + own;
  });
}

function addChannel(best: Float64Array, { cost, value }: Choices, pick: Int32Array | null): Float64Array {
  const steps = best.length - 1;
  const next = new Float64Array(steps + 1);
  const count = cost.length;
  for (let r = 0; r <= steps; r++) {
    let highest = -Infinity;
    let chosen = 0;
    for (let choice = 0; choice < count; choice++) {
      const rest = r - cost[choice]!;
      if (rest < 0) break;
      const total = best[rest]! + value[choice]!;
      if (total > highest) {
        highest = total;
        chosen = choice;
      }
    }
    next[r] = highest;
    if (pick) pick[r] = chosen;
  }
  return next;
}
