import { describe, expect, it } from 'vitest';
import { expectedRepeats } from './fixtures/expected-repeats';
import { simulateBgNbd, simulateMbgNbd, type ModelOrders } from './simulate-model-orders';

const CUSTOMERS = 20_000;
const DAYS = 300;
const params = { r: 0.6, alpha: 45, a: 0.8, b: 2.5 };
const start = { seed: 11, customers: CUSTOMERS, firstDay: 19_000, days: DAYS, entryDays: 0, params };

function repeatsOf(orders: ModelOrders): Int32Array {
  const repeats = new Int32Array(orders.customerIds.length).fill(-1);
  for (const customer of orders.customer) repeats[customer]!++;
  return repeats;
}

function shareWithoutRepeat(orders: ModelOrders): number {
  return repeatsOf(orders).filter((count) => count === 0).length / orders.customerIds.length;
}

function meanAndError(values: ArrayLike<number>): { mean: number; error: number } {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const variance = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1);
  return { mean, error: Math.sqrt(variance / list.length) };
}

describe('simulateBgNbd and simulateMbgNbd', () => {
  const never = (params.alpha / (params.alpha + DAYS)) ** params.r;
  const leaves = params.a / (params.a + params.b);
  // Four binomial standard errors: a right generator fails once in 16,000 seeds.
  const tolerance = 4 * Math.sqrt(0.25 / CUSTOMERS);

  it('leaves (alpha/(alpha+t))^r of BG/NBD customers without a repeat order (Fader, Hardie & Lee 2005)', () => {
    expect(Math.abs(shareWithoutRepeat(simulateBgNbd(start)) - never)).toBeLessThan(tolerance);
  });

  it('adds those who leave after the first order in MBG/NBD (Batislam et al. 2007)', () => {
    const expected = leaves + (1 - leaves) * never;
    expect(Math.abs(shareWithoutRepeat(simulateMbgNbd(start)) - expected)).toBeLessThan(tolerance);
  });

  it('gives BG/NBD its expected number of repeat orders, within four standard errors', () => {
    const { mean, error } = meanAndError(repeatsOf(simulateBgNbd(start)));
    expect(Math.abs(mean - expectedRepeats(params, DAYS, 200_000))).toBeLessThan(4 * error);
  });

  it('spends the Gamma-Gamma mean p v / (q - 1), within four standard errors', () => {
    const spend = { p: 6, q: 5, v: 20 };
    const orders = simulateMbgNbd({ ...start, spend });
    // One order a customer: orders of one customer are alike, and would count for more than they say.
    const firstOrders = orders.revenue.filter((_, i) => orders.customer[i] !== orders.customer[i - 1]);
    const { mean, error } = meanAndError(firstOrders);
    expect(firstOrders).toHaveLength(CUSTOMERS);
    expect(Math.abs(mean - (spend.p * spend.v) / (spend.q - 1))).toBeLessThan(4 * error);
  });

  it('keeps every order inside the window and every first order in the entry days', () => {
    const orders = simulateMbgNbd({ ...start, entryDays: 90 });
    expect(Math.min(...orders.day)).toBe(19_000);
    expect(orders.day.every((day) => day < 19_000 + DAYS)).toBe(true);
    const firsts = orders.day.filter((_, i) => orders.customer[i] !== orders.customer[i - 1]);
    expect(firsts.every((day) => day < 19_000 + 90)).toBe(true);
  });

  it('is the same for the same seed and another for another', () => {
    const small = { ...start, customers: 50, spend: { p: 6, q: 5, v: 20 } };
    expect(simulateMbgNbd(small)).toStrictEqual(simulateMbgNbd(small));
    expect(simulateMbgNbd(small).revenue).not.toStrictEqual(simulateMbgNbd({ ...small, seed: 12 }).revenue);
  });
});
