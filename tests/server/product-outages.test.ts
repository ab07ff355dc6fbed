import { afterEach, describe, expect, it } from 'vitest';
import { countPendingChanges } from '~/data/changes/pending-changes';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { order } from '../standins/shopify/small-shop';
import { closeGate } from '../support/database-gate';
import { eventually, startProduct, type Product } from '../support/product';
import { startRedis } from '../support/redis';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy';

const NOW = '2026-03-02T11:00:00Z';
const DOMAIN = 'outages.myshopify.com';
const data = simulateShop({ seed: 3, endDay: isoDay('2026-03-01'), months: 12, customers: 120 });

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Wired {
  readonly product: Product;
  /** To the server in question; everything else is reached without it. */
  readonly wire: TcpProxy;
}

async function behindWire(part: 'database' | 'queue'): Promise<Wired> {
  const wires: TcpProxy[] = [];
  const wireTo = async (url: string): Promise<string> => {
    const wire = await startTcpProxy(url);
    endings.push(() => wire.stop());
    wires.push(wire);
    return wire.url;
  };
  let variable: Readonly<Record<string, string>> = {};
  if (part === 'queue') {
    const redis = await startRedis();
    endings.push(() => redis.stop());
    variable = { REDIS_URL: await wireTo(redis.url) };
  }
  const product = await startProduct({
    shops: [{ domain: DOMAIN, data }],
    now: NOW,
    env: async ({ runtimeUrl }) => (part === 'queue' ? variable : { DATABASE_URL: await wireTo(runtimeUrl) }),
  });
  const [wire] = wires;
  if (!wire) throw new Error('no wire');
  endings.push(
    () => product.close(),
    () => wire.mend(),
  );
  return { product, wire };
}

const ready = (product: Product, wanted: object) =>
  eventually(`readiness is ${JSON.stringify(wanted)}`, async () => {
    const now = await product.timon.readiness();
    return Object.entries(wanted).every(([name, value]) => Reflect.get(now, name) === value) || undefined;
  });

describe.each(['database', 'queue'] as const)('the %s gone for a while', (part) => {
  it('is told by /readyz, turns webhooks away with 503, and afterwards everything is done', async () => {
    const { product, wire } = await behindWire(part);
    const worker = await product.startWorker();
    const { shopId } = await product.sync(DOMAIN);
    await ready(product, { ready: true });

    await wire.cut();
    await ready(product, { ready: false, [part]: false });
    const created = order(7_000_001, NOW, {
      customerId: data.customers[0]?.id ?? 1,
      paid: '33.00',
      total: '33.00',
    });
    await product.standin.addOrder(DOMAIN, created);
    const { attempts, webhookId } = await product.standin.sendWebhook(DOMAIN, 'orders/create', {
      id: created.id,
    });
    expect(attempts).toEqual([503]);
    await expect(product.timon.startRun(shopId, 'merchant:1')).rejects.toThrow();

    await wire.mend();
    await ready(product, { ready: true });
    const again = await product.standin.sendWebhook(
      DOMAIN,
      'orders/create',
      { id: created.id },
      { webhookId },
    );
    expect(again.attempts).toEqual([200]);
    await product.quiet();
    expect((await product.timon.readConnections(shopId)).shopify.orders).toBe(data.orders.length + 1);
    expect(await product.recalculate({ shopId })).toMatchObject({ status: 'done' });
    await worker.close();
  });

  it('in the middle of the first sync costs time and nothing else', async () => {
    const { product, wire } = await behindWire(part);
    const gate = await closeGate(product.database.ownerUrl, 'LOCK TABLE "order" IN EXCLUSIVE MODE');
    await product.startWorker();
    const { shopId } = await product.open(DOMAIN);
    await gate.reached();
    await wire.cut();
    await ready(product, { ready: false });
    await gate.dismiss();
    await wire.mend();
    await ready(product, { ready: true });
    expect(await product.runOver(shopId)).toMatchObject({ status: 'done' });
    await product.quiet();
    expect((await product.timon.readConnections(shopId)).shopify).toMatchObject({
      state: 'ok',
      orders: data.orders.length,
      reconciliation: { difference: 0 },
    });
    expect(await product.timon.readDashboard(shopId)).toMatchObject({ state: 'ready', run: null });
  });
});

describe('a database that does not answer at all', () => {
  it('does not keep Shopify waiting: 503 within its five seconds, and the next delivery is filed', async () => {
    const { product, wire } = await behindWire('database');
    const { shopId } = await product.open(DOMAIN);
    const change = { id: data.orders[0]?.id };
    wire.silence();
    const { attempts, webhookId } = await product.standin.sendWebhook(DOMAIN, 'orders/updated', change);
    // No answer in time would be null here: the stand-in hangs up after five seconds, as Shopify does.
    expect(attempts).toEqual([503]);
    await wire.mend();
    await ready(product, { ready: true });
    const again = await product.standin.sendWebhook(DOMAIN, 'orders/updated', change, { webhookId });
    expect(again.attempts).toEqual([200]);
    expect(await countPendingChanges(product.database.db, shopId)).toBe(1);
  });
});

describe('an installation while the queue is away', () => {
  it('is made good when the merchant opens the app again', async () => {
    const { product, wire } = await behindWire('queue');
    await product.startWorker();
    await wire.cut();
    await expect(product.open(DOMAIN)).rejects.toMatchObject({ code: 'queue.unavailable' });
    await wire.mend();
    await ready(product, { ready: true });
    const { shopId } = await product.sync(DOMAIN);
    expect(await product.timon.readDashboard(shopId)).toMatchObject({ state: 'ready' });
    expect(await product.web.queue.nextRun(`nightly-${shopId}`)).not.toBeNull();
  });
});
