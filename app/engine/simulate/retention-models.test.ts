import { describe, expect, it } from 'vitest';
import { dayNumber } from '~/domain/iso-day';
import { summarizeRfm } from '../clv/rfm-summary';
import { expectedRepeats } from './fixtures/expected-repeats';
import { errorsFrom, meanOverArrivals, measure, STANDARD_ERRORS } from './fixtures/measurements';
import type { RetentionShop } from './retention-shop';
import { simulateRetentionShop } from './simulate-retention-shop';

const DAYS = 900;
const window = { customers: 20_000, historyDays: DAYS, futureDays: 0 };

const repeats = ({ truth }: RetentionShop) => truth.lifetimeOrders.map((orders) => orders - 1);

/** Gaps in days over their mean given the customer's rate, of those that the end of the window cannot cut short. */
function standardGaps({ orders, now, truth }: RetentionShop, phases: number): readonly number[] {
  const gaps: number[] = [];
  for (let row = 0; row + 1 < orders.day.length; row++) {
    const customer = orders.customer[row]!;
    if (orders.customer[row + 1] !== customer) continue;
    const mean = phases / truth.rate[customer]!;
    if (orders.day[row]! + 25 * mean > dayNumber(now)) continue;
    gaps.push((orders.day[row + 1]! - orders.day[row]!) / mean);
  }
  return gaps;
}

describe('twins of the models', () => {
  it.each<['bg-nbd' | 'mbg-nbd', string]>([
    ['bg-nbd', 'Fader, Hardie & Lee 2005'],
    ['mbg-nbd', 'Batislam, Denizel & Filiztekin 2007'],
  ])('%s customers repeat as often as the closed form says (%s)', (name) => {
    const shop = simulateRetentionShop(name, { ...window, seed: 1 });
    const { params } = shop.truth;
    const { a, b } = params;
    // Who survived the first chance to leave of MBG/NBD goes on as in BG/NBD, with Beta(a, b + 1).
    const expected = meanOverArrivals(DAYS, (age) =>
      name === 'bg-nbd'
        ? expectedRepeats(params, age)
        : (b / (a + b)) * expectedRepeats({ ...params, b: b + 1 }, age),
    );
    expect(errorsFrom(expected, measure(repeats(shop)))).toBeLessThan(STANDARD_ERRORS);
  });

  it('pareto-nbd customers repeat and survive as the closed forms say (Schmittlein, Morrison & Colombo 1987)', () => {
    const shop = simulateRetentionShop('pareto-nbd', { ...window, seed: 2 });
    const { r, alpha, s, beta } = shop.truth.params;
    const bought = (age: number) => ((r * beta) / (alpha * (s - 1))) * (1 - (beta / (beta + age)) ** (s - 1));
    expect(errorsFrom(meanOverArrivals(DAYS, bought), measure(repeats(shop)))).toBeLessThan(STANDARD_ERRORS);
    const alive = meanOverArrivals(DAYS, (age) => (beta / (beta + age)) ** s);
    expect(errorsFrom(alive, measure(shop.truth.alive))).toBeLessThan(STANDARD_ERRORS);
  });

  it('nbd customers buy r t / alpha times in t, and nobody leaves (Ehrenberg 1959)', () => {
    const shop = simulateRetentionShop('nbd', { ...window, seed: 3 });
    const { r, alpha } = shop.truth.params;
    const expected = meanOverArrivals(DAYS, (age) => (r * age) / alpha);
    expect(errorsFrom(expected, measure(repeats(shop)))).toBeLessThan(STANDARD_ERRORS);
    expect(shop.truth.alive.every((alive) => alive === 1)).toBe(true);
  });

  // Rates so low that whole days round a gap by less than a thousandth of its variance.
  it.each([
    ['mbg-nbd', 1, 1],
    ['mbg-cnbd-2', 2, Math.SQRT1_2],
    ['mbg-cnbd-3', 3, 1 / Math.sqrt(3)],
    ['regular', 1, 0.15],
  ] as const)('%s gaps last %i phases of 1 / lambda and vary by %f of that', (kind, phases, variation) => {
    const params = { r: 8, alpha: 2000, a: 1, b: 6 };
    const options = { customers: 3000, historyDays: 40_000, futureDays: 0, seed: 4, params };
    const gaps = measure(standardGaps(simulateRetentionShop(kind, options), phases));
    expect(errorsFrom(1, gaps)).toBeLessThan(STANDARD_ERRORS);
    expect(Math.abs(gaps.spread - variation)).toBeLessThan(STANDARD_ERRORS * gaps.spreadError);
  });

  // All have left long before the end; E[1 / p] of Beta(a, b) is (a + b - 1) / (a - 1).
  it.each([
    ['bg-nbd', 1 + 2.5],
    ['mbg-nbd', 2.5],
    ['mbg-cnbd-2', 2.5],
    ['mbg-cnbd-3', 2.5],
    ['regular', 2.5],
  ] as const)('%s customers leave after %f orders on average when p is Beta(3, 3)', (kind, orders) => {
    const params = { r: 5, alpha: 10, a: 3, b: 3 };
    const options = { customers: 20_000, historyDays: 100_000, futureDays: 0, seed: 5, params };
    const { truth } = simulateRetentionShop(kind, options);
    expect(errorsFrom(orders, measure(truth.lifetimeOrders))).toBeLessThan(STANDARD_ERRORS);
  });

  it.each(['bg-nbd', 'mbg-nbd'] as const)(
    '%s customers are alive as often as P(alive) at the true parameters says (Fader, Hardie & Lee 2008)',
    (name) => {
      // Gaps of a year: two purchases of one day, which count as one, hardly happen.
      const params = { r: 0.9, alpha: 400, a: 0.8, b: 2.4 };
      const options = { customers: 20_000, historyDays: 4000, futureDays: 0, seed: 6, params };
      const { orders, now, truth } = simulateRetentionShop(name, options);
      const { frequency, recency, age } = summarizeRfm(orders, dayNumber(now), false);
      const { r, alpha, a, b } = params;
      const surprise = Float64Array.from(truth.alive, (alive, i) => {
        const x = frequency[i]!;
        const survived = name === 'bg-nbd' ? x : x + 1;
        const silence = ((alpha + age[i]!) / (alpha + recency[i]!)) ** (r + x);
        return alive - (survived === 0 ? 1 : 1 / (1 + (a / (b + survived - 1)) * silence));
      });
      expect(errorsFrom(0, measure(surprise))).toBeLessThan(STANDARD_ERRORS);
    },
  );

  it('order values have the Gamma-Gamma mean p v / (q - 1) over customers, and their own mean in each', () => {
    const { orders, truth } = simulateRetentionShop('mbg-nbd', { ...window, seed: 7 });
    const { p, q, v } = truth.spend;
    // One order a customer: orders of one customer are alike, and would count for more than they say.
    const firsts = orders.revenue.filter((_, row) => orders.customer[row] !== orders.customer[row - 1]);
    expect(errorsFrom((p * v) / (q - 1), measure(firsts))).toBeLessThan(STANDARD_ERRORS);
    const relative = firsts.map((value, i) => value / truth.meanOrderValue[i]!);
    expect(errorsFrom(1, measure(relative))).toBeLessThan(STANDARD_ERRORS);
    // Gamma(p) varies by 1 / sqrt(p) of its mean.
    const { spread, spreadError } = measure(relative);
    expect(Math.abs(spread - 1 / Math.sqrt(p))).toBeLessThan(STANDARD_ERRORS * spreadError);
  });
});
