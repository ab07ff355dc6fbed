import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { errorsFrom, measure, STANDARD_ERRORS } from './fixtures/measurements';
import type { RetentionShop, RetentionShopKind } from './retention-shop';
import { simulateRetentionShop } from './simulate-retention-shop';

const KINDS: readonly RetentionShopKind[] = [
  'bg-nbd',
  'mbg-nbd',
  'mbg-cnbd-2',
  'mbg-cnbd-3',
  'pareto-nbd',
  'nbd',
  'regular',
  'seasonal',
  'drifting',
  'trending',
  'one-timers',
  'spend-frequency',
  'left-censored',
  'wholesale',
  'dirty',
];
const small = { customers: 400, historyDays: 800, futureDays: 300, seed: 1, now: isoDay('2025-06-30') };

function rowsUntil({ orders }: RetentionShop, day: number): readonly string[] {
  const rows = Array.from(orders.day, (at, row) => ({
    at,
    text: `${orders.customer[row]!} ${at} ${orders.revenue[row]!}`,
  }));
  return rows.flatMap(({ at, text }) => (at <= day ? [text] : [])).sort();
}

describe.each(KINDS)('simulateRetentionShop(%s)', (kind) => {
  const shop = simulateRetentionShop(kind, small);
  const { orders, truth } = shop;
  const nowDay = dayNumber(small.now);

  it('is the same for the same seed and another for another', () => {
    expect(simulateRetentionShop(kind, small)).toStrictEqual(shop);
    const other = simulateRetentionShop(kind, { ...small, seed: 2 });
    expect(other.truth.createdDay).not.toStrictEqual(truth.createdDay);
    expect(other.truth.rate).not.toStrictEqual(truth.rate);
  });

  it('has the same past whatever the length of its future', () => {
    const longer = simulateRetentionShop(kind, { ...small, futureDays: 900 });
    expect(rowsUntil(longer, nowDay)).toStrictEqual(rowsUntil(shop, nowDay));
    expect(longer.truth.alive).toStrictEqual(truth.alive);
  });

  it('knows the future of each customer: days with orders, and their worth to the cent', () => {
    const days = orders.customerIds.map(() => new Set<number>());
    const cents = orders.customerIds.map(() => 0);
    truth.clean.day.forEach((day, row) => {
      if (day <= nowDay) return;
      days[truth.clean.customer[row]!]!.add(day);
      cents[truth.clean.customer[row]!]! += Math.round(truth.clean.revenue[row]! * 100);
    });
    expect(Array.from(truth.futurePurchases)).toStrictEqual(days.map((set) => set.size));
    expect(Array.from(truth.futureRevenue)).toStrictEqual(cents.map((sum) => sum / 100));
    expect(truth.futurePurchases.some((count) => count > 0)).toBe(true);
  });

  it('sells nothing to those who have left', () => {
    expect(truth.futurePurchases.every((count, i) => count === 0 || truth.alive[i] === 1)).toBe(true);
  });

  it('has rows of whole cents within its days, first orders until the analysis date, and ascending ids', () => {
    expect(orders.day.every((day) => day > nowDay - 800 && day <= nowDay + 300)).toBe(true);
    expect(orders.revenue.every((amount) => Math.round(amount * 100) / 100 === amount)).toBe(true);
    expect(truth.createdDay.every((day) => day <= nowDay)).toBe(true);
    expect(truth.lifetimeOrders.every((count) => count >= 1)).toBe(true);
    expect([...orders.customerIds].sort()).toStrictEqual(orders.customerIds);
    expect(new Set(orders.customerIds).size).toBe(400);
  });
});

describe('simulateRetentionShop', () => {
  it('gives each kind dice of its own', () => {
    const shops = KINDS.filter((kind) => kind !== 'left-censored').map((kind) =>
      simulateRetentionShop(kind, small).truth.createdDay.join(),
    );
    expect(new Set(shops).size).toBe(shops.length);
  });

  it.each([0, 0.5, -0.4])('gets new customers evenly but for a yearly growth of %f', (yearlyGrowth) => {
    const days = 730.5;
    const options = { ...small, customers: 20_000, historyDays: 731, futureDays: 0, yearlyGrowth };
    const { truth } = simulateRetentionShop('nbd', options);
    const growth = yearlyGrowth * 2;
    const first = dayNumber(small.now) - 730;
    const shares = Array.from(truth.createdDay, (day) => (day - first + 0.5) / days);
    // Mean of the density 1 + growth * share, over half a day in two years more than the tolerance.
    const mean = (1 / 2 + growth / 3) / (1 + growth / 2);
    expect(errorsFrom(mean, measure(shares))).toBeLessThan(STANDARD_ERRORS);
  });

  it('takes other parameters and other spending', () => {
    const { truth } = simulateRetentionShop('mbg-nbd', {
      ...small,
      params: { r: 2 },
      spend: { p: 1, q: 5, v: 8 },
    });
    expect(truth.params.r).toBe(2);
    expect(truth.params.a).toBe(simulateRetentionShop('mbg-nbd', small).truth.params.a);
    expect(truth.spend).toStrictEqual({ p: 1, q: 5, v: 8 });
  });

  it.each<[RetentionShopKind, object, string]>([
    ['mbg-nbd', { customers: 0 }, 'customers must be a whole number, 1 or more: 0'],
    ['wholesale', { customers: 1 }, 'customers must be a whole number, 2 or more: 1'],
    ['mbg-nbd', { historyDays: 1.5 }, 'historyDays must be a whole number, 1 or more: 1.5'],
    ['mbg-nbd', { futureDays: -1 }, 'futureDays must be a whole number, 0 or more: -1'],
    ['mbg-nbd', { yearlyGrowth: -0.6 }, 'yearlyGrowth must leave customers until the end: -0.6'],
    ['trending', { rateAtNow: 0 }, 'rateAtNow must be above 0: 0'],
    ['mbg-nbd', { params: { r: 0 } }, 'r must be above 0: 0'],
    ['nbd', { params: { a: 0.5 } }, 'a nbd shop has no a: 0.5'],
    ['mbg-nbd', { params: { s: 1 } }, 'a mbg-nbd shop has no s: 1'],
    ['mbg-nbd', { seed: Number.NaN }, 'seed must be finite: NaN'],
  ])('refuses, for %s, %o', (kind, given, message) => {
    expect(() => simulateRetentionShop(kind, { ...small, ...given })).toThrow(message);
  });
});
