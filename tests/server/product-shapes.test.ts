import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_CUSTOMERS } from '~/domain/customer-filter';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';
import type { DashboardView } from '~/services/views/dashboard-view';
import { order } from '../standins/shopify/small-shop';
import { startProduct, type Product } from '../support/product';
import { queryAsOwner } from '../support/table-contents';

const NOW = '2026-03-02T11:00:00Z';
const DAY_MS = 86_400_000;

type Change = Partial<SimulatedOrder>;

/** A shop of these orders and the customers in them; lines do not matter here. */
function shopOf(changes: readonly Change[], facts: Partial<SimulatedShop> = {}): SimulatedShop {
  const orders = changes.map((change, index) => {
    const createdAt = change.createdAt ?? '2026-02-01T12:00:00Z';
    const total = change.paid ?? '20.00';
    const currency = facts.currency ?? 'EUR';
    const line = { productId: 1, title: 'Thing', quantity: 1, total };
    return order(1_000 + index, createdAt, {
      ...{ total, paid: total, presentmentCurrency: currency, lines: [line] },
      ...(currency === 'JPY' ? { refunded: '0' } : {}),
      ...change,
    });
  });
  const ids = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
  const customers = [...ids].map((id) => ({
    ...{ id, firstName: 'A', lastName: 'B', email: `c${id}@example.com`, createdAt: '2024-01-01T00:00:00Z' },
  }));
  return {
    name: 'Shape',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    countryCode: 'ES',
    customers,
    orders,
    ...facts,
  };
}

const many = (count: number, change: (index: number) => Change) =>
  Array.from({ length: count }, (_, i) => change(i));
const back = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS).toISOString();

const SHOPS = {
  'no-orders': shopOf([]),
  'one-order': shopOf([{}]),
  'ten-orders': shopOf(
    many(10, (index) => ({ customerId: 1 + (index % 4), createdAt: back(100 - index * 10) })),
  ),
  'one-customer': shopOf(many(10_000, (index) => ({ customerId: 1, createdAt: back(900 - index * 0.09) }))),
  'one-day': shopOf(many(300, (index) => ({ customerId: 1 + (index % 100) }))),
  amounts: shopOf([
    { customerId: 1, paid: '0.00', total: '0.00' },
    { customerId: 1, paid: '20.00', refunded: '50.00', financialStatus: 'REFUNDED' },
    { customerId: 2, paid: '1000000000.00' },
    { customerId: 2, paid: '1000000000.00', createdAt: back(3) },
    { customerId: 3, paid: '0.01' },
  ]),
  yen: simulateShop({ seed: 2, endDay: isoDay('2026-03-01'), months: 12, customers: 150, currency: 'JPY' }),
  dinar: simulateShop({ seed: 2, endDay: isoDay('2026-03-01'), months: 12, customers: 150, currency: 'KWD' }),
  auckland: shopOf(
    [
      // 23:59 and 00:01 on the wall of Auckland, in summer (UTC+13) and in winter (UTC+12).
      { customerId: 1, createdAt: '2026-01-10T10:59:00Z' },
      { customerId: 1, createdAt: '2026-01-10T11:01:00Z' },
      { customerId: 2, createdAt: '2025-07-10T11:59:00Z' },
      { customerId: 2, createdAt: '2025-07-10T12:01:00Z' },
      // Today already in Auckland, yesterday still in UTC.
      { customerId: 3, createdAt: '2026-03-02T10:30:00Z' },
    ],
    { timeZone: 'Pacific/Auckland', currency: 'NZD' },
  ),
} as const;
type Name = keyof typeof SHOPS;

let product: Product;
const shopIds = new Map<string, string>();
beforeAll(async () => {
  const shops = Object.entries(SHOPS).map(([name, data]) => ({ domain: `${name}.myshopify.com`, data }));
  product = await startProduct({ shops, now: NOW });
  await product.startWorker();
  for (const { domain } of shops) shopIds.set(domain, (await product.open(domain)).shopId);
  for (const shopId of shopIds.values())
    expect(await product.runOver(shopId)).toMatchObject({ status: 'done' });
  await product.quiet();
});
afterAll(() => product.close());

const idOf = (name: Name) => shopIds.get(`${name}.myshopify.com`) ?? '';
async function dashboardOf(name: Name): Promise<Extract<DashboardView, { state: 'ready' }>> {
  const view = await product.timon.readDashboard(idOf(name));
  if (view.state !== 'ready') throw new Error(`${name} is ${view.state}`);
  return view;
}
const reconciled = async (name: Name) =>
  (await product.timon.readConnections(idOf(name))).shopify.reconciliation;

describe('small shops', () => {
  it.each<[Name, string, number]>([
    ['no-orders', 'no-orders', 0],
    ['one-order', 'too-early', 1],
    ['ten-orders', 'too-early', 10],
  ])('with %s get a page that says so, not an error', async (name, kind, orders) => {
    const view = await dashboardOf(name);
    expect(view).toMatchObject({
      decision: { kind },
      basis: { orders, revenue: orders * 20 },
      moneyAtRisk: null,
    });
    expect(await reconciled(name)).toMatchObject({ difference: 0, ordersHere: orders });
    expect(
      await product.timon.readCustomers(idOf(name), {
        ...{ ...ALL_CUSTOMERS, sort: 'clv', direction: 'desc', page: 1 },
      }),
    ).toMatchObject({
      state: 'ready',
    });
  });
});

describe('unusual shops', () => {
  it('with one customer of 10,000 orders are counted whole', async () => {
    const view = await dashboardOf('one-customer');
    expect(view.basis).toMatchObject({ orders: 10_000, customers: 1, revenue: 200_000 });
    expect(view.decision.kind).toBe('too-early');
  });

  it('with all orders on one day have one purchase a customer', async () => {
    const view = await dashboardOf('one-day');
    expect(view.basis).toMatchObject({ orders: 300, customers: 100, purchases: 100, firstDay: '2026-02-01' });
    expect(view.basis.lastDay).toBe('2026-02-01');
  });

  it('with amounts of nothing, below nothing and of a billion are exact', async () => {
    const view = await dashboardOf('amounts');
    expect(view.basis).toMatchObject({ orders: 5, customers: 3, revenue: 1_999_999_970.01 });
    expect(view.basis.excluded.nothingPaid).toBe(2);
    expect(await reconciled('amounts')).toMatchObject({ difference: 0, revenueHere: 1_999_999_970.01 });
  });

  it.each<[Name, number]>([
    ['yen', 0],
    ['dinar', 3],
  ])('in %s keep amounts of %d decimals exact from Shopify to the page', async (name, digits) => {
    const view = await dashboardOf(name);
    const SALES = ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];
    const minor = (text: string) => BigInt(text.replace('.', ''));
    const revenue = SHOPS[name].orders
      .filter((one) => !one.test && one.cancelledAt === null && SALES.includes(one.financialStatus))
      .reduce((sum, one) => sum + minor(one.paid) - minor(one.refunded), 0n);
    expect(view.basis.revenue).toBe(Number(revenue) / 10 ** digits);
    expect(view.moneyAtRisk).not.toBeNull();
    expect(await reconciled(name)).toMatchObject({ difference: 0 });
  });

  it('far from UTC have their own days, in summer and in winter', async () => {
    const days = await queryAsOwner<{ day: string }>(
      product.database.ownerUrl,
      'SELECT local_day::text AS day FROM "order" WHERE shop_id = $1 ORDER BY processed_at',
      [idOf('auckland')],
    );
    expect(days.map(({ day }) => day)).toEqual([
      ...['2025-07-10', '2025-07-11', '2026-01-10', '2026-01-11', '2026-03-02'],
    ]);
    // 11:00 UTC on 2 March is midnight of the 3rd there.
    expect((await dashboardOf('auckland')).asOf).toMatchObject({
      analysisDay: '2026-03-03',
      nextRunAt: '2026-03-02T13:00:00.000Z',
    });
    expect(await reconciled('auckland')).toMatchObject({ difference: 0 });
  });
});

describe('changes that no webhook told', () => {
  it('are picked up by the next pass, without reading everything again', async () => {
    const shopId = idOf('ten-orders');
    const domain = 'ten-orders.myshopify.com';
    product.passTime(3_600_000);
    await product.standin.addOrder(
      domain,
      order(9_001, product.clock.now().toISOString(), { customerId: 1 }),
    );
    await product.standin.refundOrder(domain, 1_000, '5.00');
    await product.standin.cancelOrder(domain, 1_001);
    product.standin.requests.clear();
    await product.recalculate({ shopId });
    expect((await dashboardOf('ten-orders')).basis).toMatchObject({
      orders: 10,
      revenue: 11 * 20 - 5 - 20,
      excluded: { cancelled: 1 },
    });
    const { activity } = await product.timon.readConnections(shopId);
    expect(activity.find(({ key }) => key === 'changes-applied')).toMatchObject({ values: { orders: 3 } });
    expect(await reconciled('ten-orders')).toMatchObject({ difference: 0, repairedOrders: 0 });
  });

  it('and that the next pass misses are found by the comparison with Shopify, mended, or shown', async () => {
    const shopId = idOf('yen');
    const { ownerUrl } = product.database;
    // Three orders lost here, with their lines.
    await queryAsOwner(
      ownerUrl,
      `WITH lost AS (DELETE FROM "order" WHERE shop_id = $1 AND source_id IN
         (SELECT source_id FROM "order" WHERE shop_id = $1 ORDER BY processed_at LIMIT 3) RETURNING source_id)
       DELETE FROM order_line WHERE shop_id = $1 AND order_id IN (SELECT source_id FROM lost)`,
      [shopId],
    );
    const before = (await dashboardOf('yen')).basis;
    await product.recalculate({ shopId });
    const mended = await product.timon.readConnections(shopId);
    expect(mended.shopify.orders).toBe(SHOPS.yen.orders.length);
    expect(mended.shopify.reconciliation).toMatchObject({ repairedOrders: 3, difference: 0 });
    expect(mended.activity.map(({ key }) => key)).toContain('reconciled-repaired');
    await product.recalculate({ shopId });
    expect((await dashboardOf('yen')).basis).toMatchObject({
      orders: before.orders,
      revenue: before.revenue,
    });

    // And one that Shopify never had.
    await queryAsOwner(
      ownerUrl,
      `INSERT INTO "order" SELECT (jsonb_populate_record(o, '{"source_id": "666", "net_minor": 7000}')).*
       FROM "order" o WHERE shop_id = $1 LIMIT 1`,
      [shopId],
    );
    await product.recalculate({ shopId });
    const shown = (await product.timon.readConnections(shopId)).shopify.reconciliation;
    expect(shown).toMatchObject({
      ordersHere: SHOPS.yen.orders.length + 1,
      ordersAtSource: SHOPS.yen.orders.length,
      repairedOrders: 0,
    });
    expect(shown && shown.revenueHere - shown.revenueAtSource).toBe(7_000);
    expect(shown?.difference).toBeCloseTo(7_000 / (shown?.revenueAtSource ?? 1), 12);
    expect((await dashboardOf('yen')).basis.reconciliation).toEqual(shown);
    // Reading everything again has not helped: it is not tried every night.
    product.standin.requests.clear();
    await product.recalculate({ shopId });
    const pages = product.standin.requests
      .list()
      .filter(({ operationName }) => operationName === 'OrdersPage');
    expect(pages).toHaveLength(1);
  });
});
