import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listReceipts } from '~/data/privacy/compliance-receipts';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { order } from '../standins/shopify/small-shop';
import {
  customerRedactPayload,
  dataRequestPayload,
  shopRedactPayload,
  type Payload,
} from '../standins/shopify/webhook-payloads';
import { startProduct, type Product } from '../support/product';
import { queryAsOwner } from '../support/table-contents';

const NOW = '2026-03-02T11:00:00Z';
const SHOP = 'privacy.myshopify.com';
const ENDS = 'ends.myshopify.com';
const data = simulateShop({ seed: 9, endDay: isoDay('2026-03-01'), months: 12, customers: 120 });
const buyers = [...new Set(data.orders.flatMap(({ customerId }) => customerId ?? []))];
const [ASKS, GOES, NAMELESS] = buyers as [number, number, number];
/** Nobody has seen this one when the request comes. */
const UNSEEN = 77_000_001;

let product: Product;
let shopId: string;
beforeAll(async () => {
  product = await startProduct({ shops: [SHOP, ENDS].map((domain) => ({ domain, data })), now: NOW });
  await product.startWorker();
  ({ shopId } = await product.sync(SHOP));
});
afterAll(() => product.close());

const state = (domain = SHOP) => product.standin.shop(domain).state;
const receipts = (id = shopId) => listReceipts(product.database.db, id, { limit: 50 });
/** Delivered twice, as Shopify may. */
async function request(topic: string, payload: Payload, domain = SHOP) {
  const webhookId = randomUUID();
  const { attempts } = await product.standin.sendWebhook(domain, topic, payload, {
    webhookId,
    duplicates: 1,
  });
  expect(attempts).toEqual([200, 200]);
  await product.quiet();
  return webhookId;
}
const receiptOf = async (webhookId: string, id = shopId) => {
  const found = (await receipts(id)).filter((receipt) => receipt.webhookId === webhookId);
  expect(found).toHaveLength(1);
  return found[0];
};
/** Where in the shop's tables a customer's id still stands. */
async function traces(customerId: number): Promise<Record<string, number>> {
  const rows = await queryAsOwner<{ place: string; count: number }>(
    product.database.ownerUrl,
    `SELECT 'customer' AS place, count(*)::int FROM customer WHERE shop_id = $1 AND source_id = $2
     UNION ALL SELECT 'order', count(*)::int FROM "order" WHERE shop_id = $1 AND customer_id = $2
     UNION ALL SELECT 'prediction', count(*)::int FROM customer_prediction WHERE shop_id = $1 AND customer_id = $2
     UNION ALL SELECT 'forecast', count(*)::int FROM forecast_entry WHERE shop_id = $1 AND customer_id = $2
     UNION ALL SELECT 'change', count(*)::int FROM pending_change WHERE shop_id = $1 AND source_id = $2`,
    [shopId, String(customerId)],
  );
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
}
const NO_TRACE = { customer: 0, order: 0, prediction: 0, forecast: 0, change: 0 };
const storedOrders = async () => (await product.timon.readConnections(shopId)).shopify.orders;

describe('customers/data_request', () => {
  it('leaves one receipt with all that is held of the customer, however often it comes', async () => {
    const webhookId = await request('customers/data_request', dataRequestPayload(state(), ASKS));
    const receipt = await receiptOf(webhookId);
    const own = data.orders.filter(({ customerId }) => customerId === ASKS);
    expect(receipt).toMatchObject({
      topic: 'customers/data_request',
      outcome: { orders: own.length, customer: 1 },
      report: { customer: { sourceId: String(ASKS) }, prediction: { customerId: String(ASKS) } },
    });
    expect(receipt?.completedAt).not.toBeNull();
    const { orders } = receipt?.report as { orders: { sourceId: string }[] };
    expect(orders.map(({ sourceId }) => Number(sourceId)).sort()).toEqual(own.map(({ id }) => id).sort());
  });
});

describe('customers/redact', () => {
  it('erases the person, keeps the sales, and no import brings the person back', async () => {
    const before = await storedOrders();
    const own = data.orders.filter(({ customerId }) => customerId === GOES);
    const webhookId = await request('customers/redact', customerRedactPayload(state(), GOES));
    expect(await receiptOf(webhookId)).toMatchObject({
      report: null,
      outcome: { customers: 1, predictions: 1, forecastEntries: 1, ordersUnlinked: own.length },
    });
    expect(JSON.stringify(await receiptOf(webhookId))).not.toContain(`"${GOES}"`);
    expect(await traces(GOES)).toEqual(NO_TRACE);
    // By webhook, by the read of changes, and by reading everything again.
    await product.standin.updateOrder(
      SHOP,
      own[0]?.id ?? 0,
      { total: '99.00', paid: '99.00' },
      { notify: true },
    );
    await product.quiet();
    await product.recalculate({ shopId });
    await queryAsOwner(
      product.database.ownerUrl,
      'UPDATE connection SET cursor_updated_at = NULL WHERE shop_id = $1',
      [shopId],
    );
    await product.recalculate({ shopId });
    expect(await traces(GOES)).toEqual(NO_TRACE);
    expect(await storedOrders()).toBe(before);
  });

  it('of a customer we have not seen yet keeps them out when their orders come', async () => {
    const customer = { id: UNSEEN, firstName: 'A', lastName: 'B', email: 'ab@example.com', createdAt: NOW };
    await product.standin.addCustomer(SHOP, customer);
    const webhookId = await request('customers/redact', customerRedactPayload(state(), UNSEEN));
    expect(await receiptOf(webhookId)).toMatchObject({ outcome: { customers: 0, ordersUnlinked: 0 } });
    const before = await storedOrders();
    await product.standin.addOrder(SHOP, order(8_000_001, NOW, { customerId: UNSEEN }), { notify: true });
    await product.quiet();
    await product.recalculate({ shopId });
    expect(await storedOrders()).toBe(before + 1);
    expect(await traces(UNSEEN)).toEqual(NO_TRACE);
  });

  it('that names only orders finds the customer by them', async () => {
    const payload = { ...customerRedactPayload(state(), NAMELESS), customer: null };
    const webhookId = await request('customers/redact', payload);
    expect(await receiptOf(webhookId)).toMatchObject({ outcome: { customers: 1 } });
    expect(await traces(NAMELESS)).toEqual(NO_TRACE);
    const guests = { shop_id: 1, shop_domain: SHOP, customer: null, orders_to_redact: [8_000_999] };
    expect(await receiptOf(await request('customers/redact', guests))).toMatchObject({
      outcome: { customers: 0 },
    });
  });

  it('empties the report of an earlier data request', async () => {
    const asked = await request('customers/data_request', dataRequestPayload(state(), ASKS));
    await request('customers/redact', customerRedactPayload(state(), ASKS));
    expect(await receiptOf(asked)).toMatchObject({ report: null, outcome: { customer: 1 } });
  });
});

describe('shop/redact', () => {
  it('erases everything of the shop but receipts and the audit log, and nothing of another shop', async () => {
    const { shopId: ends } = await product.sync(ENDS);
    await request('customers/data_request', dataRequestPayload(state(ENDS), ASKS), ENDS);
    await product.standin.uninstall(ENDS, { notify: true });
    const payload = shopRedactPayload(state(ENDS));
    const webhookId = await request('shop/redact', payload, ENDS);
    const other = await storedOrders();

    const tables = await queryAsOwner<{ name: string }>(
      product.database.ownerUrl,
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'shop_id' ORDER BY 1`,
    );
    const left = [];
    for (const { name } of tables) {
      const rows = await queryAsOwner(
        product.database.ownerUrl,
        `SELECT 1 FROM "${name}" WHERE shop_id = $1`,
        [ends],
      );
      if (rows.length > 0) left.push(name);
    }
    // A redelivery of the request itself is noted again.
    expect(left.filter((name) => name !== 'webhook_event')).toEqual(['audit_log', 'compliance_receipt']);
    const kept = await receipts(ends);
    expect(kept).toHaveLength(2);
    for (const receipt of kept) expect(receipt).toMatchObject({ report: null });
    const receipt = await receiptOf(webhookId, ends);
    expect(receipt?.outcome).toMatchObject({ order: data.orders.length });
    // Once more, days later: the receipt stays as it was.
    await product.standin.sendWebhook(ENDS, 'shop/redact', payload, { webhookId });
    await product.quiet();
    expect(await receiptOf(webhookId, ends)).toEqual(receipt);
    expect(await storedOrders()).toBe(other);
  });

  it('is no obstacle to coming back: everything is read anew', async () => {
    product.standin.install(ENDS);
    const { shopId: back } = await product.sync(ENDS);
    expect(await product.timon.readDashboard(back)).toMatchObject({ state: 'ready' });
    expect((await product.timon.readConnections(back)).shopify.orders).toBe(data.orders.length);
  });
});
