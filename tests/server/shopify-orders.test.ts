import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceProgress } from '~/connectors/contract';
import { bulkExportOrders } from '~/connectors/shopify/bulk-export-orders';
import { countOrders } from '~/connectors/shopify/count-orders';
import { fetchCustomersByIds, fetchOrdersByIds } from '~/connectors/shopify/fetch-by-ids';
import { bulkOrderTotals, pagedOrderTotals } from '~/connectors/shopify/order-totals';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { readGrantedScopes, readShop } from '~/connectors/shopify/read-shop';
import { missingScopes } from '~/connectors/shopify/scopes';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { collect, connect, plainShop, SHOP, startStandin } from './shopify-fixtures';

const ORDERS = 3000;

describe('reading a shop of 3,000 orders', () => {
  let standin: ShopifyStandin;
  beforeEach(async () => {
    standin = await startStandin({ data: plainShop(ORDERS) });
  });
  afterEach(() => standin.close());

  it('gives the same orders, lines and customers by export and page by page', async () => {
    const { client, events } = await connect(standin);
    const bulk = await collect(bulkExportOrders(client));
    const paged = await collect(pageOrders(client));
    const byId = (a: { sourceId: string }, b: { sourceId: string }) => (a.sourceId < b.sourceId ? -1 : 1);
    const sorted = (orders: typeof bulk.orders) =>
      orders.map((order) => ({ ...order, lines: [...order.lines].sort(byId) })).sort(byId);
    expect(bulk.orders).toHaveLength(ORDERS);
    expect(sorted(bulk.orders)).toEqual(sorted(paged.orders));
    expect(bulk.customers).toEqual(paged.customers);
    expect(bulk.customers.size).toBe(97);
    expect(bulk.orders.filter(({ customerId }) => customerId === null)).toHaveLength(300);
    const lines = bulk.orders.reduce((sum, order) => sum + order.lines.length, 0);
    expect(lines).toBe(plainShop(ORDERS).orders.reduce((sum, order) => sum + order.lines.length, 0));
    // Orders with 11 and 12 lines take a request of their own for the rest.
    expect(events.some(({ operation }) => operation === 'OrderLinesPage')).toBe(true);
    expect(Math.max(...events.map(({ requestedCost }) => requestedCost ?? 0))).toBeLessThan(1000);
  });

  it('reports what Shopify counts while it exports, downloads and reads', async () => {
    const { client } = await connect(standin);
    const seen: SourceProgress[] = [];
    await collect(bulkExportOrders(client, { onProgress: (progress) => seen.push(progress) }));
    const last = (phase: SourceProgress['phase']) => seen.filter((one) => one.phase === phase).at(-1);
    const objects = last('exporting')?.done;
    expect(objects).toBeGreaterThan(ORDERS);
    expect(last('downloading')).toEqual({ phase: 'downloading', done: objects, total: objects });
    expect(last('reading')).toEqual({ phase: 'reading', done: ORDERS, total: ORDERS });
  });

  it('leaves no file behind, whether read to the end, left early or failed', async () => {
    // A folder of its own: other tests export at the same time.
    const folder = await mkdtemp(join(tmpdir(), 'timon-test-'));
    vi.stubEnv('TMPDIR', folder);
    const { client } = await connect(standin);
    await collect(bulkExportOrders(client));
    for await (const page of bulkExportOrders(client, { pageSize: 10 })) {
      expect(page.orders).toHaveLength(10);
      expect(await readdir(folder)).toHaveLength(1);
      break;
    }
    expect(await readdir(folder)).toEqual([]);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('reads only what changed since, oldest change first', async () => {
    const { client } = await connect(standin);
    await standin.refundOrder(SHOP, 10_005, '1.00');
    await standin.cancelOrder(SHOP, 10_002);
    const since = new Date(Date.UTC(2025, 0, 1) - 1000);
    for (const read of [pageOrders, bulkExportOrders]) {
      const { orders } = await collect(read(client, { updatedSince: since }));
      expect(orders.map(({ sourceId }) => sourceId).sort()).toEqual(['10002', '10005']);
      const refunded = orders.find(({ sourceId }) => sourceId === '10005');
      expect(refunded).toMatchObject({ refundedMinor: 100n, netMinor: 200n });
      const cancelled = orders.find(({ sourceId }) => sourceId === '10002');
      expect(cancelled).toMatchObject({ netMinor: 0n, cancelledAt: '2025-01-01T00:00:00.000Z' });
    }
  });

  it('gives what discounts took off and the codes typed, less what came back, by export and page by page', async () => {
    const { client } = await connect(standin);
    const { discounts } = standin.shop(SHOP);
    const made = discounts.create({
      basicCodeDiscount: {
        code: 'VUELVE-7K2',
        title: 'Come back',
        startsAt: '2024-12-01T00:00:00Z',
        customerGets: { value: { percentage: 0.15 }, items: { all: true } },
        context: { all: 'ALL' },
      },
    });
    expect(made.userErrors).toEqual([]);
    const buy = (code: string | null) =>
      standin.placeOrder(SHOP, { customerId: 501, subtotal: '33.33', code });
    for (const code of ['vuelve-7k2', 'VUELVE-7K2', 'VUELVE-7K2', null]) await buy(code);
    const [whole, half, back] = [10_001 + ORDERS, 10_002 + ORDERS, 10_003 + ORDERS];
    await standin.refundOrder(SHOP, half, '14.17');
    await standin.cancelOrder(SHOP, back);
    // What the merchant does to the code later changes no order.
    discounts.remove('VUELVE-7K2');
    const since = new Date(Date.UTC(2025, 0, 1) - 1000);
    for (const read of [pageOrders, bulkExportOrders]) {
      const { orders } = await collect(read(client, { updatedSince: since }));
      const facts = orders
        .map(({ sourceId, netMinor, discountMinor, discountCodes }) => ({
          ...{ sourceId, netMinor, discountMinor, discountCodes },
        }))
        .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
      const discountCodes = ['VUELVE-7K2'];
      expect(facts).toEqual([
        { sourceId: String(whole), netMinor: 2833n, discountMinor: 500n, discountCodes },
        { sourceId: String(half), netMinor: 1416n, discountMinor: 250n, discountCodes },
        { sourceId: String(back), netMinor: 0n, discountMinor: 0n, discountCodes },
        { sourceId: String(back + 1), netMinor: 3333n, discountMinor: 0n, discountCodes: [] },
      ]);
    }
  });

  it('reads orders and customers by id and tells which are gone', async () => {
    const { client } = await connect(standin);
    const ids = Array.from({ length: 60 }, (_, index) => String(10_001 + index));
    const found = await fetchOrdersByIds(client, [...ids, '999']);
    expect(found.orders.map(({ sourceId }) => sourceId)).toEqual(ids);
    expect(found.orders.map(({ lines }) => lines.length)).toEqual(ids.map((_, index) => index % 13));
    expect(found.missingIds).toEqual(['999']);
    expect(await fetchCustomersByIds(client, ['501', '999'])).toMatchObject({
      customers: [{ sourceId: '501', lifetimeOrders: 28 }],
      missingIds: ['999'],
    });
    expect(await fetchOrdersByIds(client, [])).toEqual({ orders: [], customers: [], missingIds: [] });
  });

  it('counts and sums by month of the shop as the orders do', async () => {
    const { client } = await connect(standin);
    expect(await countOrders(client)).toBe(ORDERS);
    const totals = await bulkOrderTotals(client, { timeZone: 'Europe/Madrid' });
    expect(totals).toEqual(await pagedOrderTotals(client, { timeZone: 'Europe/Madrid' }));
    expect(totals.reduce((sum, { orders }) => sum + orders, 0)).toBe(ORDERS);
    expect(totals.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(BigInt(ORDERS) * 300n);
    // In Madrid the first of January's last hour in UTC is February already: 744 hours less one.
    expect(totals[0]).toEqual({ month: '2024-01', currency: 'EUR', orders: 743, netMinor: 74_300n * 3n });
  });

  it('reads the shop and the scopes it granted', async () => {
    const { client } = await connect(standin);
    expect(await readShop(client)).toMatchObject({
      domain: SHOP,
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
    });
    const granted = await readGrantedScopes(client);
    expect(missingScopes(granted)).toEqual([]);
    expect(missingScopes(granted.filter((scope) => scope !== 'read_all_orders'))).toEqual([
      'read_all_orders',
    ]);
  });
});

describe('currencies', () => {
  it.each([
    ['JPY', '1200', 1200n],
    ['KWD', '12.345', 12_345n],
  ])('keeps %s exact by export and page by page', async (currency, unit, minor) => {
    const standin = await startStandin({ data: plainShop(20, currency, unit) });
    try {
      const { client } = await connect(standin);
      for (const read of [pageOrders, bulkExportOrders]) {
        const { orders } = await collect(read(client));
        expect(orders).toHaveLength(20);
        for (const order of orders) expect([order.currency, order.netMinor]).toEqual([currency, minor]);
      }
      const totals = await bulkOrderTotals(client, { timeZone: 'Asia/Tokyo' });
      expect(totals.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(20n * minor);
    } finally {
      await standin.close();
    }
  });
});

describe('shops with nothing or next to nothing', () => {
  it.each([0, 1, 10])('reads a shop with %d orders either way', async (count) => {
    const standin = await startStandin({ data: plainShop(count) });
    try {
      const { client } = await connect(standin);
      expect((await collect(bulkExportOrders(client))).orders).toHaveLength(count);
      expect((await collect(pageOrders(client))).orders).toHaveLength(count);
      expect(await countOrders(client)).toBe(count);
    } finally {
      await standin.close();
    }
  });
});
