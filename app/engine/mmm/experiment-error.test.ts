import { describe, expect, it } from 'vitest';
import { liftStandardError } from './experiment-error';

/** A response that is there at once and gone at once. */
function block(testRows: number, rowsAfter: number): Float64Array {
  return new Float64Array(testRows + rowsAfter).fill(1, 0, testRows);
}

describe('the standard error of a lift', () => {
  it('is that of a difference of two means for independent noise: n sigma sqrt(1/n + 1/m)', () => {
    // The same number of rows on both sides leaves the straight line nothing to explain.
    for (const [n, m] of [
      [7, 56],
      [28, 56],
      [14, 28],
    ] as const) {
      const error = liftStandardError(block(n, m / 2), n, m / 2, { sigma: 3, phi: 0 });
      expect(error).toBeCloseTo(n * 3 * Math.sqrt(1 / n + 1 / m), 10);
    }
  });

  it('does not depend on the size of the response, and doubles with the noise', () => {
    const noise = { sigma: 3, phi: 0.3 };
    const plain = liftStandardError(block(14, 28), 14, 28, noise);
    const large = block(14, 28).map((value) => 100 * value);
    expect(liftStandardError(large, 14, 28, noise)).toBeCloseTo(plain, 10);
    expect(liftStandardError(block(14, 28), 14, 28, { ...noise, sigma: 6 })).toBeCloseTo(2 * plain, 10);
  });

  it('grows when noise lasts: good and bad weeks look like an effect', () => {
    const errors = [0, 0.3, 0.6].map((phi) =>
      // The same standard deviation of a row, whatever its memory.
      liftStandardError(block(14, 28), 14, 28, { sigma: Math.sqrt(1 - phi * phi), phi }),
    );
    expect(errors[1]!).toBeGreaterThan(1.15 * errors[0]!);
    expect(errors[2]!).toBeGreaterThan(1.15 * errors[1]!);
  });

  it('is larger per unit of lift without rows after it, where a slope of the shop looks like an effect', () => {
    const noise = { sigma: 1, phi: 0 };
    expect(liftStandardError(block(28, 0), 28, 56, noise)).toBeGreaterThan(
      1.3 * liftStandardError(block(28, 28), 28, 28, noise),
    );
  });
});
