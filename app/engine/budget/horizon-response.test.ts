import { describe, expect, it } from 'vitest';
import {
  horizonRevenue,
  steadyMarginalReturn,
  steadyRevenue,
  type ChannelCurve,
  type HorizonRows,
} from './horizon-response';

/** The definition, row by row, with a tail long enough that nothing is left. */
function byRows(curve: ChannelCurve, x: number, carryIn: number, { whole, rest }: HorizonRows): number {
  const { beta, theta, halfSaturation, slope } = curve;
  let adstock = carryIn;
  let sum = 0;
  for (let row = 0; row < 20_000; row++) {
    const spend = row < whole ? x : row === whole ? x * rest : 0;
    adstock = (1 - theta) * spend + theta * adstock;
    sum += (beta * adstock ** slope) / (adstock ** slope + halfSaturation ** slope);
  }
  return sum;
}

const THETAS = [0, 0.1, 0.5, 0.8, 0.95];
const SLOPES = [0.5, 1, 1.7, 4];
const SPENDS = [0, 0.01, 30, 90, 100, 140, 400];
const CARRIES = [0, 80, 600];

describe('revenue of a horizon', () => {
  it.each([
    { whole: 30, rest: 0 },
    { whole: 4, rest: 2 / 7 },
    { whole: 0, rest: 0.5 },
  ])('is the row-by-row sum with carry-in and tail, to 1e-5 of full saturation a row: %o', (horizon) => {
    for (const theta of THETAS) {
      for (const slope of SLOPES) {
        const curve = { beta: 1000, theta, halfSaturation: 100, slope };
        for (const x of SPENDS) {
          for (const carryIn of CARRIES) {
            const exact = byRows(curve, x, carryIn, horizon);
            const found = horizonRevenue(curve, carryIn, horizon)(x);
            expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-5 * (exact + 1));
          }
        }
      }
    }
  });

  it('is 0 without spend and without carry-in, whatever the curve', () => {
    for (const theta of THETAS) {
      const curve = { beta: 5, theta, halfSaturation: 1, slope: 0.7 };
      expect(horizonRevenue(curve, 0, { whole: 30, rest: 0 })(0)).toBe(0);
    }
  });

  it('stays finite where the power of the spend overflows', () => {
    const curve = { beta: 2, theta: 0.5, halfSaturation: 1e-100, slope: 8 };
    const found = horizonRevenue(curve, 0, { whole: 10, rest: 0 })(1e100);
    expect(Number.isFinite(found)).toBe(true);
    expect(steadyRevenue(curve, 1e100)).toBeCloseTo(2, 9);
  });
});

describe('the steady curve', () => {
  it('gives half of full saturation at K', () => {
    expect(steadyRevenue({ beta: 10, theta: 0.3, halfSaturation: 7, slope: 2.2 }, 7)).toBeCloseTo(5, 12);
  });

  it('has the slope of its own difference quotient, to the square of the step', () => {
    for (const slope of SLOPES) {
      const curve = { beta: 1000, theta: 0.5, halfSaturation: 100, slope };
      for (const x of [20, 100, 300]) {
        const step = 1e-3;
        const quotient = (steadyRevenue(curve, x + step) - steadyRevenue(curve, x - step)) / (2 * step);
        expect(steadyMarginalReturn(curve, x)).toBeCloseTo(quotient, 6);
      }
    }
  });

  it('returns beta / K for the first unit when the slope is 1', () => {
    expect(steadyMarginalReturn({ beta: 50, theta: 0, halfSaturation: 10, slope: 1 }, 0)).toBe(5);
  });
});
