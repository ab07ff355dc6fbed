import { describe, expect, it } from 'vitest';
import { logNormalAround, logNormalEstimate } from '~/domain/log-normal';
import { quantileOfSorted } from '../numeric/quantile';
import { UNKNOWN_SPREAD, unknownValueDraws, valueDraws } from './value-draws';

const options = { count: 200, seed: 1, channel: 'meta' };
const meanOf = (draws: Float64Array) => draws.reduce((sum, draw) => sum + draw, 0) / draws.length;

describe('draws of a value', () => {
  const value = { logMean: Math.log(2.5), logSd: 0.2 };
  const draws = valueDraws(value, options);

  it("have exactly the value's mean, and its 90 % interval to 2 %", () => {
    const { mean, low, high } = logNormalEstimate(value);
    expect(meanOf(draws)).toBeCloseTo(mean, 12);
    const sorted = draws.toSorted();
    expect(Math.abs(quantileOfSorted(sorted, 0.05) / low - 1)).toBeLessThan(0.02);
    expect(Math.abs(quantileOfSorted(sorted, 0.95) / high - 1)).toBeLessThan(0.02);
  });

  it('take the cost of goods off', () => {
    expect(meanOf(valueDraws(value, { ...options, marginShare: 0.4 }))).toBeCloseTo(0.4 * meanOf(draws), 12);
  });

  it('are the same for the same seed, and independent between channels', () => {
    expect(valueDraws(value, options)).toStrictEqual(draws);
    const google = valueDraws(value, { ...options, channel: 'google' });
    expect(google.toSorted()).toStrictEqual(draws.toSorted());
    const mean = meanOf(draws);
    const product = meanOf(draws.map((draw, k) => (draw - mean) * (google[k]! - mean)));
    const variance = meanOf(draws.map((draw) => (draw - mean) ** 2));
    // Of 200 independent pairs a correlation of .2 is nearly three standard errors.
    expect(Math.abs(product / variance)).toBeLessThan(0.2);
  });

  it('of a value given by hand have the mean that was given', () => {
    expect(meanOf(valueDraws(logNormalAround(3, 2, 4), options))).toBeCloseTo(3, 12);
    expect([...valueDraws(logNormalAround(2, 2, 2), { ...options, count: 3 })]).toStrictEqual([2, 2, 2]);
  });

  it('are at least one', () => {
    expect(() => valueDraws(value, { ...options, count: 0 })).toThrow('draws must be 1 or more: 0');
  });
});

describe('draws of a value that nobody knows', () => {
  it('are 1 on average, or the margin, with the spread that channels have', () => {
    const draws = unknownValueDraws(options);
    expect(meanOf(draws)).toBeCloseTo(1, 12);
    expect(meanOf(unknownValueDraws({ ...options, marginShare: 0.3 }))).toBeCloseTo(0.3, 12);
    const logs = draws.map(Math.log);
    const mean = meanOf(logs);
    expect(Math.sqrt(meanOf(logs.map((log) => (log - mean) ** 2)))).toBeCloseTo(UNKNOWN_SPREAD, 2);
  });
});
