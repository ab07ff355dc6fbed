import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_CUSTOMERS } from '~/domain/customer-filter';
import { localDay, dayNumber, isoDay } from '~/domain/iso-day';
import { minorToUnits, parseMinorUnits } from '~/domain/money';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { valueCustomers } from '~/engine/clv/value-customers';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import type { DashboardView } from '~/services/views/dashboard-view';
import { closeGate } from '../support/database-gate';
import { eventually, startProduct, type Product } from '../support/product';
import { queryAsOwner } from '../support/table-contents';

const DOMAIN = 'first-pass.myshopify.com';
const NOW = '2026-03-02T11:00:00Z';
const simulated = simulateShop({ seed: 7, endDay: isoDay('2026-03-01'), months: 24, customers: 300 });
/** Each reason for leaving an order out occurs, whatever the dice say. */
const shop = {
  ...simulated,
  orders: simulated.orders.map((order, index): SimulatedOrder => {
    if (index % 40 === 1) return { ...order, test: true };
    if (index % 40 === 2) return { ...order, cancelledAt: order.updatedAt };
    if (index % 40 === 3) return { ...order, paid: '0.00', refunded: '0.00', financialStatus: 'PENDING' };
    if (index % 40 === 4) return { ...order, refunded: order.paid, financialStatus: 'REFUNDED' };
    return order;
  }),
};

const SALES = ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];
const isSale = (order: SimulatedOrder) =>
  !order.test && order.cancelledAt === null && SALES.includes(order.financialStatus);
const minor = (text: string) => parseMinorUnits(text, shop.currency) ?? 0n;
const net = (order: SimulatedOrder) => minor(order.paid) - minor(order.refunded);
const dayOf = (order: SimulatedOrder) => localDay(new Date(order.createdAt), shop.timeZone);

let product: Product;
let dashboard: Extract<DashboardView, { state: 'ready' }>;
let shopId: string;
beforeAll(async () => {
  product = await startProduct({ shops: [{ domain: DOMAIN, data: shop }], now: NOW });
  await product.startWorker();
  ({ shopId } = await product.sync(DOMAIN));
  dashboard = await readyDashboard();
});
afterAll(() => product.close());

async function readyDashboard(): Promise<typeof dashboard> {
  const view = await product.timon.readDashboard(shopId);
  if (view.state !== 'ready') throw new Error(`the dashboard is ${view.state}`);
  return view;
}

describe('the first pass after an installation', () => {
  it('shows on the dashboard what the shop holds, counted by the data rules and exact to the minor unit', () => {
    const sales = shop.orders.filter(isSale);
    const dropped = shop.orders.filter((order) => !isSale(order));
    const days = sales.map(dayOf).sort();
    expect(dashboard.basis).toMatchObject({
      orders: sales.length,
      customers: new Set(sales.flatMap(({ customerId }) => customerId ?? [])).size,
      guestOrders: sales.filter(({ customerId }) => customerId === null).length,
      revenue: minorToUnits(
        sales.reduce((sum, order) => sum + net(order), 0n),
        shop.currency,
      ),
      firstDay: days[0],
      lastDay: days.at(-1),
      excluded: {
        test: dropped.filter(({ test }) => test).length,
        cancelled: dropped.filter(({ test, cancelledAt }) => !test && cancelledAt !== null).length,
        unpaid: dropped.filter(({ test, cancelledAt }) => !test && cancelledAt === null).length,
        nothingPaid: sales.filter((order) => order.customerId !== null && net(order) <= 0n).length,
      },
    });
    for (const reason of Object.values(dashboard.basis.excluded)) expect(reason).toBeGreaterThan(0);
    expect(dashboard).toMatchObject({ run: null, asOf: { analysisDay: '2026-03-02', stale: false } });
  });

  it('stores the very valuation that the engine gives for the same orders', async () => {
    const builder = createOrderColumnsBuilder();
    for (const order of shop.orders) {
      if (!isSale(order) || order.customerId === null) continue;
      builder.add(String(order.customerId), dayNumber(dayOf(order)), Number(net(order)));
    }
    const orders = builder.finish(100);
    const expected = valueCustomers({ orders, now: isoDay('2026-03-02'), horizonDays: 365, seed: 1 });
    if (expected.status !== 'fitted') throw new Error(`the engine says ${expected.status}`);
    expect(dashboard.moneyAtRisk).toEqual(expected.moneyAtRisk);
    expect(dashboard.expected12m).toEqual(expected.totals.revenue12m);
    expect(dashboard.basis).toMatchObject({
      purchases: expected.totals.purchases,
      customersModelled: expected.totals.customers,
      model: expected.model.chosen,
    });
    expect(dashboard.trust).toMatchObject({
      ...{
        track: [],
        nextScoreOn: '2026-06-01',
        model: expected.model.chosen,
        choice: expected.model.choice,
      },
      backtest: expected.backtest && {
        calibrationError: expected.backtest.calibrationError,
        candidates: expected.backtest.candidates.map(({ name, chosen }) => ({ name, chosen })),
      },
    });
    const [forecast] = await queryAsOwner(
      product.database.ownerUrl,
      `SELECT customers, made_on::text AS day, engine_version AS engine, expected_purchases AS purchases,
         expected_buyers_low AS buyers, expected_revenue_high AS revenue
       FROM forecast WHERE shop_id = $1`,
      [shopId],
    );
    expect(forecast).toEqual({
      customers: expected.customers.length,
      day: '2026-03-02',
      engine: expected.engineVersion,
      purchases: expected.totals.expectedPurchases90.mean,
      buyers: expected.totals.expectedBuyers90.low,
      revenue: expected.totals.expectedRevenue90.high,
    });
    const byId = new Map(expected.customers.map((customer) => [customer.customerId, customer]));
    const seen = [];
    for (let page = 1; ; page += 1) {
      const query = { ...ALL_CUSTOMERS, sort: 'clv', direction: 'desc', page } as const;
      const view = await product.timon.readCustomers(shopId, query);
      if (view.state !== 'ready') throw new Error('no customers');
      seen.push(...view.rows);
      if (page * view.pageSize >= view.total) break;
    }
    expect(seen).toHaveLength(expected.customers.length);
    for (const { customerId, clv12m, moneyAtRisk, pBuy90, segment } of seen) {
      const engine = byId.get(customerId);
      expect({ clv12m, moneyAtRisk, pBuy90, segment }).toEqual({
        clv12m: engine?.clv12m,
        moneyAtRisk: engine?.moneyAtRisk,
        pBuy90: engine?.pBuy90,
        segment: engine?.segment,
      });
    }
  });

  it('shows of each customer on the dashboard a record with the purchases that the fit counted', async () => {
    expect(dashboard.atRisk.length).toBeGreaterThan(0);
    for (const { customerId, alias, pBuy90, clv12m, ordersCounted, lastOrderDay } of dashboard.atRisk) {
      const view = await product.timon.readCustomerRecord(shopId, customerId);
      if (view.state !== 'ready' || view.forecast === null) throw new Error(`no record of ${alias}`);
      expect(view).toMatchObject({ alias, leaving: true, history: { ordersCounted, lastOrderDay } });
      expect(view.purchases).toHaveLength(ordersCounted);
      expect(view.purchases[0]?.day).toBe(lastOrderDay);
      expect(view.forecast.chances[1]?.probability.mean).toBe(pBuy90);
      expect(view.forecast.value12m.mean).toBe(clv12m);
      // Two where two facts say something; of some customers only one does.
      expect([1, 2]).toContain(view.forecast.reasons.length);
      // The range holds the mean, whatever the figure.
      for (const { probability } of view.forecast.chances) {
        expect(probability.low).toBeLessThanOrEqual(probability.mean);
        expect(probability.high).toBeGreaterThanOrEqual(probability.mean);
      }
    }
    expect(await product.timon.readCustomerRecord(shopId, 'nobody')).toMatchObject({ state: 'unknown' });
  });

  it('shows the connection in order: everything exported, compared with Shopify, nothing missing', async () => {
    const { shopify, activity } = await product.timon.readConnections(shopId);
    expect(shopify).toMatchObject({
      state: 'ok',
      errorCode: null,
      mode: 'bulk',
      orders: shop.orders.length,
      notices: [],
      reconciliation: { ordersHere: shop.orders.length, ordersAtSource: shop.orders.length, difference: 0 },
    });
    expect(activity.map(({ key }) => key).sort()).toEqual(
      ['fit-finished', 'reconciled', 'shop-installed', 'sync-finished'].sort(),
    );
  });
});

describe('while a second pass works', () => {
  it('pages show the first one whole, a page that was being read at the switch too, and then the second', async () => {
    const { ownerUrl } = product.database;
    const first = dashboard.atRisk.map(({ customerId }) => customerId);
    const [top] = first;
    // Whoever stood first has taken everything back: the second pass has other numbers and another list.
    for (const order of shop.orders.filter(({ customerId }) => String(customerId) === top)) {
      await product.standin.updateOrder(DOMAIN, order.id, { test: true });
    }
    const shown = async () => {
      const { run: _progress, ...view } = await readyDashboard();
      const rest = {
        decision: view.decision,
        moneyAtRisk: view.moneyAtRisk,
        computedAt: view.asOf.computedAt,
      };
      return { ...rest, orders: view.basis.orders, atRisk: view.atRisk.map(({ customerId }) => customerId) };
    };
    const before = await shown();
    const storing = await closeGate(ownerUrl, 'LOCK TABLE model_run IN EXCLUSIVE MODE');
    const { runId } = await product.timon.startRun(shopId, 'merchant:1');
    await storing.reached();
    expect(await shown()).toEqual(before);
    const switching = await closeGate(ownerUrl, `SELECT 1 FROM shop WHERE id = '${shopId}' FOR UPDATE`);
    await storing.open();
    await switching.reached();
    expect(await shown()).toEqual(before);

    // A page stands between its two reads while the results change under it.
    const reading = await closeGate(ownerUrl, 'LOCK TABLE model_run IN ACCESS EXCLUSIVE MODE');
    const page = shown();
    await reading.reached();
    await switching.open();
    await eventually('the second pass is current', async () => {
      const [row] = await queryAsOwner(ownerUrl, 'SELECT current_run_id AS id FROM shop WHERE id = $1', [
        shopId,
      ]);
      return row?.['id'] === runId || undefined;
    });
    await reading.open();
    expect(await page).toEqual(before);

    expect(await product.runOver(shopId)).toMatchObject({ runId, status: 'done' });
    await product.quiet();
    const after = await shown();
    expect(after.orders).toBeLessThan(before.orders);
    expect(after.atRisk).not.toContain(top);
    expect(after.moneyAtRisk).not.toEqual(before.moneyAtRisk);
  });
});
