import { describe, expect, it } from 'vitest';
import { logNormalAround, logNormalEstimate } from './log-normal';

describe('a log-normal', () => {
  it('comes back from its own mean and interval', () => {
    const { mean, low, high, level } = logNormalEstimate({ logMean: 0.7, logSd: 0.25 });
    expect(level).toBe(0.9);
    const back = logNormalAround(mean, low, high);
    expect(back.logMean).toBeCloseTo(0.7, 12);
    expect(back.logSd).toBeCloseTo(0.25, 12);
  });

  it('keeps the mean that was said, and how wide the range is, when the two do not fit', () => {
    const { mean, low, high } = logNormalEstimate(logNormalAround(3, 2, 5));
    expect(mean).toBeCloseTo(3, 12);
    expect(high / low).toBeCloseTo(2.5, 12);
  });

  it('is a certain number where low and high are the same', () => {
    expect(logNormalAround(2, 2, 2)).toStrictEqual({ logMean: Math.log(2), logSd: 0 });
  });

  it.each([
    [0, 1, 2],
    [2, 1, 3],
    [1, 4, 3],
    [1, 2, Infinity],
    [Number.NaN, 1, 2],
  ])('does not come from %d, %d, %d', (low, mean, high) => {
    expect(() => logNormalAround(mean, low, high)).toThrow('must ascend from above 0');
  });
});
