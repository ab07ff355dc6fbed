import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, localDay } from '~/domain/iso-day';
import { previewMix } from '../mmm/preview-mix';
import { ACQUISITION_CHANNELS } from './channels';
import type { SimulatedOrder } from './simulated-shop';
import { simulateShop } from './simulate-shop';

const END_DAY = isoDay('2026-09-30');
const shop = simulateShop({ seed: 1, endDay: END_DAY });
const { marketing } = shop;
const { marketing: ofAnotherSeed } = simulateShop({ seed: 2, endDay: END_DAY });
const dayOf = ({ createdAt }: SimulatedOrder) => dayNumber(localDay(new Date(createdAt), shop.timeZone));
const sum = (values: Iterable<number>) => Array.from(values).reduce((all, value) => all + value, 0);

/** The first order of every customer, as anybody would find it in the list of orders. */
const firstOrders = new Map<number, SimulatedOrder>();
for (const order of shop.orders) {
  if (order.customerId !== null && !order.test && !firstOrders.has(order.customerId)) {
    firstOrders.set(order.customerId, order);
  }
}
const tiktok = Array.from(firstOrders.values()).filter(({ origin }) => origin?.utmSource === 'tiktok');

describe('the marketing of the demo shop', () => {
  it('has a row for every day of the shop, and spend for its paid channels', () => {
    expect(marketing.firstDay).toBe(dayNumber(isoDay('2024-03-31')));
    expect(marketing.firstDay + marketing.revenue.length - 1).toBe(dayNumber(END_DAY));
    expect(marketing.channels.map(({ name }) => name)).toStrictEqual(['google', 'meta', 'tiktok']);
    for (const { spend } of marketing.channels) expect(spend).toHaveLength(marketing.revenue.length);
  });

  it('has the first order of every customer as revenue of its day, to the cent', () => {
    const cents = new Float64Array(marketing.revenue.length);
    for (const order of firstOrders.values()) {
      cents[dayOf(order) - marketing.firstDay]! += Math.round(100 * Number(order.total));
    }
    expect(marketing.revenue).toStrictEqual(cents.map((value) => value / 100));
  });

  it('says of each channel what it spent and won: ROAS 2, 1.3 and 2.6, less what chance does', () => {
    const planned = [2, 1.3, 2.6];
    marketing.truth.forEach(({ name, spend, newCustomers, revenue, roas }, i) => {
      const { share, meanValue } = ACQUISITION_CHANNELS.find((channel) => channel.name === name)!;
      expect(spend).toBeCloseTo(sum(marketing.channels[i]!.spend), 5);
      expect(roas).toBeCloseTo(revenue / spend, 12);
      // Order values vary by .86 of their mean; baskets miss it by up to 8 %; the count is binomial.
      const chance = Math.sqrt((1 - share + 0.86 ** 2) / newCustomers);
      expect(Math.abs(revenue / newCustomers / meanValue - 1)).toBeLessThan(0.08 + 4 * chance);
      expect(Math.abs(roas / planned[i]! - 1)).toBeLessThan(0.08 + 4 * chance);
    });
  });

  it('wins as many TikTok customers as the orders show, less those whose first visit is not known (4 %)', () => {
    const known = tiktok.length / marketing.truth[2]!.newCustomers;
    expect(known).toBeGreaterThan(0.94);
    expect(known).toBeLessThan(0.98);
  });

  it('has nobody come from TikTok before the first euro there, and more on days of spend than on others', () => {
    const { spend } = marketing.channels[2]!;
    const begun = spend.findIndex((euros) => euros > 0);
    const arrived = new Float64Array(spend.length);
    for (const order of tiktok) arrived[dayOf(order) - marketing.firstDay]!++;
    expect(begun).toBeGreaterThan(200);
    expect(sum(arrived.slice(0, begun))).toBe(0);
    const aDay = (spending: boolean) => {
      const days = arrived.slice(begun).filter((_, i) => spend[begun + i]! > 0 === spending);
      return sum(days) / days.length;
    };
    expect(aDay(true)).toBeGreaterThan(4 * aDay(false));
  });

  it('holds enough for a plain ridge regression to find the ROAS: its 90 % ranges hold them, its means are a fifth off', () => {
    const misses: number[] = [];
    let inside = 0;
    for (const series of [marketing, ofAnotherSeed]) {
      const found = previewMix(series);
      if (!('channels' in found)) throw new Error(`refused: ${found.reason}`);
      series.truth.forEach(({ roas: truth }, i) => {
        const { mean, low, high } = found.channels[i]!.roas;
        misses.push(Math.abs(Math.log(mean / truth)));
        if (low <= truth && truth <= high) inside++;
      });
    }
    // Of six such ranges fewer than four hold in one pair of seeds out of sixty.
    expect(inside).toBeGreaterThanOrEqual(4);
    expect(sum(misses) / misses.length).toBeLessThan(0.2);
  });

  it.each([
    ['JPY', 160, 1],
    ['KWD', 0.33, 1000],
  ] as const)('is in %s where the shop is, in whole coins', (currency, perEuro, coins) => {
    const small = { seed: 4, endDay: END_DAY, customers: 300, months: 12 };
    const euros = simulateShop(small).marketing;
    const other = simulateShop({ ...small, currency }).marketing;
    other.channels.forEach(({ spend }, i) => {
      for (const value of spend) expect(Math.round(value * coins) / coins).toBe(value);
      // To half a coin and half a cent a day.
      const most = spend.length * (0.5 / coins + 0.005 * perEuro);
      expect(Math.abs(sum(spend) - perEuro * sum(euros.channels[i]!.spend))).toBeLessThan(most);
    });
  });

  it.each([
    [0, 30],
    [1, 1],
    [50, 1],
  ])('is told for %i customers in %i months, and no sum is lost', (customers, months) => {
    const { marketing: small, orders } = simulateShop({ seed: 3, endDay: END_DAY, customers, months });
    const placed = new Map<number, number>();
    for (const { customerId, total: amount, test } of orders) {
      if (customerId !== null && !test && !placed.has(customerId)) placed.set(customerId, Number(amount));
    }
    expect(sum(small.revenue)).toBeCloseTo(sum(placed.values()), 5);
    for (const { spend } of small.channels)
      for (const euros of spend) expect(euros).toBeGreaterThanOrEqual(0);
  });
});
