import { describe, expect, test } from 'vitest';
import { dayNumber } from '~/domain/iso-day';
import { createRng, nextInt } from '../numeric/rng';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import type { OrderColumns } from './order-columns';
import { groupPurchases } from './purchase-groups';
import { summarizeRows } from './rfm-summary';
import { sampleCustomers } from './sample-customers';
import { sortRowsByCustomer } from './sort-rows';

const shop = simulateRetentionShop('mbg-nbd', { seed: 1, customers: 3000, historyDays: 500, futureDays: 0 });
const NOW = dayNumber(shop.now);

/** Histories of the sampled customers, and their names. */
function sample(orders: OrderColumns, size: number) {
  const rows = sortRowsByCustomer(orders, NOW);
  const summary = summarizeRows(rows, NOW, false);
  const { frequency, recency, age, revenue } = summary;
  const places = sampleCustomers(summary, groupPurchases(frequency, recency, age), size);
  const at = new Map(Array.from(summary.rowCustomer, (place, i) => [place, i]));
  const days = Array.from(places, (place) => [
    ...new Set(rows.day.subarray(rows.start[place], rows.start[place + 1])),
  ]);
  return {
    places,
    summary,
    frequency: Array.from(places, (place) => frequency[at.get(place)!]!),
    age: Array.from(places, (place) => age[at.get(place)!]!),
    revenue: Array.from(places, (place) => revenue[at.get(place)!]!),
    histories: days.map((list) => list.join(' ')).sort(),
    names: Array.from(places, (place) => rows.customerIds[place]!).sort(),
  };
}

function shuffled(orders: OrderColumns): OrderColumns {
  const rng = createRng(2);
  const order = Array.from(orders.day.keys());
  for (let i = order.length - 1; i > 0; i--) {
    const j = nextInt(rng, i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return {
    customerIds: orders.customerIds,
    customer: Int32Array.from(order, (row) => orders.customer[row]!),
    day: Int32Array.from(order, (row) => orders.day[row]!),
    revenue: orders.revenue && Float64Array.from(order, (row) => orders.revenue![row]!),
  };
}

describe('the sample', () => {
  test.each([1, 2, 7, 500, 1499, 2999])(
    'of %i has exactly that size, each customer once, in order',
    (size) => {
      const { places } = sample(shop.orders, size);
      expect(places).toHaveLength(size);
      expect(new Set(places).size).toBe(size);
      expect([...places]).toEqual([...places].sort((a, b) => a - b));
    },
  );

  test('of a shop no larger than asked for is the shop', () => {
    const { places, summary } = sample(shop.orders, 3000);
    expect([...places]).toEqual([...summary.rowCustomer]);
  });

  test('holds histories as the shop does: numbers of purchases to one customer, ages to 1 %', () => {
    const { frequency, age, summary } = sample(shop.orders, 600);
    const share = (list: ArrayLike<number>, x: number): number =>
      Array.from(list).filter((value) => value === x).length / list.length;
    for (let x = 0; x <= 8; x++) {
      expect(Math.abs(share(frequency, x) - share(summary.frequency, x)) * 600).toBeLessThanOrEqual(1);
    }
    const mean = (list: ArrayLike<number>): number =>
      Array.from(list).reduce((sum, value) => sum + value, 0) / list.length;
    expect(mean(age) / mean(summary.age)).toBeCloseTo(1, 2);
  });

  test('is the same for shuffled rows and for amounts in another unit', () => {
    const { names } = sample(shop.orders, 500);
    expect(sample(shuffled(shop.orders), 500).names).toEqual(names);
    // A power of two moves no digit of an amount.
    const small = { ...shop.orders, revenue: shop.orders.revenue.map((amount) => amount * 1024) };
    expect(sample(small, 500).names).toEqual(names);
  });

  test('holds the same histories whatever the customers are called, also where no amount tells them apart', () => {
    const customerIds = [...shop.orders.customerIds].reverse();
    for (const revenue of [shop.orders.revenue, null]) {
      const orders = { ...shop.orders, revenue };
      expect(sample({ ...orders, customerIds }, 500).histories).toEqual(sample(orders, 500).histories);
    }
  });

  test('tells customers apart by the purchases in between where nothing else does', () => {
    // First, last and last but one purchase on the same days, and one more on a day of their own.
    const histories = Array.from({ length: 44 }, (_, i) => [0, i + 1, 90, 100].map((day) => NOW - 200 + day));
    const orders = (order: readonly (readonly number[])[]): OrderColumns => ({
      customerIds: order.map((_, c) => `c${String(c).padStart(2, '0')}`),
      customer: Int32Array.from(order.flatMap((days, c) => days.map(() => c))),
      day: Int32Array.from(order.flat()),
      revenue: null,
    });
    const backwards = sample(orders([...histories].reverse()), 10).histories;
    expect(sample(orders(histories), 10).histories).toEqual(backwards);
  });
});
