import { describe, expect, it } from 'vitest';
import { closeForecast } from '~/data/forecasts/close-forecast';
import { setDownForecast } from '~/data/forecasts/set-down-forecast';
import { listForecasts } from '~/data/forecasts/list-forecasts';
import { importOrders } from '~/data/orders/import-orders';
import { collectCustomerData } from '~/data/privacy/collect-customer-data';
import { createReceipt } from '~/data/privacy/compliance-receipts';
import { redactCustomer } from '~/data/privacy/redact-customer';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { setCurrentRun } from '~/data/shops/update-shop';
import { addDays, isoDay } from '~/domain/iso-day';
import type { SourceOrder } from '~/domain/order';
import { installTestShop, type TestDatabase } from '../../tests/support/database';
import { onTestShop } from '../../tests/support/test-shop';
import { finishPass, openFittedPass, servicesOn } from '../../tests/support/insights-pass';
import { sourceOrder } from '../../tests/support/source-order';
import { storedForecast, storedPrediction } from '../../tests/support/stored-prediction';
import { queryAsOwner, tableContents } from '../../tests/support/table-contents';
import { readDashboard } from './read-dashboard';
import type { ClvResult } from './stored-results';

let database: TestDatabase;
let shop: Shop;
let today = '2026-01-01';
const now = () => new Date(`${today}T03:00:00Z`);
onTestShop((given) => {
  ({ database, shop } = given);
});

const services = () => servicesOn(database.db, now);

const customer = (customerId: string, pBuy90: number, expectedPurchases90: number) =>
  storedPrediction({ customerId, forecast: storedForecast({ pBuy90, expectedPurchases90 }) });
const CUSTOMERS = [
  ...[customer('a', 0.9, 2), customer('b', 0.1, 0.125), customer('c', 0.15, 0.25), customer('d', 0.5, 1)],
];

const openPass = (day: string, result: Partial<ClvResult> = {}, shopId = shop.id) => {
  today = day;
  return openFittedPass(database.db, shopId, { day, result, predictions: CUSTOMERS });
};
async function pass(day: string, result: Partial<ClvResult> = {}, shopId = shop.id) {
  const runId = await openPass(day, result, shopId);
  await finishPass(services(), shopId, runId);
  return runId;
}
const RULES = { status: 'rules', model: null, intervalLevel: null, leavingAtRisk: null } as const;

const forecasts = (shopId = shop.id) => listForecasts(database.db, shopId, { limit: 50 });
const daysOfForecasts = async () => (await forecasts()).map(({ madeOn }) => madeOn);
async function entries(shopId = shop.id): Promise<string[]> {
  const rows = await queryAsOwner<{ id: string }>(
    database.ownerUrl,
    'SELECT customer_id AS id FROM forecast_entry WHERE shop_id = $1 ORDER BY forecast_id, customer_id',
    [shopId],
  );
  return rows.map(({ id }) => id);
}
async function trust(shopId = shop.id) {
  const view = await readDashboard(services(), shopId);
  if (view.state !== 'ready') throw new Error('the dashboard is empty');
  return view.trust;
}

/** Rows of [customer, day, euros], and what makes one unusual. */
const load = (
  orders: readonly (readonly [string | null, string, number, Partial<SourceOrder>?])[],
  shopId = shop.id,
) =>
  importOrders(
    database.db,
    shopId,
    shop.timeZone,
    orders.map(([customerId, day, euros, changes = {}], i) =>
      sourceOrder({
        sourceId: `${customerId ?? 'guest'}-${day}-${i}`,
        customerId,
        processedAt: `${day}T12:00:00.000Z`,
        netMinor: BigInt(Math.round(euros * 100)),
        ...changes,
      }),
    ),
  );

describe('a forecast', () => {
  it('is set down by the first pass with a model, and then by the first that is 28 days later', async () => {
    await pass('2025-12-20', RULES);
    expect(await forecasts()).toEqual([]);
    for (const day of ['2026-01-01', '2026-01-02', '2026-01-28', '2026-01-29', '2026-02-26']) await pass(day);
    expect(await daysOfForecasts()).toEqual(['2026-02-26', '2026-01-29', '2026-01-01']);
    const [, , first] = await forecasts();
    expect(first).toMatchObject({
      horizonDays: 90,
      engineVersion: 'clv-test',
      model: 'mbg-nbd',
      customers: 4,
      expectedPurchases: { mean: 4, low: 2, high: 6, level: 0.8 },
      expectedBuyers: { mean: 2, low: 1, high: 3, level: 0.8 },
      expectedRevenue: { mean: 100, low: 50, high: 150, level: 0.8 },
      scoredAt: null,
      score: null,
    });
    expect(await entries()).toHaveLength(3 * 4);
    expect(await trust()).toMatchObject({ track: [], nextScoreOn: '2026-04-02', model: 'mbg-nbd' });
  });

  it('leaves out customers of whom the fit said nothing', async () => {
    today = '2026-01-01';
    const predictions = [...CUSTOMERS, storedPrediction({ customerId: 'e', forecast: null })];
    const runId = await openFittedPass(database.db, shop.id, { day: today, predictions });
    await finishPass(services(), shop.id, runId);
    expect(await entries()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('exists only if pages show its run: both or nothing', async () => {
    const runId = await openPass('2026-01-01');
    const estimate = { mean: 2, low: 1, high: 3, level: 0.8 };
    const forecast = {
      ...{ pipelineRunId: runId, madeOn: isoDay('2026-01-01'), engineVersion: '1', model: 'nbd', at: now() },
      ...{ expectedPurchases: estimate, expectedBuyers: estimate, expectedRevenue: estimate },
    };
    const seen: unknown[] = [];
    const cut = setCurrentRun(database.db, shop.id, runId, async (client) => {
      seen.push(await setDownForecast(client, shop.id, forecast));
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect(seen).toEqual([true]);
    expect(await forecasts()).toEqual([]);
    expect(await entries()).toEqual([]);
    expect(await readShop(database.db, shop.id)).toMatchObject({ currentRunId: null });
  });

  it('is refused when its totals have ranges of different levels: one level is kept of them', async () => {
    const runId = await openPass('2026-01-01', {
      totals: {
        ...{ customers: 4, repeatCustomers: 3, purchases: 9, revenue: 300, historyDays: 400 },
        expectedPurchases90: { mean: 4, low: 2, high: 6, level: 0.8 },
        expectedBuyers90: { mean: 2, low: 1, high: 3, level: 0.9 },
        expectedRevenue90: { mean: 100, low: 50, high: 150, level: 0.8 },
      },
    });
    await expect(finishPass(services(), shop.id, runId)).rejects.toThrow(RangeError);
  });

  it('is one, though two workers finish the same pass at once', async () => {
    const runId = await openPass('2026-01-01');
    await Promise.all([1, 2, 3].map(() => finishPass(services(), shop.id, runId)));
    expect(await forecasts()).toHaveLength(1);
    expect(await entries()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the score of a forecast', () => {
  const made = () =>
    load([
      // Known to the forecast, or beyond its window of 2 January to 1 April.
      ['a', '2025-11-01', 30],
      ['a', '2026-01-01', 30],
      ['a', '2026-04-02', 999],
      // a: two purchases, the first of two orders on one day. 40 + 12.50.
      ['a', '2026-01-02', 15],
      ['a', '2026-01-02', 25],
      ['a', '2026-04-01', 12.5],
      // b: one order, refunded to nothing; c: one, refunded in part.
      ['b', '2026-02-01', 0, { totalMinor: 5_000n, refundedMinor: 5_000n, financialStatus: 'REFUNDED' }],
      ['c', '2026-03-01', 7.5, { financialStatus: 'PARTIALLY_REFUNDED' }],
      // No sales.
      ['b', '2026-02-02', 80, { test: true }],
      ['b', '2026-02-03', 80, { cancelledAt: '2026-02-04T00:00:00Z' }],
      ['b', '2026-02-04', 80, { financialStatus: 'PENDING' }],
      ['d', '2026-02-05', 60],
      // Nobody that the forecast was about.
      [null, '2026-02-06', 500],
      ['newcomer', '2026-02-07', 500],
    ]);

  it('is made once the day after its window, by the data rules of the fit, and then stays', async () => {
    await pass('2026-01-01');
    await made();
    await pass('2026-04-01');
    expect(await trust()).toMatchObject({ track: [], nextScoreOn: '2026-04-02' });
    await pass('2026-04-02');
    const { track, nextScoreOn } = (await trust()) ?? {};
    // Buyers are a, c and d; of the two given less than 20 % (b, c: 0.125 on average) one came back.
    expect(track).toEqual([
      expect.objectContaining({
        madeOn: '2026-01-01',
        until: '2026-04-01',
        expectedPurchases: { mean: 4, low: 2, high: 6, level: 0.8 },
        actualPurchases: 4,
        actualBuyers: 3,
        actualRevenue: 40 + 12.5 + 7.5 + 60,
        // P(none of two) = .77, P(one at most) = .98.
        unlikely: { customers: 2, cameBack: 1, low: 0, high: 1 },
        // a, d and c bought, b did not and was given least.
        rankingArea: 1,
        inRange: { purchases: true, buyers: true, revenue: true },
      }),
    ]);
    expect(track?.[0]?.calibration).toHaveLength(4);
    expect(track?.[0]?.calibrationError).toBeCloseTo((0.1 + 0.1 + 0.85 + 0.5) / 4, 12);
    // The pass of 1 April set the next one down.
    expect(nextScoreOn).toBe('2026-07-01');
    expect(await entries()).toEqual(['a', 'b', 'c', 'd']);

    const [, scored] = await forecasts();
    await load([['b', '2026-02-20', 70]]);
    await pass('2026-04-03');
    expect((await forecasts())[1]).toEqual(scored);
    expect((await trust())?.track).toEqual(track);
  });

  it('is kept, and made, though rules answer meanwhile; pages show it when there is a model again', async () => {
    await pass('2026-01-01');
    await pass('2026-04-10', RULES);
    expect(await trust()).toBeNull();
    expect((await forecasts())[0]).toMatchObject({ scoredAt: now().toISOString() });
    expect(await entries()).toEqual([]);
    await pass('2026-04-11');
    expect((await trust())?.track).toMatchObject([
      { actualPurchases: 0, rankingArea: null, inRange: { purchases: false, buyers: false, revenue: false } },
    ]);
  });

  it('leaves a customer who was erased meanwhile out of both sides', async () => {
    await pass('2026-01-01');
    await made();
    const subject = { customerId: 'd' };
    expect(await collectCustomerData(database.db, shop.id, subject)).toMatchObject({
      forecasts: [{ madeOn: '2026-01-01', pBuy90: 0.5, expectedPurchases90: 1 }],
    });
    expect(await redactCustomer(database.db, shop.id, subject, now())).toMatchObject({ forecastEntries: 1 });
    expect(await entries()).toEqual(['a', 'b', 'c']);
    await redactCustomer(database.db, shop.id, subject, now());
    await pass('2026-04-02');
    // d was 1 of 4 purchases expected, and half of one of 2 buyers.
    expect((await trust())?.track).toMatchObject([
      {
        expectedPurchases: { mean: 3, low: 1.5, high: 4.5 },
        expectedRevenue: { mean: 75, low: 37.5, high: 112.5 },
        expectedBuyers: { mean: 1.5, low: 0.75, high: 2.25 },
        ...{ actualPurchases: 3, actualBuyers: 2, actualRevenue: 60 },
      },
    ]);
    expect((await forecasts()).at(-1)).toMatchObject({ customers: 3 });
  });

  it('finds a person to erase who is left in a forecast only, by the pseudonym of the request', async () => {
    await pass('2026-01-01');
    await queryAsOwner(database.ownerUrl, 'DELETE FROM customer_prediction WHERE shop_id = $1', [shop.id]);
    const { receipt } = await createReceipt(database.db, shop.id, {
      ...{ topic: 'customers/redact', webhookId: 'w', customerId: 'b', receivedAt: now() },
    });
    const pseudonym = receipt.customerPseudonym ?? '';
    expect(await redactCustomer(database.db, shop.id, { pseudonym }, now())).toMatchObject({
      forecastEntries: 1,
    });
  });

  it('and its forecast are of one shop: another neither sees nor closes it', async () => {
    await pass('2026-01-01');
    const other = await installTestShop(database.db);
    await pass('2026-01-01', {}, other.id);
    await load([['a', '2026-02-01', 10]], other.id);
    const [theirs] = await forecasts(other.id);
    expect(await closeForecast(database.db, shop.id, theirs?.id ?? '', now(), () => ({}))).toBe(false);
    await redactCustomer(database.db, shop.id, { customerId: 'a' }, now());
    expect(await entries(other.id)).toEqual(['a', 'b', 'c', 'd']);
    await pass('2026-04-02');
    expect((await trust())?.track).toMatchObject([{ actualPurchases: 0 }]);
    expect((await forecasts(other.id))[0]).toMatchObject({ customers: 4, scoredAt: null });
  });

  it('is stored once, though two close it at once, and not at all when it breaks off', async () => {
    await pass('2026-01-01');
    const id = (await forecasts())[0]?.id ?? '';
    const close = (judge: () => unknown) => closeForecast(database.db, shop.id, id, now(), judge);
    await expect(
      close(() => {
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');
    expect(await entries()).toHaveLength(4);
    const closed = await Promise.all(['one', 'two', 'three'].map((score) => close(() => ({ score }))));
    expect(closed.filter(Boolean)).toHaveLength(1);
    expect(await close(() => ({ score: 'late' }))).toBe(false);
    expect((await forecasts())[0]?.score).toEqual({ score: ['one', 'two', 'three'][closed.indexOf(true)] });
  });
});

describe('a pass that is cut and run again', () => {
  const MADE = '2026-01-01';
  const SCORED = addDays(isoDay(MADE), 91);

  /** @param cutAt which look at the clock breaks off; they stand before, between and after the writes */
  async function lastStep(shopId: string, cutAt: number): Promise<boolean> {
    await pass(MADE, {}, shopId);
    await load(
      [
        ['a', '2026-02-01', 10],
        ['c', '2026-02-02', 20],
      ],
      shopId,
    );
    const runId = await openPass(SCORED, {}, shopId);
    let looks = 0;
    const breaking = () => {
      looks += 1;
      if (looks === cutAt) throw new Error('cut');
      return now();
    };
    const broke = await finishPass(servicesOn(database.db, breaking), shopId, runId).then(
      () => false,
      () => true,
    );
    if (broke) await finishPass(services(), shopId, runId);
    return broke;
  }

  it('leaves the record as if nothing had been, wherever it was cut', async () => {
    await lastStep(shop.id, Infinity);
    const undisturbed = await tableContents(database.ownerUrl, shop.id);
    expect(undisturbed['forecast']).toHaveLength(2);
    let cutAt = 1;
    for (;;) {
      const other = await installTestShop(database.db);
      const broke = await lastStep(other.id, cutAt);
      expect(await tableContents(database.ownerUrl, other.id)).toEqual(undisturbed);
      if (!broke) break;
      cutAt += 1;
    }
    expect(cutAt).toBeGreaterThan(5);
  });
});
