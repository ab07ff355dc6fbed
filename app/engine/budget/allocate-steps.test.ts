import { describe, expect, it } from 'vitest';
import { createRng, nextFloat, nextInt, nextNormal, type Rng } from '../numeric/rng';
import { allocateSteps, heldValues, type Choices } from './allocate-steps';

/** Values without any shape at all: the method must not lean on one. */
function randomChoices(rng: Rng): Choices {
  const cost = [0];
  while (cost.length < 5) cost.push(cost.at(-1)! + nextInt(rng, 4));
  return {
    spend: Float64Array.from(cost),
    cost: Int32Array.from(cost),
    value: Float64Array.from(cost, () => nextNormal(rng)),
  };
}

/** Every combination that the steps can pay. */
function bruteForce(channels: readonly Choices[], steps: number, held: readonly (number | null)[]): number {
  const [first, ...rest] = channels;
  if (!first) return 0;
  let best = -Infinity;
  first.value.forEach((value, choice) => {
    const left = steps - first.cost[choice]!;
    if (left < 0 || (held[0] ?? choice) !== choice) return;
    best = Math.max(best, value + bruteForce(rest, left, held.slice(1)));
  });
  return best;
}

describe('allocation in steps', () => {
  const rng = createRng(1, 'allocate steps');
  const cases = Array.from({ length: 60 }, () => ({
    channels: Array.from({ length: 1 + nextInt(rng, 4) }, () => randomChoices(rng)),
    steps: Math.floor(nextFloat(rng) * 25),
  }));

  it('finds the best of all combinations, as trying each of them does, on 60 shapeless problems', () => {
    for (const { channels, steps } of cases) {
      const found = allocateSteps(channels, steps);
      expect(found.value).toBeCloseTo(bruteForce(channels, steps, []), 12);
      const value = found.chosen.reduce((sum, choice, i) => sum + channels[i]!.value[choice]!, 0);
      const cost = found.chosen.reduce((sum, choice, i) => sum + channels[i]!.cost[choice]!, 0);
      expect(value).toBeCloseTo(found.value, 12);
      expect(cost).toBeLessThanOrEqual(steps);
    }
  });

  it('knows the best with one channel held at each of its choices', () => {
    for (const { channels, steps } of cases) {
      const found = allocateSteps(channels, steps);
      channels.forEach((choices, i) => {
        heldValues(channels, found, i).forEach((value, choice) => {
          const held = channels.map((_, j) => (j === i ? choice : null));
          const exact = bruteForce(channels, steps, held);
          if (choices.cost[choice]! > steps) expect(value).toBe(-Infinity);
          else expect(value).toBeCloseTo(exact, 12);
        });
      });
    }
  });

  it('leaves money unspent that brings nothing', () => {
    const flat = { spend: Float64Array.of(0, 1), cost: Int32Array.of(0, 1), value: Float64Array.of(3, 3) };
    expect(allocateSteps([flat, flat], 5).chosen).toStrictEqual([0, 0]);
  });
});
