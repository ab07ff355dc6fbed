import { describe, expect, it } from 'vitest';
import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import type { DescribedCode } from '../tests/standins/shopify/described-code';
import { rescueResponse } from './rescue-response';

const from = new Date('2026-01-10T00:00:00Z');
const to = new Date('2026-02-09T00:00:00Z');
const customerIds = Array.from({ length: 2_000 }, (_, i) => i + 1);
const code: DescribedCode = {
  ...{ id: 1, code: 'VUELVE', title: '', status: 'ACTIVE', percentage: 0.1, minimumSubtotal: '30.00' },
  ...{ startsAt: '2026-01-05T00:00:00Z', endsAt: '2026-02-04T22:59:59Z', usageLimit: null },
  ...{ appliesOncePerCustomer: true, combines: false, tags: [], customerIds, orderIds: [] },
};
const order = (change: Partial<SimulatedOrder>) =>
  ({ customerId: 7, total: '40.00', createdAt: '2026-01-20T10:00:00Z', ...change }) as SimulatedOrder;
const stretch = { from, to, codes: [code], ordering: new Set<number>() };

describe('rescueResponse', () => {
  it('brings back about its share of those who have a code, within three weeks, once', () => {
    const response = rescueResponse(1, 0.1);
    const baskets = response.broughtBack(stretch, () => 50);
    // 2,000 tosses of 0.1: four standard errors are 54.
    expect(Math.abs(baskets.length - 200)).toBeLessThan(54);
    for (const { at, subtotal } of baskets) {
      expect([at >= '2026-01-10', at < '2026-01-31T00:00:01Z', subtotal]).toEqual([true, true, '50.00']);
    }
    expect(response.broughtBack(stretch, () => 50)).toEqual([]);
    expect(rescueResponse(1, 0.1).broughtBack(stretch, () => 50)).toEqual(baskets);
  });

  it('brings back nobody who orders anyway, and nobody at all where offers do nothing', () => {
    const ordering = new Set(customerIds.filter((id) => id % 2 === 0));
    const baskets = rescueResponse(1, 0.1).broughtBack({ ...stretch, ordering }, () => 50);
    expect(baskets.length).toBeGreaterThan(50);
    expect(baskets.filter(({ customerId }) => customerId % 2 === 0)).toEqual([]);
    expect(rescueResponse(1, 0).broughtBack(stretch, () => 50)).toEqual([]);
  });

  it('fills the basket up to what the code asks for', () => {
    const baskets = rescueResponse(1, 1).broughtBack(stretch, () => 12.5);
    expect(new Set(baskets.map(({ subtotal }) => subtotal))).toEqual(new Set(['30.00']));
  });

  it('uses a code for most orders that it holds for, and for no other', () => {
    const response = rescueResponse(1, 0.1);
    const used = customerIds.filter(
      (customerId) => response.codeFor(order({ customerId }), [code]) === 'VUELVE',
    );
    expect(Math.abs(used.length / customerIds.length - 0.8)).toBeLessThan(0.04);
    const [customerId = 0] = used;
    const others: Partial<SimulatedOrder>[] = [
      { total: '29.99' },
      { createdAt: '2026-01-04T23:59:59Z' },
      { createdAt: '2026-02-04T23:00:00Z' },
      { customerId: 99_999 },
      { customerId: null },
    ];
    for (const change of others)
      expect(response.codeFor(order({ customerId, ...change }), [code])).toBeNull();
  });
});
