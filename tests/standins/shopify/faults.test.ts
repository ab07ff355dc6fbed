import { afterEach, describe, expect, test } from 'vitest';
import { fetchVia } from './fetch-via';
import type { ShopifyStandin } from './shopify-standin';
import { SHOP, startSmall } from './small-shop';
import { exchangeToken, graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const QUERY = 'query ShopName { shop { name } }';

describe('faults on order', () => {
  test.each([401, 402, 403, 404, 423, 429, 500, 502, 503])(
    'status %i comes once, then all is well',
    async (status) => {
      standin = await startSmall();
      const token = await offlineToken(standin);
      standin.faults.add({ kind: 'status', on: 'graphql', status });
      const failed = await graphql(standin, token, QUERY);
      expect(failed.status).toBe(status);
      expect(failed.headers.get('retry-after')).toBe(status === 429 ? '2.0' : null);
      expect((await graphql(standin, token, QUERY)).status).toBe(200);
    },
  );

  test('a fault may wait for one operation and hit it several times', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    standin.faults.add({ kind: 'throttled', operation: 'ShopName', times: 2 });
    expect((await graphql(standin, token, '{ shop { id } }')).body.errors).toBeUndefined();
    for (const attempt of [1, 2]) {
      expect((await graphql(standin, token, QUERY)).body.errors, `attempt ${attempt}`).toMatchObject([
        { message: 'Throttled', extensions: { code: 'THROTTLED' } },
      ]);
    }
    expect((await graphql(standin, token, QUERY)).body.data).toEqual({ shop: { name: 'Small Shop' } });
    expect(standin.faults.size).toBe(0);
  });

  test('token requests, cut connections, hanging requests and internal errors', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    standin.faults.add({ kind: 'status', on: 'token', status: 503 });
    expect((await exchangeToken(standin)).status).toBe(503);
    standin.faults.add({ kind: 'reset', on: 'graphql' });
    await expect(graphql(standin, token, QUERY)).rejects.toThrow('fetch failed');
    standin.faults.add({ kind: 'internal-error' });
    expect((await graphql(standin, token, QUERY)).body.errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    standin.faults.add({ kind: 'hang', on: 'graphql' });
    const hanging = fetchVia(standin)(`https://${SHOP}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': token },
      body: JSON.stringify({ query: QUERY }),
      signal: AbortSignal.timeout(100),
    });
    await expect(hanging).rejects.toThrow(/timeout/);
  });

  test('an outage cuts every request until it is over', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    standin.faults.outage = true;
    await expect(graphql(standin, token, QUERY)).rejects.toThrow('fetch failed');
    await expect(exchangeToken(standin)).rejects.toThrow('fetch failed');
    standin.faults.outage = false;
    expect((await graphql(standin, token, QUERY)).status).toBe(200);
  });
});

describe('the edges', () => {
  test('every host but the shops and the storage is refused', async () => {
    standin = await startSmall();
    await expect(fetchVia(standin)('https://example.com/')).rejects.toThrow('refused: https://example.com');
    await expect(fetchVia(standin)('https://other.myshopify.com/')).rejects.toThrow('refused');
  });

  test('requests are logged with operation, cost and status, without tokens', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    await graphql(standin, token, QUERY);
    expect(standin.requests.list()).toMatchObject([
      { kind: 'token', shop: SHOP, status: 200 },
      { kind: 'graphql', shop: SHOP, operationName: 'ShopName', requestedCost: 1, status: 200 },
    ]);
    expect(JSON.stringify(standin.requests.list())).not.toContain(token);
  });

  test('the control interface works over HTTP, also during an outage', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const control = async (path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
      const response = await fetch(`${standin.url}/__standin/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    };
    expect((await control('outage', { on: true })).status).toBe(200);
    await expect(graphql(standin, token, QUERY)).rejects.toThrow('fetch failed');
    expect((await control('outage', { on: false })).status).toBe(200);
    expect((await control('faults', { kind: 'status', on: 'graphql', status: 402 })).status).toBe(200);
    expect((await graphql(standin, token, QUERY)).body.errors).toBe('Unavailable Shop');
    expect((await control('faults', { kind: 'no such fault' })).status).toBe(400);
    expect((await control('orders/refund', { shop: SHOP, orderId: 101, amount: '3.00' })).status).toBe(200);
    const query = '{ order(id: "gid://shopify/Order/101") { displayFinancialStatus updatedAt } }';
    expect((await graphql(standin, token, query)).body.data).toEqual({
      order: { displayFinancialStatus: 'PARTIALLY_REFUNDED', updatedAt: '2026-11-01T12:00:00Z' },
    });
    expect((await control('requests')).body).toEqual(standin.requests.list());
  });
});
