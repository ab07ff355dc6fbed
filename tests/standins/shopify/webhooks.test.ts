import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBody } from './http-exchange';
import type { ShopifyStandin } from './shopify-standin';
import { APP, order, SHOP, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let standin: ShopifyStandin;
let app: Server;
let received: Received[];
let statuses: number[];

beforeEach(async () => {
  received = [];
  statuses = [];
  app = createServer((request, response) => {
    void readBody(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const { port } = app.address() as AddressInfo;
  const webhooks = { appUrl: `http://127.0.0.1:${port}`, retryDelaysMs: [1, 1, 1] };
  standin = await startSmall({}, { webhooks });
});
afterEach(async () => {
  await standin.close();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

function signed(body: string): string {
  return createHmac('sha256', APP.apiSecret).update(body).digest('base64');
}

describe('webhooks', () => {
  test('carry the headers that the library checks and the HMAC of the raw body', async () => {
    const delivery = await standin.sendWebhook(SHOP, 'orders/create', { id: 1, note: 'ñ' });
    expect(delivery).toMatchObject({ attempts: [200], delivered: true });
    const [one] = received;
    expect(one?.path).toBe('/webhooks/orders/create');
    expect(one?.headers).toMatchObject({
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': delivery.webhookId,
      'x-shopify-hmac-sha256': signed(one?.body ?? ''),
    });
    expect(one?.headers['x-shopify-event-id']).toBeDefined();
    expect(Date.parse(String(one?.headers['x-shopify-triggered-at']))).not.toBeNaN();
  });

  test('a bad signature does not match', async () => {
    await standin.sendWebhook(SHOP, 'orders/create', { id: 1 }, { badSignature: true });
    expect(received[0]?.headers['x-shopify-hmac-sha256']).not.toBe(signed(received[0]?.body ?? ''));
  });

  test('are repeated with the same id until the app answers 2xx', async () => {
    statuses = [500, 503];
    const delivery = await standin.sendWebhook(SHOP, 'orders/updated', { id: 1 });
    expect(delivery).toMatchObject({ attempts: [500, 503, 200], delivered: true });
    expect(new Set(received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  });

  test('are given up after the last retry', async () => {
    statuses = [500, 500, 500, 500, 500];
    expect(await standin.sendWebhook(SHOP, 'orders/updated', { id: 1 })).toMatchObject({
      attempts: [500, 500, 500, 500],
      delivered: false,
    });
  });

  test('come duplicated and in a disorder that the seed fixes', async () => {
    const messages = Array.from({ length: 20 }, (_, id) => ({
      shop: SHOP,
      topic: 'orders/updated',
      payload: { id },
    }));
    await standin.webhooks.sendAll(messages, { seed: 7, duplicates: 1, concurrency: 1 });
    const ids = received.map(({ body }) => (JSON.parse(body) as { id: number }).id);
    expect(ids).toHaveLength(40);
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index >> 1));
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b));
  });

  test('tell what a code took off an order', async () => {
    standin.shop(SHOP).discounts.create({
      basicCodeDiscount: {
        code: 'BACK10',
        title: 'Come back',
        startsAt: '2026-10-01T00:00:00Z',
        customerGets: { value: { percentage: 0.1 }, items: { all: true } },
        context: { all: 'ALL' },
      },
    });
    const basket = { customerId: 1, subtotal: '30.00', code: 'back10' };
    await standin.placeOrder(SHOP, basket, { notify: true });
    const bodies = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies).toMatchObject([
      {
        total_price: '27.00',
        total_discounts: '3.00',
        current_total_discounts: '3.00',
        discount_codes: [{ code: 'BACK10', amount: '3.00', type: 'percentage' }],
        line_items: [{ price: '30.00' }],
      },
    ]);
  });

  test('follow what happens in the shop', async () => {
    const notify = { notify: true };
    await standin.addOrder(SHOP, order(105, '2026-11-01T11:00:00Z'), notify);
    await standin.updateOrder(SHOP, 105, { test: true }, notify);
    await standin.refundOrder(SHOP, 105, '5.00', notify);
    await standin.cancelOrder(SHOP, 105, notify);
    const newcomer = {
      id: 3,
      firstName: 'Zoé',
      lastName: 'Ü',
      email: 'z@small.example',
      createdAt: '2026-11-01T10:00:00Z',
    };
    await standin.addCustomer(SHOP, newcomer, notify);
    await standin.updateCustomer(SHOP, { ...newcomer, lastName: 'Öz' }, notify);
    await standin.deleteCustomer(SHOP, 2, notify);
    await standin.setScopes(SHOP, ['read_orders'], notify);
    await standin.uninstall(SHOP, notify);
    expect(received.map(({ headers }) => headers['x-shopify-topic'])).toEqual([
      'orders/create',
      'orders/updated',
      'refunds/create',
      'orders/updated',
      'refunds/create',
      'orders/cancelled',
      'orders/updated',
      'customers/create',
      'customers/update',
      'customers/delete',
      'app/scopes_update',
      'app/uninstalled',
    ]);
    const bodies = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies[0]).toMatchObject({
      id: 105,
      admin_graphql_api_id: 'gid://shopify/Order/105',
      created_at: '2026-11-01T12:00:00+01:00',
      total_price: '20.00',
      financial_status: 'paid',
      customer: { id: 1, email: 'ana@small.example' },
      line_items: [{ title: 'Tea' }, { title: 'Cup', quantity: 2, price: '3.75' }],
    });
    expect(bodies[2]).toMatchObject({ order_id: 105, transactions: [{ kind: 'refund', amount: '5.00' }] });
    expect(bodies[4]).toMatchObject({ transactions: [{ amount: '15.00' }] });
    expect(bodies[5]).toMatchObject({
      cancelled_at: '2026-11-01T13:00:00+01:00',
      financial_status: 'refunded',
    });
    expect(bodies[8]).toMatchObject({ id: 3, last_name: 'Öz' });
    expect(bodies[10]).toMatchObject({ current: ['read_orders'] });
  });

  test('the privacy topics have the documented payloads', async () => {
    for (const topic of ['customers/data_request', 'customers/redact', 'shop/redact']) {
      const body = JSON.stringify({ shop: SHOP, topic, customerId: 2 });
      const response = await fetch(`${standin.url}/__standin/compliance`, { method: 'POST', body });
      expect(response.status).toBe(200);
    }
    const shop = { shop_domain: SHOP };
    const customer = { id: 2, email: 'bo@small.example' };
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { ...shop, customer, orders_requested: [102], data_request: {} },
      { ...shop, customer, orders_to_redact: [102] },
      shop,
    ]);
  });

  test('a bulk operation that ends sends one only to who subscribed', async () => {
    const token = await offlineToken(standin);
    const bulk =
      'mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") { bulkOperation { id } } }';
    const ended = '{ bulkOperations(first: 5, query: "status:completed") { nodes { id } } }';
    await graphql(standin, token, bulk);
    await expect
      .poll(async () => (await graphql(standin, token, ended)).body.data)
      .toMatchObject({ bulkOperations: { nodes: [{}] } });
    expect(received).toEqual([]);
    const subscribe = `mutation { webhookSubscriptionCreate(topic: BULK_OPERATIONS_FINISH,
      webhookSubscription: { uri: "https://app.example/webhooks" }) { webhookSubscription { topic uri } userErrors { message } } }`;
    expect((await graphql(standin, token, subscribe)).body.data).toMatchObject({
      webhookSubscriptionCreate: { webhookSubscription: { topic: 'BULK_OPERATIONS_FINISH' }, userErrors: [] },
    });
    await graphql(standin, token, bulk);
    await expect.poll(() => received.map(({ path }) => path)).toEqual(['/webhooks/bulk_operations/finish']);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ status: 'completed', type: 'query' });
  });
});
