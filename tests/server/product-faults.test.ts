import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { createRun } from '~/data/pipeline/create-run';
import { ingestOrders } from '~/services/ingest-orders';
import { STEPS } from '~/services/pipeline';
import type { Merchant } from '~/timon.server';
import type { FaultOrder } from '../standins/shopify/faults';
import { closeGate } from '../support/database-gate';
import { eventually, startProduct, type Product } from '../support/product';

const NOW = '2026-03-02T11:00:00Z';
const HOUR_MS = 3_600_000;
const data = simulateShop({ seed: 3, endDay: isoDay('2026-03-01'), months: 12, customers: 120 });
const RUNS_WELL = 'runs-well.myshopify.com';
const OUTAGE = 'outage.myshopify.com';

/** Faults of the first sync, and how it comes through all the same. */
const EXPORT_FAULTS: readonly { what: string; faults: readonly FaultOrder[]; mode: 'bulk' | 'paginated' }[] =
  [
    { what: 'a result that ends early once', faults: [{ kind: 'truncated' }], mode: 'bulk' },
    { what: 'a result that always ends early', faults: [{ kind: 'truncated', times: 3 }], mode: 'paginated' },
    { what: 'an address that expired once', faults: [{ kind: 'expired-url' }], mode: 'bulk' },
    { what: 'addresses that always expire', faults: [{ kind: 'expired-url', times: 9 }], mode: 'paginated' },
    { what: 'an export refused', faults: [{ kind: 'bulk-refused' }], mode: 'paginated' },
    { what: 'an export that failed', faults: [{ kind: 'bulk-failed' }], mode: 'paginated' },
    {
      what: 'an export that failed half-way',
      faults: [{ kind: 'bulk-failed', after: 0.5 }],
      mode: 'paginated',
    },
  ];
const exportShop = (index: number) => `export-${index}.myshopify.com`;

let product: Product;
let merchant: Merchant;
beforeAll(async () => {
  const domains = [RUNS_WELL, OUTAGE, ...EXPORT_FAULTS.map((_, index) => exportShop(index))];
  product = await startProduct({ shops: domains.map((domain) => ({ domain, data })), now: NOW });
  await product.startWorker();
  merchant = await product.sync(RUNS_WELL);
});
afterEach(() => product.standin.faults.clear());
afterAll(() => product.close());

async function readyDashboard(shopId: string) {
  const view = await product.timon.readDashboard(shopId);
  if (view.state !== 'ready') throw new Error('no dashboard');
  return view;
}

async function expectRecovered(shopId: string): Promise<void> {
  expect(await product.recalculate({ shopId })).toMatchObject({
    status: 'done',
  });
  expect(await product.timon.readConnections(shopId)).toMatchObject({
    shopify: { state: 'ok', errorCode: null, orders: data.orders.length },
  });
  expect((await readyDashboard(shopId)).run).toBeNull();
}

describe('an answer of Shopify that needs a person', () => {
  it.each([
    [402, 'payment-required'],
    [403, 'forbidden'],
    [404, 'shop-gone'],
    [423, 'shop-gone'],
  ])(
    '(%d) fails the pass at once, is told, and leaves the last good dashboard in its place',
    async (code, error) => {
      const { shopId } = merchant;
      const before = await readyDashboard(shopId);
      product.passTime(HOUR_MS);
      product.standin.faults.add({ kind: 'status', on: 'graphql', status: code });
      const run = await product.recalculate(merchant);
      expect(run).toMatchObject({
        status: 'failed',
        steps: [{ status: 'failed', errorCode: error, attempts: 1 }, {}, {}],
      });
      const { shopify, activity } = await product.timon.readConnections(shopId);
      expect(shopify).toMatchObject({ state: 'failed', errorCode: error, orders: data.orders.length });
      expect(activity[0]).toMatchObject({
        tone: 'critical',
        key: 'ingest-failed',
        values: { errorCode: error },
      });
      const { run: shown, ...after } = await readyDashboard(shopId);
      expect({ ...after, run: null }).toEqual({ ...before, asOf: after.asOf });
      expect(shown).toMatchObject({ runId: run.runId, status: 'failed' });
      expect(after.asOf.computedAt).toBe(before.asOf.computedAt);
      await expectRecovered(shopId);
    },
  );

  it('(401, access revoked) asks the merchant to open the app, which mends it', async () => {
    const { shopId } = merchant;
    const before = await readyDashboard(shopId);
    // The merchant removed the app and the webhook got lost.
    await product.standin.uninstall(RUNS_WELL);
    expect(await product.recalculate(merchant)).toMatchObject({
      status: 'failed',
      steps: [{ errorCode: 'unauthorized' }, {}, {}],
    });
    expect((await product.timon.readConnections(shopId)).shopify).toMatchObject({
      state: 'failed',
      errorCode: 'unauthorized',
    });
    expect((await readyDashboard(shopId)).asOf.computedAt).toBe(before.asOf.computedAt);
    product.standin.install(RUNS_WELL);
    await product.open(RUNS_WELL);
    await expectRecovered(shopId);
  });
});

describe('an answer of Shopify that passes', () => {
  it.each<[string, FaultOrder]>([
    ['429', { kind: 'status', on: 'graphql', status: 429, retryAfterS: 0.2, times: 4 }],
    ['THROTTLED', { kind: 'throttled', times: 4 }],
    ['an internal error', { kind: 'internal-error' }],
    ['503', { kind: 'status', on: 'graphql', status: 503 }],
    ['a connection that breaks', { kind: 'reset', on: 'graphql' }],
  ])('(%s) is waited out within the pass', async (_what, fault) => {
    product.standin.faults.add(fault);
    await expectRecovered(merchant.shopId);
    expect(product.standin.faults.size).toBe(0);
  });
});

describe('the first sync', () => {
  it.each(EXPORT_FAULTS.map((fault, index) => ({ ...fault, domain: exportShop(index) })))(
    'comes through $what: $mode',
    async ({ faults, mode, domain }) => {
      for (const fault of faults) product.standin.faults.add({ ...fault, shop: domain });
      const { shopId } = await product.sync(domain);
      expect(product.standin.faults.size).toBe(0);
      expect((await product.timon.readConnections(shopId)).shopify).toMatchObject({
        state: 'ok',
        mode,
        orders: data.orders.length,
        reconciliation: { difference: 0 },
      });
      expect((await readyDashboard(shopId)).basis).toEqual({
        ...(await readyDashboard(merchant.shopId)).basis,
        reconciliation: expect.anything() as unknown,
      });
    },
  );

  it('outlives an outage by itself, and one that outlasts every try when the merchant asks again', async () => {
    const { faults } = product.standin;
    // The merchant gets in, and before the worker has asked anything Shopify is gone.
    const gate = await closeGate(product.database.ownerUrl, 'LOCK TABLE connection IN EXCLUSIVE MODE');
    const { shopId } = await product.open(OUTAGE);
    await gate.reached();
    faults.outage = true;
    await gate.open();
    const failureIsShown = () =>
      eventually('the failure is shown', async () => {
        const { shopify } = await product.timon.readConnections(shopId);
        return (shopify.state === 'failed' && shopify.errorCode === 'unavailable') || undefined;
      });
    await failureIsShown();
    expect(await product.timon.readDashboard(shopId)).toMatchObject({
      state: 'empty',
      run: { status: 'running' },
    });
    faults.outage = false;
    expect(await product.runOver(shopId)).toMatchObject({ status: 'done' });
    await product.quiet();
    expect((await product.timon.readConnections(shopId)).shopify).toMatchObject({
      state: 'ok',
      errorCode: null,
    });

    // The last try of the queue.
    const { services } = product.web;
    const run = await createRun(services.db, shopId, {
      ...{ trigger: 'nightly', analysisDay: isoDay('2026-03-03'), steps: STEPS, at: product.clock.now() },
    });
    faults.outage = true;
    const job = { attempt: 8, lastAttempt: true, signal: new AbortController().signal };
    const tried = ingestOrders(services, { shopId, runId: run.run.id }, job);
    await expect(tried).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readyDashboard(shopId)).toMatchObject({ run: { status: 'failed' } });
    const { activity } = await product.timon.readConnections(shopId);
    expect(activity[0]).toMatchObject({ key: 'ingest-failed', values: { errorCode: 'unavailable' } });
    faults.outage = false;
    await expectRecovered(shopId);
  });
});
