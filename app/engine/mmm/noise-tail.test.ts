import { describe, expect, it } from 'vitest';
import { createRng, nextGamma, nextNormal } from '../numeric/rng';
import { noiseTail, tailDeviation } from './noise-tail';

const ROWS = 2000;

function student(seed: number, degrees: number): Float64Array {
  const rng = createRng(seed, 'tail');
  return new Float64Array(ROWS).map(
    () => nextNormal(rng) * Math.sqrt(degrees / 2 / nextGamma(rng, degrees / 2)),
  );
}

describe('the tail of the noise', () => {
  // Fisher information of the degrees at 4 puts one standard error of 2,000 rows at about 0.35.
  it.each([1, 2, 3])('is found in 2,000 rows of Student’s t with 4 degrees: 3 to 6 (seed %i)', (seed) => {
    const { degrees, information } = noiseTail(student(seed, 4));
    expect(degrees).toBeGreaterThanOrEqual(3);
    expect(degrees).toBeLessThanOrEqual(6);
    expect(information).toBeCloseTo((degrees! + 1) / (degrees! + 3), 12);
  });

  it('is not claimed of normal rows, which keep all their weight', () => {
    const rng = createRng(4, 'tail');
    const { degrees, information, scaleOf } = noiseTail(
      new Float64Array(ROWS).map(() => 7 * nextNormal(rng)),
    );
    expect(degrees).toBeNull();
    expect(information).toBe(1);
    expect(scaleOf(100)).toBe(1);
  });

  it('does not depend on the unit of the distances', () => {
    const rows = student(5, 5);
    const plain = noiseTail(rows);
    const other = noiseTail(rows.map((value) => 1000 * value));
    expect(other.degrees).toBe(plain.degrees);
    expect(other.scaleOf(2000)).toBeCloseTo(plain.scaleOf(2), 9);
  });

  it('weighs a row as the density of its own t does: by the slope of its logarithm over the distance', () => {
    const { degrees, scaleOf } = noiseTail(student(6, 4));
    const nu = degrees!;
    // From scaleOf(0)^2 = nu / (nu + 1) and its growth the squared scale follows.
    const scale = 1 / ((nu + 1) * (scaleOf(1) ** 2 - scaleOf(0) ** 2));
    for (const distance of [0.1, 1, 5, 20]) {
      const slope = ((nu + 1) * distance) / (nu * scale + distance ** 2);
      expect(distance / (scale * scaleOf(distance) ** 2)).toBeCloseTo(slope, 9);
    }
  });

  it('has the standard deviation of Student’s t', () => {
    expect(tailDeviation(4)).toBeCloseTo(Math.SQRT2, 12);
    expect(tailDeviation(null)).toBe(1);
  });
});
