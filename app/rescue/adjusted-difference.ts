import type { Estimate } from '~/domain/estimate';
import { normalProbability } from './normal-probability';

/** One customer of an experiment and what is compared. */
export interface ComparedCustomer {
  readonly contacted: boolean;
  readonly value: number;
  /** Mean and variance of the value if left alone, as they were known before. */
  readonly expected: number;
  readonly variance: number;
}

export interface Difference {
  /** Contacted less held out, per contacted customer. */
  readonly estimate: Estimate;
  readonly chanceAbove0: number;
}

const LEVEL = 0.8;
const NORMAL_90 = 1.2815515655446004;
/** What was expected of the spread counts as much as this many customers: nobody bought is no proof of no spread. */
const EXPECTED_WEIGHT = 5;

/**
 * Difference of means between contacted and held-out customers, adjusted for what was known of each before (CUPED: Deng,
 * Xu, Kohavi & Walker 2013, with the slope estimated within the arms), normal interval with one spread for both arms. A
 * hold-out of fifteen has too few buyers for a spread of its own: with one, intervals miss on the two sides alike.
 * @returns `null` unless both arms have customers
 */
export function adjustedDifference(customers: readonly ComparedCustomer[]): Difference | null {
  const arms = [true, false].map((contacted) => customers.filter((one) => one.contacted === contacted));
  const [contacted = [], heldOut = []] = arms;
  if (contacted.length === 0 || heldOut.length === 0) return null;
  const slope = slopeWithin(arms);
  const adjusted = ({ value, expected }: ComparedCustomer): number => value - slope * expected;
  const means = arms.map((arm) => meanOf(arm, adjusted));
  const [meanContacted = 0, meanHeldOut = 0] = means;
  let squares = EXPECTED_WEIGHT * meanOf(customers, ({ variance }) => variance);
  arms.forEach((arm, i) => {
    for (const one of arm) squares += (adjusted(one) - (means[i] ?? 0)) ** 2;
  });
  const variance = squares / (customers.length - arms.length + EXPECTED_WEIGHT);
  const mean = meanContacted - meanHeldOut;
  const error = Math.sqrt(variance * (1 / contacted.length + 1 / heldOut.length));
  const half = NORMAL_90 * error;
  return {
    estimate: { mean, low: mean - half, high: mean + half, level: LEVEL },
    chanceAbove0: error > 0 ? normalProbability(mean / error) : 0.5,
  };
}

/** Regression of the value on what was expected, pooled over the arms; 0 where nothing was told apart. */
function slopeWithin(arms: readonly (readonly ComparedCustomer[])[]): number {
  let products = 0;
  let squares = 0;
  for (const arm of arms) {
    const value = meanOf(arm, (one) => one.value);
    const expected = meanOf(arm, (one) => one.expected);
    for (const one of arm) {
      products += (one.value - value) * (one.expected - expected);
      squares += (one.expected - expected) ** 2;
    }
  }
  return squares > 0 ? products / squares : 0;
}

function meanOf(customers: readonly ComparedCustomer[], of: (one: ComparedCustomer) => number): number {
  return customers.reduce((sum, one) => sum + of(one), 0) / customers.length;
}
