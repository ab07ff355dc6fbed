import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adstock, cutSpikes, meanActive } from './adstock';

const spends = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const thetas = fc.double({ min: 0, max: 0.95, noNaN: true });

test('steady spend x gives x from the first row on, once it was carried in', () => {
  expect(Array.from(adstock(new Float64Array(5).fill(80), 0.7, 80))).toEqual([80, 80, 80, 80, 80]);
});

test('the recursion is the geometric sum over all lags: (1 - theta) sum theta^l x_(t-l)', () => {
  fc.assert(
    fc.property(spends, thetas, (values, theta) => {
      const spend = Float64Array.from(values);
      const stock = adstock(spend, theta, 0);
      const last = spend.length - 1;
      let sum = 0;
      for (let lag = 0; lag <= last; lag++) sum += (1 - theta) * theta ** lag * spend[last - lag]!;
      expect(Math.abs(stock[last]! - sum)).toBeLessThanOrEqual(1e-9 * (1 + sum));
    }),
  );
});

test('nothing is lost: adstock so far and what is left of it add up to spend', () => {
  fc.assert(
    fc.property(spends, thetas, (values, theta) => {
      const spend = Float64Array.from(values);
      const stock = adstock(spend, theta, 0);
      const total = spend.reduce((sum, value) => sum + value, 0);
      const soFar = stock.reduce((sum, value) => sum + value, 0);
      const tail = (stock[stock.length - 1]! * theta) / (1 - theta);
      expect(Math.abs(soFar + tail - total)).toBeLessThanOrEqual(1e-9 * (1 + total));
    }),
  );
});

test('the usual spend leaves pauses out: rows below a hundredth of the highest', () => {
  expect(meanActive(Float64Array.of(0, 100, 0.9, 50, 0))).toBe(75);
  expect(meanActive(new Float64Array(3))).toBe(0);
});

test('one enormous spike does not set the scale: it counts as ten usual days', () => {
  const spend = Float64Array.from({ length: 99 }, (_, t) => (t === 50 ? 1e7 : 100));
  expect(cutSpikes(spend)[50]).toBe(1000);
  expect(cutSpikes(spend)[49]).toBe(100);
});
