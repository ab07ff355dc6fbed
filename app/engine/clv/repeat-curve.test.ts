import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { expectedRepeats } from '../simulate/fixtures/expected-repeats';
import { acquiredCustomers, STEPS, type AcquiredCustomers } from './acquired-customers';
import { channelShop, type TrueChannel } from './fixtures/channel-shop';
import { repeatCurve } from './repeat-curve';

const CHANNEL: TrueChannel = {
  name: 'all',
  customers: 8000,
  r: 1,
  alpha: 80,
  a: 0.84,
  b: 2.16,
  meanValue: 40,
};
const { r, alpha, a, b } = CHANNEL;
const MODEL = { name: 'mbg-nbd', params: { r, alpha, a, b } } as const;

function customersOf(historyDays: number): AcquiredCustomers {
  return acquiredCustomers({
    ...channelShop(4, [CHANNEL], historyDays),
    nowDay: dayNumber(isoDay('2025-12-31')),
    windowDays: 730,
    countFreeOrders: false,
  });
}

/** Repeat orders of MBG/NBD until an age, for each unit of the first order. */
const truth = (age: number) => (b / (a + b)) * expectedRepeats({ r, alpha, a, b: b + 1 }, age);

describe('the curve of repeat revenue', () => {
  it('is that of MBG/NBD in a shop of 8,000 customers and two years: to 10 % after a month, 5 % after a year', () => {
    const curve = repeatCurve(customersOf(730), MODEL);
    expect(curve[0]).toBe(0);
    // Some 2,000 orders in the first month, their values varying by 80 %: a standard error of 3 % and more.
    for (const [days, tolerance] of [
      [30, 0.1],
      [90, 0.07],
      [365, 0.05],
    ] as const) {
      expect(Math.abs(curve[days / 5]! / truth(days) - 1)).toBeLessThan(tolerance);
    }
  });

  it('goes on in the shape of the model beyond what a young shop has seen, to 7 % after a year', () => {
    const curve = repeatCurve(customersOf(150), MODEL);
    expect(Math.abs(curve[STEPS]! / truth(365) - 1)).toBeLessThan(0.07);
    // 29 steps were watched at most: from there on the curve is the model's, scaled to meet it.
    expect(curve[STEPS]! / curve[40]!).toBeCloseTo(truth(365) / truth(200), 6);
  });

  it('is exact where all were watched for the year: what was spent over what was spent first', () => {
    const customers: AcquiredCustomers = {
      names: ['meta'],
      channel: new Int32Array(2),
      firstValue: Float64Array.of(10, 30),
      watched: Int32Array.of(STEPS, STEPS),
      start: Int32Array.of(0, 2, 3),
      step: Int32Array.of(0, 72, 5),
      value: Float64Array.of(4, 8, 20),
    };
    const curve = repeatCurve(customers, MODEL);
    expect([curve[1], curve[6], curve[STEPS]]).toStrictEqual([0.1, 0.6, 0.8]);
  });

  it('does not count the days that nobody has seen as days without purchases', () => {
    const customers: AcquiredCustomers = {
      names: ['meta'],
      channel: new Int32Array(2),
      firstValue: Float64Array.of(10, 10),
      watched: Int32Array.of(STEPS, 10),
      start: Int32Array.of(0, 2, 3),
      step: Int32Array.of(5, 50, 5),
      value: Float64Array.of(10, 10, 10),
    };
    // A unit of the first order brings 1 in step 5, by both, and 1 in step 50, by the one who was still watched.
    expect(repeatCurve(customers, MODEL)[STEPS]).toBe(2);
  });

  it("is the model's own where no repeat was seen yet", () => {
    const customers: AcquiredCustomers = {
      names: ['meta'],
      channel: new Int32Array(1),
      firstValue: Float64Array.of(10),
      watched: Int32Array.of(2),
      start: Int32Array.of(0, 0),
      step: new Int32Array(0),
      value: new Float64Array(0),
    };
    expect(repeatCurve(customers, MODEL)[STEPS]! / truth(365)).toBeCloseTo(1, 6);
  });
});
