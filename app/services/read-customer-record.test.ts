import { describe, expect, it } from 'vitest';
import type { CustomerPrediction } from '~/data/model-runs/customer-prediction';
import { importOrders } from '~/data/orders/import-orders';
import type { Shop } from '~/data/shops/shop';
import { ALL_CUSTOMERS } from '~/domain/customer-filter';
import type { SourceOrder } from '~/domain/order';
import { installTestShop, type TestDatabase } from '../../tests/support/database';
import { onTestShop } from '../../tests/support/test-shop';
import { chances, expectedOrders, range90 } from '../../tests/support/forecast-ranges';
import { finishPass, openFittedPass, servicesOn } from '../../tests/support/insights-pass';
import { sourceOrder } from '../../tests/support/source-order';
import { storedForecast, storedPrediction } from '../../tests/support/stored-prediction';
import { queryAsOwner } from '../../tests/support/table-contents';
import { customerAlias } from './customer-alias';
import { readCustomerRecord } from './read-customer-record';
import { readCustomers } from './read-customers';
import { readDashboard } from './read-dashboard';
import type { ClvResult } from './stored-results';

const DAY = '2026-03-02';
const now = () => new Date(`${DAY}T03:00:00Z`);

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const services = () => servicesOn(database.db, now);

async function pass(prediction: CustomerPrediction, result: Partial<ClvResult> = {}, shopId = shop.id) {
  const runId = await openFittedPass(database.db, shopId, { day: DAY, predictions: [prediction], result });
  await finishPass(services(), shopId, runId);
}
const load = (orders: readonly Partial<SourceOrder>[]) =>
  importOrders(
    database.db,
    shop.id,
    shop.timeZone,
    orders.map((order, i) => sourceOrder({ sourceId: String(i), ...order })),
  );
const record = (customerId: string, shopId = shop.id) => readCustomerRecord(services(), shopId, customerId);
async function ready(customerId: string) {
  const view = await record(customerId);
  if (view.state !== 'ready') throw new Error(`${customerId} is ${view.state}`);
  return view;
}

describe('readCustomerRecord', () => {
  it('shows every figure of the forecast with its range and its level, and no name', async () => {
    await pass(storedPrediction({ setAside: true }));
    expect(await ready('501')).toEqual({
      state: 'ready',
      shop: { name: shop.name, currency: 'EUR', timeZone: 'Europe/Madrid' },
      asOf: expect.objectContaining({ analysisDay: DAY }) as unknown,
      customerId: '501',
      alias: customerAlias(shop.id, '501'),
      segment: 'standard',
      leaving: true,
      setAside: true,
      history: {
        firstOrderDay: '2025-12-03',
        lastOrderDay: '2026-02-01',
        daysSinceLastOrder: 29,
        ordersCounted: 3,
        medianGapDays: 30.5,
        meanOrderValue: 25.125,
      },
      purchases: [],
      forecast: {
        model: 'mbg-nbd',
        chances: chances([0.25, 0.21, 0.29], [0.5, 0.44, 0.56], [0.75, 0.7, 0.79]),
        churn: range90(0.51, 0.43, 0.57),
        churnWindowDays: 90,
        expectedOrders: expectedOrders([0.3, 0, 1], [0.8, 0, 2], [1.5, 0, 4]),
        orderValue: range90(26, 22.5, 30.125),
        value12m: range90(38.5, 0, 101),
        marginValue12m: 15.4,
        moneyAtRisk: 19.25,
        // 40.2 days: the 41st counts whole. Ten years or more is no day.
        nextOrder: [
          { probability: 0.5, days: 41, day: '2026-04-12' },
          { probability: 0.8, days: 120, day: '2026-06-30' },
          { probability: 0.95, days: null, day: null },
        ],
        pAlive: 0.1 + 0.2,
        drop: 0.35,
        reasons: storedForecast().reasons,
      },
      chanceCourse: null,
      rescues: [],
    });
  });

  it('lists purchases as the fit counts them, the latest first, up to the day of the fit', async () => {
    await pass(storedPrediction());
    const on = (day: string) => `${day}T12:00:00.000Z`;
    await load([
      { processedAt: on('2025-12-03'), netMinor: 1_999n },
      { processedAt: on('2026-01-02'), netMinor: 500n },
      { processedAt: on('2026-01-02'), netMinor: 250n },
      // Paid back whole, a negative row that reduces the order before it, and three that are no sales.
      { processedAt: on('2026-01-10'), netMinor: 0n, financialStatus: 'REFUNDED' },
      { processedAt: on('2026-02-01'), netMinor: 3_000n },
      { processedAt: on('2026-02-03'), netMinor: -1_000n },
      { processedAt: on('2026-02-04'), test: true },
      { processedAt: on('2026-02-05'), cancelledAt: on('2026-02-06') },
      { processedAt: on('2026-02-07'), financialStatus: 'PENDING' },
      { processedAt: on('2026-03-03') },
      { processedAt: on('2026-02-08'), customerId: '502' },
      { processedAt: on('2026-02-08'), customerId: null },
    ]);
    expect((await ready('501')).purchases).toEqual([
      { day: '2026-02-01', net: 20 },
      { day: '2026-01-02', net: 7.5 },
      { day: '2025-12-03', net: 19.99 },
    ]);
  });

  it('shows the latest hundred of more', async () => {
    await pass(storedPrediction());
    const first = Date.parse('2025-09-01T12:00:00Z');
    await load(
      Array.from({ length: 120 }, (_, i) => ({
        processedAt: new Date(first + i * 86_400_000).toISOString(),
      })),
    );
    const { purchases } = await ready('501');
    expect(purchases).toHaveLength(100);
    expect(purchases[0]?.day).toBe('2025-12-29');
  });

  it('shows how the chance of an order came to the stored one, and where silence takes it', async () => {
    await pass(storedPrediction());
    await load(['2025-12-03', '2026-02-01'].map((day) => ({ processedAt: `${day}T12:00:00.000Z` })));
    const { chanceCourse } = await ready('501');
    expect(chanceCourse?.windowDays).toBe(90);
    expect(chanceCourse?.past[0]?.day).toBe('2025-12-03');
    expect(chanceCourse?.past.at(-1)).toEqual({ day: DAY, mean: 0.5, low: 0.44, high: 0.56 });
    expect(chanceCourse?.ahead[0]).toEqual(chanceCourse?.past.at(-1));
    expect(chanceCourse?.ahead.at(-1)?.day).toBe('2026-05-31');
    expect(chanceCourse?.ahead.at(-1)?.mean).toBeLessThan(0.5);
  });

  it('draws no chance over time from the fit of another release', async () => {
    await pass(storedPrediction());
    await load([{ processedAt: '2026-02-01T12:00:00.000Z' }]);
    await queryAsOwner(
      database.ownerUrl,
      `UPDATE model_run SET schema_version = 1 WHERE shop_id = $1 AND kind = 'clv'`,
      [shop.id],
    );
    expect(await ready('501')).toMatchObject({ chanceCourse: null, forecast: { churnWindowDays: 90 } });
  });

  it('has a history and no forecast where rules answer', async () => {
    const rules = { status: 'rules', model: null, intervalLevel: null, leavingAtRisk: null } as const;
    await pass(storedPrediction({ forecast: null }), rules);
    expect(await ready('501')).toMatchObject({ forecast: null, history: { ordersCounted: 3 } });
  });

  it('knows nobody before the first pass, nobody it never saw, and nobody of another shop', async () => {
    const unknown = { state: 'unknown', shop: { name: shop.name } };
    expect(await record('501')).toMatchObject(unknown);
    await pass(storedPrediction());
    expect(await record('x')).toMatchObject(unknown);
    const other = await installTestShop(database.db);
    await pass(storedPrediction({ customerId: 'theirs' }), {}, other.id);
    expect(await record('theirs')).toMatchObject(unknown);
    expect(await record('501', other.id)).toMatchObject({ state: 'unknown' });
  });
});

describe('results of an earlier release', () => {
  it('are read as absent, and the next pass writes them anew', async () => {
    await pass(storedPrediction());
    await queryAsOwner(
      database.ownerUrl,
      `UPDATE model_run SET schema_version = 1, result = '{"of": "another shape"}' WHERE shop_id = $1`,
      [shop.id],
    );
    const page = { ...ALL_CUSTOMERS, sort: 'clv', direction: 'desc', page: 1 } as const;
    const states = async () => [
      (await readDashboard(services(), shop.id)).state,
      (await readCustomers(services(), shop.id, page)).state,
      (await record('501')).state,
    ];
    expect(await states()).toEqual(['empty', 'empty', 'unknown']);
    await pass(storedPrediction());
    expect(await states()).toEqual(['ready', 'ready', 'ready']);
  });

  it('fail a pass that was cut by the update, which the next night makes good', async () => {
    const runId = await openFittedPass(database.db, shop.id, { day: DAY, predictions: [storedPrediction()] });
    await queryAsOwner(database.ownerUrl, 'UPDATE model_run SET schema_version = 1 WHERE shop_id = $1', [
      shop.id,
    ]);
    await expect(finishPass(services(), shop.id, runId)).rejects.toThrow(/no fit to write about/);
  });
});
