import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimWebhook } from '~/data/changes/claim-webhook';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { SimulatedShop } from '~/engine/simulate/simulated-shop';
import type { Merchant } from '~/timon.server';
import { order as plainOrder } from '../standins/shopify/small-shop';
import {
  customerPayload,
  orderPayload,
  refundPayload,
  type Payload,
} from '../standins/shopify/webhook-payloads';
import { startProduct, type Product } from '../support/product';
import { queryAsOwner, tableContents } from '../support/table-contents';

const NOW = '2026-03-02T11:00:00Z';
const IN_ORDER = 'in-order.myshopify.com';
const SHUFFLED = 'shuffled.myshopify.com';
const AFTERWARDS = 'afterwards.myshopify.com';
const base = simulateShop({ seed: 5, endDay: isoDay('2026-03-01'), months: 12, customers: 150 });
/** Shops whose orders are still to come hold the customers already. */
const data: SimulatedShop = { ...base, orders: base.orders.slice(0, 300) };

interface Message {
  readonly topic: string;
  readonly payload: Payload;
}

let product: Product;
beforeAll(async () => {
  product = await startProduct({
    shops: [IN_ORDER, SHUFFLED, AFTERWARDS].map((domain) => ({ domain, data })),
    now: NOW,
    // Changes of one instant on both shops carry the same stamps.
    clockStands: true,
  });
  await product.startWorker();
});
afterAll(() => product.close());

/** Does one thing in a shop. @returns the webhooks that Shopify sends about it */
type Deed = (domain: string) => Promise<readonly Message[]>;

const orderMessage = (domain: string, topic: string, id: number): Message => ({
  topic,
  payload: orderPayload(product.standin.shop(domain).state.requireOrder(id)),
});

const create =
  (id: number): Deed =>
  async (domain) => {
    await product.standin.addOrder(domain, plainOrder(id, NOW, { customerId: 1 + (id % 100) }));
    return [orderMessage(domain, 'orders/create', id)];
  };
const pay =
  (id: number, total: string): Deed =>
  async (domain) => {
    await product.standin.updateOrder(domain, id, { total, paid: total });
    return [orderMessage(domain, 'orders/updated', id)];
  };
const refund =
  (id: number): Deed =>
  async (domain) => {
    await product.standin.refundOrder(domain, id, '1.00');
    const { refunds } = product.standin.shop(domain).state.requireOrder(id);
    const payload = refundPayload(refunds[refunds.length - 1] ?? failed());
    return [{ topic: 'refunds/create', payload }, orderMessage(domain, 'orders/updated', id)];
  };
const cancel =
  (id: number): Deed =>
  async (domain) => {
    await product.standin.cancelOrder(domain, id);
    return ['orders/cancelled', 'orders/updated'].map((topic) => orderMessage(domain, topic, id));
  };
const register =
  (id: number): Deed =>
  async (domain) => {
    const customer = { id, firstName: 'N', lastName: 'N', email: `n${id}@example.com`, createdAt: NOW };
    await product.standin.addCustomer(domain, customer);
    const entry = product.standin.shop(domain).state.requireCustomer(id);
    const payload = customerPayload(entry);
    return [
      { topic: 'customers/create', payload },
      { topic: 'customers/update', payload },
    ];
  };
const failed = (): never => {
  throw new Error('no refund');
};

/** 1,000 webhooks: 200 of new orders, 320 of changed ones, 200 of refunds, 80 of cancellations, 200 of customers. */
function deeds(): readonly Deed[] {
  const made = Array.from({ length: 200 }, (_, index) => 5_000_000 + index);
  const rounds = [0, 1, 2, 3].map((round): Deed[] => {
    const mine = made.filter((_, index) => index % 4 === round);
    return [
      ...mine.map(create),
      ...mine.map((id) => pay(id, `${20 + (id % 7)}.50`)),
      ...mine.slice(0, 30).map((id) => pay(id, `${30 + (id % 5)}.00`)),
      ...mine.slice(0, 25).map(refund),
      ...mine.slice(10, 20).map(cancel),
      ...mine.slice(25).map((id) => register(id + 900_000)),
    ];
  });
  return rounds.flat();
}

describe('1,000 webhooks', () => {
  it('twice each and in disorder leave the database that they leave once each and in order', async () => {
    const merchants: Merchant[] = [];
    for (const domain of [IN_ORDER, SHUFFLED]) merchants.push(await product.sync(domain));
    const all = deeds();
    let sent = 0;
    // In quarters, so that later changes fall on orders that are stored already.
    for (let start = 0; start < all.length; start += Math.ceil(all.length / 4)) {
      const quarter = all.slice(start, start + Math.ceil(all.length / 4));
      const messages = new Map<string, Message[]>([
        [IN_ORDER, []],
        [SHUFFLED, []],
      ]);
      for (const deed of quarter) {
        for (const [domain, list] of messages) list.push(...(await deed(domain)));
      }
      const of = (shop: string) => (messages.get(shop) ?? []).map((message) => ({ ...message, shop }));
      sent += of(IN_ORDER).length;
      const { webhooks } = product.standin;
      await webhooks.sendAll(of(IN_ORDER), { concurrency: 1 });
      const deliveries = await webhooks.sendAll(of(SHUFFLED), {
        seed: start + 1,
        duplicates: 1,
        concurrency: 8,
      });
      expect(deliveries.every(({ attempts }) => attempts.length === 1 && attempts[0] === 200)).toBe(true);
    }
    expect(sent).toBe(1_000);
    await product.quiet();
    const [ordered, shuffled] = await Promise.all(
      merchants.map(({ shopId }) => tableContents(product.database.ownerUrl, shopId)),
    );
    expect(shuffled).toEqual(ordered);
    expect(ordered?.['order']).toHaveLength(data.orders.length + 200);
    // The same shop, read whole by somebody who never saw a webhook.
    for (const deed of all) await deed(AFTERWARDS);
    const { shopId } = await product.sync(AFTERWARDS);
    const read = await tableContents(product.database.ownerUrl, shopId);
    expect(ordered?.['order']).toEqual(read['order']);
    expect(ordered?.['order_line']).toEqual(read['order_line']);
    // Three thousand deliveries and three first syncs, one after the other.
  }, 240_000);
});

describe('a webhook', () => {
  const events = async () =>
    (
      await queryAsOwner<{ count: number }>(
        product.database.ownerUrl,
        'SELECT count(*)::int FROM webhook_event',
      )
    )[0]?.count;

  it('with a wrong signature is refused with 401 and leaves nothing', async () => {
    await product.sync(IN_ORDER);
    const before = await events();
    const payload = { id: 5_000_000 };
    const { attempts } = await product.standin.sendWebhook(IN_ORDER, 'orders/updated', payload, {
      badSignature: true,
    });
    expect(attempts).toEqual([401]);
    expect(await events()).toBe(before);
  });

  it.each(['orders/create', 'app/uninstalled', 'shop/redact', 'customers/redact'])(
    '(%s) of a shop that never installed is answered with 200 and leaves nothing',
    async (topic) => {
      const before = await events();
      const { attempts } = await product.standin.sendWebhook('nobody.myshopify.com', topic, { id: 1 });
      expect(attempts).toEqual([200]);
      expect(await events()).toBe(before);
      expect(
        await queryAsOwner(
          product.database.ownerUrl,
          "SELECT 1 FROM shop WHERE domain = 'nobody.myshopify.com'",
        ),
      ).toEqual([]);
    },
  );

  it('whose process died between filing and enqueueing is done when Shopify delivers it again', async () => {
    const { shopId } = await product.sync(IN_ORDER);
    const id = 5_000_199;
    await product.standin.updateOrder(IN_ORDER, id, { total: '77.00', paid: '77.00' });
    const webhookId = randomUUID();
    const at = product.clock.now();
    await claimWebhook(
      product.database.db,
      shopId,
      { webhookId, topic: 'orders/updated', triggeredAt: at, receivedAt: at },
      [{ kind: 'order', sourceId: String(id) }],
    );
    const { attempts } = await product.standin.sendWebhook(IN_ORDER, 'orders/updated', { id }, { webhookId });
    expect(attempts).toEqual([200]);
    await product.quiet();
    const orders = await queryAsOwner(
      product.database.ownerUrl,
      'SELECT net_minor::int AS net FROM "order" WHERE shop_id = $1 AND source_id = $2',
      [shopId, String(id)],
    );
    expect(orders).toEqual([{ net: 7_700 }]);
  });

  it('of a deleted order removes it with its lines; of one that is still there it removes nothing', async () => {
    const { shopId } = await product.sync(IN_ORDER);
    const [gone, there] = [5_000_005, 5_000_006];
    product.standin.shop(IN_ORDER).state.orders.delete(gone);
    for (const id of [gone, there]) await product.standin.sendWebhook(IN_ORDER, 'orders/delete', { id });
    await product.quiet();
    const left = await queryAsOwner(
      product.database.ownerUrl,
      `SELECT o.source_id AS id, count(l.*)::int AS lines FROM "order" o
       LEFT JOIN order_line l ON l.shop_id = o.shop_id AND l.order_id = o.source_id
       WHERE o.shop_id = $1 AND o.source_id = ANY($2) GROUP BY 1`,
      [shopId, [String(gone), String(there)]],
    );
    expect(left).toEqual([{ id: String(there), lines: 2 }]);
    expect(
      await queryAsOwner(
        product.database.ownerUrl,
        'SELECT 1 FROM order_line WHERE shop_id = $1 AND order_id = $2',
        [shopId, String(gone)],
      ),
    ).toEqual([]);
  });
});
