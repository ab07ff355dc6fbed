import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { Merchant } from '~/timon.server';
import { closeGate, type DatabaseGate } from '../support/database-gate';
import { eventually, startProduct, type Product } from '../support/product';
import { queryAsOwner, tableContents } from '../support/table-contents';

const data = simulateShop({ seed: 11, endDay: isoDay('2026-03-01'), months: 18, customers: 240 });
const UNDISTURBED = 'undisturbed.myshopify.com';

/** A worker on its way, and means to stop it. */
interface Scene {
  readonly product: Product;
  readonly merchant: Merchant;
  readonly domain: string;
  readonly startWorker: () => Promise<void>;
  readonly gate: (lock: string) => Promise<DatabaseGate>;
}

interface Death {
  readonly when: string;
  /** Starts the worker and stops it there. @returns the gate that holds it, where one does */
  readonly stop: (scene: Scene) => Promise<DatabaseGate | null>;
  /** What has to be true at that moment: proof that the worker dies where the test says. */
  readonly then: {
    readonly orders: 'none' | 'some' | 'all';
    readonly steps: string;
    readonly current: boolean;
  };
}

const MODEL_RUNS = 'LOCK TABLE model_run IN EXCLUSIVE MODE';
const QUEUE = 'LOCK TABLE bullmq.job IN EXCLUSIVE MODE';
const ACTIVITY = 'LOCK TABLE activity_log IN EXCLUSIVE MODE';
const stepRow = ({ merchant }: Scene, step: string) =>
  `SELECT 1 FROM pipeline_step WHERE shop_id = '${merchant.shopId}' AND step = '${step}' FOR UPDATE`;
const shopRow = ({ merchant }: Scene) => `SELECT 1 FROM shop WHERE id = '${merchant.shopId}' FOR UPDATE`;
/**
 * Somebody else is just storing the order that came last in the undisturbed shop, and does not come to an end: the
 * first page of the export is stored by then.
 */
const lateOrder = ({ merchant }: Scene) =>
  `INSERT INTO "order" SELECT (jsonb_populate_record(o, '{"shop_id": "${merchant.shopId}"}')).* FROM "order" o
   JOIN shop s ON s.id = o.shop_id WHERE s.domain = '${UNDISTURBED}' ORDER BY o.ctid DESC LIMIT 1`;

async function stopAt(scene: Scene, lock: string): Promise<DatabaseGate> {
  const gate = await scene.gate(lock);
  await scene.startWorker();
  await gate.reached();
  return gate;
}

/** Stops at a first place, closes the second gate, and lets the worker go on to there. */
async function stopAtSecond(scene: Scene, first: string, second: string): Promise<DatabaseGate> {
  const before = await stopAt(scene, first);
  const gate = await scene.gate(second);
  await before.open();
  await gate.reached();
  return gate;
}

async function stopAtFault(scene: Scene, on: 'graphql' | 'bulk-result', operation?: string): Promise<null> {
  const { faults } = scene.product.standin;
  faults.add({ kind: 'hang', on, shop: scene.domain, ...(operation === undefined ? {} : { operation }) });
  await scene.startWorker();
  await eventually('the worker waits for Shopify', () => Promise.resolve(faults.size === 0 || undefined));
  return null;
}

const DEATHS: readonly Death[] = [
  {
    when: 'in ingest, while Shopify exports',
    stop: (scene) => stopAtFault(scene, 'graphql', 'BulkStatus'),
    then: { orders: 'none', steps: 'running waiting waiting', current: false },
  },
  {
    when: 'in ingest, between two pages that are being saved',
    stop: (scene) => stopAt(scene, lateOrder(scene)),
    then: { orders: 'some', steps: 'running waiting waiting', current: false },
  },
  {
    when: 'in ingest, with everything saved and the step not yet done',
    stop: (scene) => stopAtSecond(scene, lateOrder(scene), QUEUE),
    then: { orders: 'all', steps: 'running waiting waiting', current: false },
  },
  {
    when: 'between ingest and clv',
    stop: async (scene) => {
      const first = await stopAt(scene, lateOrder(scene));
      const gate = await scene.gate(stepRow(scene, 'clv'));
      await first.open();
      await gate.reached();
      return gate;
    },
    then: { orders: 'all', steps: 'done waiting waiting', current: false },
  },
  {
    when: 'in clv, while the predictions are stored',
    stop: (scene) => stopAt(scene, MODEL_RUNS),
    then: { orders: 'all', steps: 'done running waiting', current: false },
  },
  {
    when: 'after clv is done and before insights is in the queue',
    stop: async (scene) => {
      const gate = await stopAtSecond(scene, MODEL_RUNS, QUEUE);
      await eventually('clv is done', async () => {
        const run = await scene.product.timon.readRun(scene.merchant.shopId);
        return run?.steps[1]?.status === 'done' || undefined;
      });
      return gate;
    },
    then: { orders: 'all', steps: 'done done waiting', current: false },
  },
  {
    when: 'in insights, with results stored that are not yet those that pages read',
    stop: (scene) => stopAtSecond(scene, MODEL_RUNS, shopRow(scene)),
    then: { orders: 'all', steps: 'done done running', current: false },
  },
  {
    when: 'in insights, just after its results became those that pages read',
    stop: async (scene) => {
      const gate = await stopAtSecond(scene, MODEL_RUNS, ACTIVITY);
      await eventually('the results are current', async () => {
        const view = await scene.product.timon.readDashboard(scene.merchant.shopId);
        return view.state === 'ready' || undefined;
      });
      return gate;
    },
    then: { orders: 'all', steps: 'done done running', current: true },
  },
];

const domainOf = (death: Death) => `killed-${DEATHS.indexOf(death)}.myshopify.com`;

let product: Product;
let undisturbed: Awaited<ReturnType<typeof tableContents>>;
beforeAll(async () => {
  const shops = [UNDISTURBED, ...DEATHS.map(domainOf)].map((domain) => ({ domain, data }));
  product = await startProduct({ shops, now: '2026-03-02T11:00:00Z' });
  const worker = await product.startWorker();
  const { shopId } = await product.sync(UNDISTURBED);
  await worker.close();
  undisturbed = await tableContents(product.database.ownerUrl, shopId);
});
afterAll(() => product.close());

const gates: DatabaseGate[] = [];
const children: { readonly kill: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  for (const gate of gates.splice(0)) await gate.open();
});

async function ordersStored(shopId: string): Promise<'none' | 'some' | 'all'> {
  const { shopify } = await product.timon.readConnections(shopId);
  if (shopify.orders === 0) return 'none';
  return shopify.orders < data.orders.length ? 'some' : 'all';
}

describe('a worker killed with -9', () => {
  it.each(DEATHS)(
    '$when: another finishes its work, and the database is as if nothing had been',
    async (death) => {
      const { ownerUrl } = product.database;
      const domain = domainOf(death);
      const merchant = await product.open(domain);
      const { shopId } = merchant;
      const gate = await death.stop({
        product,
        merchant,
        domain,
        startWorker: async () => void children.push(await product.spawnWorker()),
        gate: async (lock) => {
          const closed = await closeGate(ownerUrl, lock);
          gates.push(closed);
          return closed;
        },
      });
      const run = await product.timon.readRun(shopId);
      expect({
        orders: await ordersStored(shopId),
        steps: run?.steps.map(({ status }) => status).join(' '),
        current: (await product.timon.readDashboard(shopId)).state === 'ready',
      }).toEqual(death.then);
      for (const child of children) await child.kill();
      await gate?.dismiss();

      const worker = await product.startWorker();
      const finished = await product.runOver(shopId);
      await product.quiet();
      await worker.close();
      expect(finished).toMatchObject({ runId: run?.runId, status: 'done' });
      expect(await tableContents(ownerUrl, shopId)).toEqual(undisturbed);
      expect(
        await queryAsOwner(ownerUrl, 'SELECT current_run_id AS id FROM shop WHERE id = $1', [shopId]),
      ).toEqual([{ id: finished.runId }]);
    },
  );
});
