import { describe, expect, it } from 'vitest';
import { createRng, nextNormal } from '../numeric/rng';
import { expectedKnowledge } from './experiment-learning';

const DRAWS = 400;
const rng = createRng(1, 'experiment-learning');
const normals = (): Float64Array => Float64Array.from({ length: DRAWS }, () => nextNormal(rng));

describe('what a measurement is expected to teach', () => {
  it('is the conjugate formula for normal beliefs: sd falls by sqrt(1 - sd^2 / (sd^2 + se^2))', () => {
    const belief = normals();
    for (const error of [0.5, 1, 2]) {
      const { spread, correlation } = expectedKnowledge([belief], belief, error);
      // 400 draws know their own variance to 7 %, the mean over 100 outcomes to half of that.
      expect(Math.abs(spread[0]! / Math.sqrt(1 - 1 / (1 + error * error)) - 1)).toBeLessThan(0.07);
      expect(correlation).toBeNull();
    }
  });

  it('is nothing where what is measured has nothing to do with the question, or the error is huge', () => {
    const belief = normals();
    expect(Math.abs(expectedKnowledge([belief], normals(), 0.5).spread[0]! - 1)).toBeLessThan(0.07);
    expect(Math.abs(expectedKnowledge([belief], belief, 1000).spread[0]! - 1)).toBeLessThan(0.01);
  });

  it('unties two quantities of which only the sum was known', () => {
    const split = normals();
    const sum = normals();
    const first = split.map((value, d) => value + 0.2 * sum[d]!);
    const second = split.map((value, d) => -value + 0.2 * sum[d]!);
    const { spread, correlation } = expectedKnowledge([first, second], first, 0.1);
    // By the conjugate formula 0.10 and 0.38 of the spread before, and a correlation of -0.24 instead of -0.92.
    expect(spread[0]!).toBeLessThan(0.15);
    expect(spread[1]!).toBeLessThan(0.5);
    expect(correlation!).toBeGreaterThan(-0.5);
  });

  it('keeps to a number where the measurement is sharper than the draws can tell', () => {
    const belief = normals();
    const { spread } = expectedKnowledge([belief], belief, 1e-9);
    expect(spread[0]!).toBeGreaterThan(0);
    expect(spread[0]!).toBeLessThan(0.1);
  });
});
