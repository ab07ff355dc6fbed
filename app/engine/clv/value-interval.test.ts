import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRng, nextGamma, nextPoisson } from '../numeric/rng';
import { expectedOrderValue } from './gamma-gamma';
import type { SpendModel } from './spend-model';
import { ValueInterval } from './value-interval';

const COUNTED: SpendModel = { kind: 'order-count' };
const LOGGED: SpendModel = {
  kind: 'log-mean',
  params: { intercept: 3, slope: 0, between: 0.3, within: 0.4, smearing: 1 },
};

test('where every order is worth the same, value lies between the ends of the count', () => {
  const interval = new ValueInterval(COUNTED);
  expect(interval.low(5, 3.2, 1)).toBeCloseTo(1, 12);
  expect(interval.high(5, 3.2, 7)).toBeCloseTo(7, 12);
});

test('the interval holds the expectation, whatever the count says, and is wider for amounts that vary', () => {
  const counts = fc.tuple(
    fc.integer({ min: 0, max: 200 }),
    fc.double({ min: 0, max: 500, noNaN: true }),
    fc.integer({ min: 0, max: 500 }),
  );
  const plain = new ValueInterval(COUNTED);
  const spread = new ValueInterval(LOGGED);
  fc.assert(
    fc.property(counts, ([orders, expected, count]) => {
      expect(spread.low(orders, expected, count)).toBeLessThanOrEqual(expected);
      expect(spread.low(orders, expected, count)).toBeGreaterThanOrEqual(0);
      expect(spread.high(orders, expected, count)).toBeGreaterThanOrEqual(expected);
      expect(spread.low(orders, expected, count)).toBeLessThanOrEqual(plain.low(orders, expected, count));
      expect(spread.high(orders, expected, count)).toBeGreaterThanOrEqual(
        plain.high(orders, expected, count) * (1 - 1e-12),
      );
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('it narrows with every order that is known', () => {
  const interval = new ValueInterval(LOGGED);
  const widths = [1, 2, 5, 20, 100].map(
    (orders) => interval.high(orders, 10, 12) / interval.low(orders, 10, 8),
  );
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test('nothing expected is worth nothing', () => {
  const interval = new ValueInterval(LOGGED);
  expect(interval.low(3, 0, 0)).toBe(0);
  expect(interval.high(3, 0, 0)).toBe(0);
});

test.each([2, 5, 20])(
  'after %i orders it holds the value of Poisson many Gamma-Gamma orders 86 to 97 times in a hundred',
  (orders) => {
    const params = { p: 6.25, q: 3.74, v: 15.44 };
    const fit = { params } as Extract<SpendModel, { kind: 'gamma-gamma' }>['fit'];
    const interval = new ValueInterval({ kind: 'gamma-gamma', fit });
    const rng = createRng(orders);
    const sample = 2000;
    const expectations = [0.5, 1, 2, 3, 4, 6, 8, 12, 20];
    let held = 0;
    for (const expected of expectations) {
      const counts = Int32Array.from({ length: sample }, () => nextPoisson(rng, expected)).sort();
      const low = interval.low(orders, expected, counts[Math.floor(0.05 * sample)]!);
      const high = interval.high(orders, expected, counts[Math.floor(0.95 * sample)]!);
      let heldHere = 0;
      for (const count of counts) {
        // A customer of the law, the orders that are known, and then what is still to come.
        const rate = nextGamma(rng, params.q, params.v);
        const total = nextGamma(rng, params.p * orders, rate);
        const value = count === 0 ? 0 : nextGamma(rng, params.p * count, rate);
        const inOrders = value / expectedOrderValue(params, orders, total);
        if (inOrders >= low && inOrders <= high) heldHere++;
      }
      // Ends of a small count fall on whole numbers: where none is 4.98 % likely, a twentieth is lost at once.
      expect(heldHere / sample).toBeGreaterThan(0.83);
      held += heldHere / sample / expectations.length;
    }
    expect(held).toBeGreaterThan(0.86);
    expect(held).toBeLessThan(0.97);
  },
);
