import { describe, expect, test } from 'vitest';
import { chooseCandidate, differenceInScore, meanScore, type ScoredCandidate } from './choose-candidate';
import type { PurchaseModelName } from './purchase-model';

const CUSTOMERS = 100;
const customer = Int32Array.from({ length: CUSTOMERS }, (_, i) => i);

/**
 * A candidate whose log score is `level` on average, half a unit above and below in turn. `phase` 1 turns the order
 * round, so that the difference of two phases has a standard error of .1.
 */
function candidate(
  name: PurchaseModelName,
  level: number,
  logLikelihood: number,
  phase = 0,
): ScoredCandidate {
  const logScore = Float64Array.from({ length: CUSTOMERS }, (_, i) => level + ((i + phase) % 2 ? 0.5 : -0.5));
  const zeros = new Float64Array(CUSTOMERS);
  return {
    name,
    logLikelihood,
    scores: { chance: zeros, logScore, halfDeviance: zeros, absoluteError: zeros, expectedTotal: 0 },
  };
}

const choose = (...candidates: readonly ScoredCandidate[]): PurchaseModelName =>
  chooseCandidate(candidates, customer).chosen.name;

describe('the one-standard-error rule', () => {
  test('a candidate within one standard error of the best is as good: the likelier of them is taken', () => {
    // Differences of -1 and 1 in turn around the mean: a standard error of 1 / sqrt(100).
    const best = candidate('mbg-cnbd-2', 1, -500);
    const near = candidate('mbg-nbd', 1.09, -400, 1);
    expect(differenceInScore(customer, near.scores, best.scores).error).toBeCloseTo(0.1, 3);
    expect(choose(near, best)).toBe('mbg-nbd');
    expect(choose({ ...near, logLikelihood: -600 }, best)).toBe('mbg-cnbd-2');
  });

  test('a candidate further off is out, however likely', () => {
    expect(choose(candidate('mbg-nbd', 1.11, -1, 1), candidate('mbg-cnbd-2', 1, -500))).toBe('mbg-cnbd-2');
  });

  test('the smallest difference decides where it is the same for every customer', () => {
    expect(choose(candidate('mbg-nbd', 1.001, -1), candidate('mbg-cnbd-3', 1, -500))).toBe('mbg-cnbd-3');
  });

  test('among equals in everything the default stays', () => {
    const all = (['mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3'] as const).map((name) => candidate(name, 1, -500));
    expect(choose(...all)).toBe('mbg-nbd');
  });

  test('BG/NBD and NBD are yardsticks: never taken, and never what the others are measured by', () => {
    const candidates = [
      candidate('mbg-nbd', 1.05, -500, 1),
      candidate('bg-nbd', 0.1, -1),
      candidate('mbg-cnbd-2', 1, -600),
      candidate('nbd', 0.1, -1),
    ];
    const { chosen, best } = chooseCandidate(candidates, customer);
    expect(chosen.name).toBe('mbg-nbd');
    expect(best.name).toBe('mbg-cnbd-2');
  });
});

test('the score is the mean of log score and half the deviance together', () => {
  const { scores } = candidate('mbg-nbd', 1, 0);
  expect(meanScore(scores)).toBeCloseTo(1, 12);
  expect(meanScore({ ...scores, halfDeviance: new Float64Array(CUSTOMERS).fill(0.25) })).toBeCloseTo(
    1.25,
    12,
  );
});
