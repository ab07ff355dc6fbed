import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { replayShop } from './replay';

const whole = simulateShop({ seed: 3, endDay: isoDay('2026-03-01'), months: 6, customers: 300 });
const end = new Date('2026-03-02T07:00:00Z');
const start = new Date('2026-01-01T07:00:00Z');

describe('replayShop', () => {
  it('begins with what had happened by then', () => {
    const { shop } = replayShop(whole, start, end);
    const before = whole.orders.filter(({ createdAt }) => Date.parse(createdAt) <= start.getTime());
    expect(before.length).toBeGreaterThan(50);
    expect(shop.orders.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const { createdAt, updatedAt } of shop.orders) expect(updatedAt).toBe(createdAt);
    for (const { createdAt } of shop.customers)
      expect(Date.parse(createdAt)).toBeLessThanOrEqual(start.getTime());
  });

  it('gives out every later order and customer once, in whatever steps, and nothing after the end', () => {
    const replay = replayShop(whole, start, end);
    const steps = [
      '2026-01-01T07:00:00Z',
      '2026-01-08T07:00:00Z',
      '2026-02-07T00:00:00Z',
      '2030-01-01T00:00:00Z',
    ];
    const taken = steps.map((until) => replay.take(new Date(until)));
    expect(taken[0]).toEqual({ customers: [], orders: [] });
    const ids = (things: readonly { readonly id: number }[]) => things.map(({ id }) => id);
    expect(ids([...replay.shop.orders, ...taken.flatMap(({ orders }) => orders)])).toEqual(ids(whole.orders));
    const customers = [...replay.shop.customers, ...taken.flatMap((happened) => happened.customers)];
    expect(ids(customers).sort()).toEqual(ids(whole.customers).sort());
    expect(replay.take(new Date('2031-01-01T00:00:00Z')).orders).toEqual([]);
  });
});
