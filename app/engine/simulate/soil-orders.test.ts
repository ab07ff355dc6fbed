import { describe, expect, it } from 'vitest';
import { dayNumber } from '~/domain/iso-day';
import { summarizeRfm } from '../clv/rfm-summary';
import { measure, ordersBetween } from './fixtures/measurements';
import { simulateRetentionShop } from './simulate-retention-shop';

const shop = simulateRetentionShop('dirty', {
  customers: 10_000,
  historyDays: 730,
  futureDays: 365,
  seed: 1,
});
const { orders, truth } = shop;
const { clean } = truth;
const nowDay = dayNumber(shop.now);
const lastDay = nowDay + shop.futureDays;

describe('the dirty twin', () => {
  it.each([
    ['the analysis date', nowDay],
    ['the end', lastDay],
  ])('is, once cleaned, the clean shop, customer by customer, at %s', (_name, day) => {
    const cleaned = summarizeRfm(orders, day, false);
    const untouched = summarizeRfm(clean, day, false);
    expect(cleaned.customerIds).toStrictEqual(untouched.customerIds);
    expect(cleaned.frequency).toStrictEqual(untouched.frequency);
    expect(cleaned.recency).toStrictEqual(untouched.recency);
    // Sums of cents in another order differ in the last bits.
    cleaned.revenue.forEach((sum, i) => expect(sum).toBeCloseTo(untouched.revenue[i]!, 6));
    expect(cleaned.shop.customersWithUnmatchedRefunds).toBe(0);
  });

  it('never returns more than was paid until then', () => {
    const rows = Array.from(orders.day, (day, row) => ({
      customer: orders.customer[row]!,
      day,
      cents: Math.round(orders.revenue[row]! * 100),
    })).sort((a, b) => a.day - b.day || b.cents - a.cents);
    const balance = new Float64Array(orders.customerIds.length);
    let least = Infinity;
    for (const { customer, cents } of rows) {
      balance[customer]! += cents;
      least = Math.min(least, balance[customer]!);
    }
    expect(least).toBeGreaterThanOrEqual(0);
  });

  it('returns a tenth of its orders in part or in full, a little less where the next order left no day for it', () => {
    const refunds = orders.revenue.filter((amount) => amount < 0).length / clean.day.length;
    // 5 % in part and 4 % in full, with four binomial standard errors.
    const error = Math.sqrt((0.09 * 0.91) / clean.day.length);
    expect(refunds).toBeLessThan(0.09 + 4 * error);
    expect(refunds).toBeGreaterThan(0.08 - 4 * error);
    const paidBack = new Set(
      Array.from(orders.revenue, (amount, row) => `${orders.customer[row]!}:${-amount}`),
    );
    const inFull = orders.revenue.filter(
      (amount, row) => amount > 0 && paidBack.has(`${orders.customer[row]!}:${amount}`),
    ).length;
    expect(inFull / clean.day.length).toBeGreaterThan(0.03);
    expect(inFull / clean.day.length).toBeLessThan(0.04 + 4 * error);
  });

  it('has several orders a day, and orders for nothing', () => {
    const perDay = new Map<string, number>();
    orders.revenue.forEach((amount, row) => {
      const key = `${orders.customer[row]!}:${orders.day[row]!}`;
      if (amount > 0) perDay.set(key, (perDay.get(key) ?? 0) + 1);
    });
    const several = [...perDay.values()].filter((count) => count > 1).length;
    const free = orders.revenue.filter((amount) => amount === 0).length;
    expect(several / clean.day.length).toBeGreaterThan(0.05);
    expect(free / clean.day.length).toBeGreaterThan(0.025);
  });

  it('has a few monstrous amounts in the past and none in the future', () => {
    const relative = Array.from(clean.revenue, (amount, row) => ({
      past: clean.day[row]! <= nowDay,
      monstrous: amount / truth.meanOrderValue[clean.customer[row]!]! > 50,
    })).filter(({ monstrous }) => monstrous);
    const history = ordersBetween(clean, 0, nowDay).reduce((sum, count) => sum + count, 0);
    expect(relative).toHaveLength(Math.round(history * 0.0002));
    expect(relative.every(({ past }) => past)).toBe(true);
  });

  it('comes in no order: half of its neighbouring rows descend in customer', () => {
    const descents = Array.from(orders.customer.subarray(1), (customer, row) =>
      customer < orders.customer[row]! ? 1 : 0,
    );
    expect(Math.abs(measure(descents).mean - 0.5)).toBeLessThan(0.01);
  });
});
