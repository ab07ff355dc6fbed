import { describe, expect, it } from 'vitest';
import { totalRescued } from './total-rescued';

const estimate = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, level: 0.8 });

describe('totalRescued', () => {
  it('says of one campaign what was said of it alone', () => {
    const { total, chancePaid } = totalRescued([estimate(100, 128.15515655446)]);
    expect(total.low).toBeCloseTo(-28.155, 3);
    // One standard error is 100: the chance to be above 0 is that of a standard normal below 1.
    expect(chancePaid).toBeCloseTo(0.841345, 6);
  });

  it('adds errors by their squares: two alike are surer together than each', () => {
    const { total, chancePaid } = totalRescued([estimate(100, 128.155), estimate(100, 128.155)]);
    expect(total.mean).toBe(200);
    expect((total.high - total.low) / 2).toBeCloseTo(Math.SQRT2 * 128.155, 6);
    expect(chancePaid).toBeCloseTo(0.92135, 4);
  });

  it('does not divide by an error of nothing', () => {
    expect(totalRescued([estimate(0, 0)]).chancePaid).toBe(0.5);
  });
});
