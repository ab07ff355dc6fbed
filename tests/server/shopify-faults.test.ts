import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '~/connectors/contract';
import { bulkExportOrders } from '~/connectors/shopify/bulk-export-orders';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { readShop } from '~/connectors/shopify/read-shop';
import { createShopifyClient } from '~/connectors/shopify/client';
import { systemClock } from '~/domain/clock';
import { fetchVia } from '../standins/shopify/fetch-via';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { collect, connect, exchangeToken, plainShop, SHOP, startStandin } from './shopify-fixtures';

const ORDERS = 400;

async function failureOf(run: Promise<unknown>): Promise<ConnectorError> {
  try {
    await run;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('did not fail');
}

describe('Shopify at its worst', () => {
  let standin: ShopifyStandin;
  beforeEach(async () => {
    standin = await startStandin({ data: plainShop(ORDERS) });
  });
  afterEach(() => standin.close());

  it.each([
    [401, 'unauthorized'],
    [402, 'payment-required'],
    [403, 'forbidden'],
    [404, 'shop-gone'],
    [423, 'shop-gone'],
  ] as const)('ends the read on %d with %s and the sentence for the merchant', async (status, code) => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'status', on: 'graphql', status, times: 2 });
    expect(await failureOf(readShop(client))).toMatchObject({
      code,
      retryable: false,
      merchantMessage: `connector.${code}`,
    });
  });

  it('reads on through 429, 5xx, THROTTLED, internal errors and cut connections', async () => {
    const { client, waits } = await connect(standin);
    standin.faults.add({ kind: 'status', on: 'graphql', status: 429, retryAfterS: 2 });
    standin.faults.add({ kind: 'status', on: 'graphql', status: 503 });
    standin.faults.add({ kind: 'status', on: 'graphql', status: 500 });
    standin.faults.add({ kind: 'throttled', times: 3 });
    standin.faults.add({ kind: 'internal-error' });
    standin.faults.add({ kind: 'reset', on: 'graphql' });
    const { orders } = await collect(pageOrders(client));
    expect(orders).toHaveLength(ORDERS);
    expect(waits).toContain(2000);
    expect(standin.faults.size).toBe(0);
  });

  it('asks again when an answer does not come', async () => {
    const { client, events } = await connect(standin, { timeoutMs: 3000 });
    standin.faults.add({ kind: 'hang', on: 'graphql', operation: 'Shop' });
    expect(await readShop(client)).toMatchObject({ domain: SHOP });
    expect(events.map(({ outcome }) => outcome)[0]).toBe('unavailable');
  });

  it('gives up on an outage with unavailable, and reads all after it', async () => {
    const { client } = await connect(standin);
    standin.faults.outage = true;
    expect(await failureOf(collect(pageOrders(client)))).toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    standin.faults.outage = false;
    expect((await collect(pageOrders(client))).orders).toHaveLength(ORDERS);
  });

  it('fetches a truncated result again', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'truncated', share: 0.63 });
    expect((await collect(bulkExportOrders(client))).orders).toHaveLength(ORDERS);
  });

  it('hands over nothing of a result that stays truncated', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'truncated', times: 10 });
    const pages: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const page of bulkExportOrders(client)) pages.push(page);
      })(),
    );
    expect(failure).toMatchObject({ code: 'truncated', retryable: true });
    expect(pages).toEqual([]);
  });

  it('survives a download whose connection is cut', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'reset', on: 'bulk-result', times: 2 });
    expect((await collect(bulkExportOrders(client))).orders).toHaveLength(ORDERS);
  });

  it('exports anew when the result has expired', async () => {
    const { client } = await connect(standin);
    const started: string[] = [];
    standin.faults.add({ kind: 'expired-url', times: 3 });
    const pages = bulkExportOrders(client, { onStarted: (id) => void started.push(id) });
    expect((await collect(pages)).orders).toHaveLength(ORDERS);
    expect(started).toHaveLength(2);
  });

  it('gives up when no result can be had, with expired-url', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'expired-url', times: 20 });
    expect(await failureOf(collect(bulkExportOrders(client)))).toMatchObject({ code: 'expired-url' });
  });

  it('says that exports are refused, and the shop can be read page by page', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'bulk-refused' });
    expect(await failureOf(collect(bulkExportOrders(client)))).toMatchObject({ code: 'bulk-refused' });
    expect((await collect(pageOrders(client))).orders).toHaveLength(ORDERS);
  });

  it('says that an export failed, and does not use its partial result', async () => {
    const { client } = await connect(standin);
    standin.faults.add({ kind: 'bulk-failed', errorCode: 'TIMEOUT', after: 0.5 });
    const failure = await failureOf(collect(bulkExportOrders(client)));
    expect(failure).toMatchObject({ code: 'bulk-failed', retryable: true });
    expect(failure.message).toContain('TIMEOUT');
  });

  it('takes up an export that was running when the worker died, instead of starting another', async () => {
    const { client } = await connect(standin);
    let id = '';
    const dying = new AbortController();
    const first = bulkExportOrders(client, {
      onStarted: (started) => {
        id = started;
        dying.abort(new Error('killed'));
      },
      signal: dying.signal,
    });
    await expect(collect(first)).rejects.toThrow('killed');
    standin.requests.clear();
    const asOf: string[] = [];
    const onAsOf = (instant: string) => void asOf.push(instant);
    const { orders } = await collect(bulkExportOrders(client, { resumeOperationId: id, onAsOf }));
    expect(orders).toHaveLength(ORDERS);
    expect(asOf).toEqual(['2025-01-01T00:00:00Z']);
    const names = standin.requests.list().map(({ operationName }) => operationName);
    expect(names).not.toContain('BulkStart');
  });

  it('starts another export for one that Shopify has forgotten', async () => {
    const { client } = await connect(standin);
    const forgotten = 'gid://shopify/BulkOperation/1';
    const started: string[] = [];
    const onStarted = (id: string) => void started.push(id);
    const { orders } = await collect(bulkExportOrders(client, { resumeOperationId: forgotten, onStarted }));
    expect(orders).toHaveLength(ORDERS);
    expect(started).toHaveLength(1);
  });

  it('starts another export for one that failed after the crash', async () => {
    const { client } = await connect(standin);
    let failed = '';
    standin.faults.add({ kind: 'bulk-failed' });
    const first = collect(bulkExportOrders(client, { onStarted: (id) => void (failed = id) }));
    await expect(first).rejects.toMatchObject({ code: 'bulk-failed' });
    const { orders } = await collect(bulkExportOrders(client, { resumeOperationId: failed }));
    expect(orders).toHaveLength(ORDERS);
  });

  it('stops a long read at once when the job is ended', async () => {
    const { client } = await connect(standin);
    const stop = new AbortController();
    standin.requests.clear();
    const pages = pageOrders(client, { signal: stop.signal, pageSize: 10 });
    const read = async () => {
      for await (const page of pages) if (page.orders.length > 0) stop.abort(new Error('closing'));
    };
    await expect(read()).rejects.toThrow('closing');
    expect(standin.requests.list().filter((one) => one.operationName === 'OrdersPage')).toHaveLength(1);
  });
});

describe('a shop on the smallest bucket', () => {
  it('is read without a THROTTLED answer, because we wait before', async () => {
    // Five pages of 272 points each: the third would be refused if nobody waited.
    const throttle = { maximumAvailable: 600, restoreRate: 300 };
    const all = plainShop(590);
    const data = { ...all, orders: all.orders.filter(({ lines }) => lines.length <= 10) };
    const standin = await startStandin({ data, throttle });
    try {
      const { access_token: token } = await exchangeToken(standin);
      const outcomes: string[] = [];
      const client = createShopifyClient({
        shop: SHOP,
        accessToken: () => Promise.resolve(String(token)),
        fetch: fetchVia(standin),
        clock: systemClock,
        observe: ({ outcome }) => outcomes.push(outcome),
      });
      expect((await collect(pageOrders(client))).orders).toHaveLength(data.orders.length);
      expect(new Set(outcomes)).toEqual(new Set(['ok']));
    } finally {
      await standin.close();
    }
  });
});

describe('a merchant who granted less', () => {
  it('is told which scope is missing', async () => {
    const grantedScopes = ['read_orders', 'read_all_orders', 'read_products'];
    const standin = await startStandin({ data: plainShop(30), grantedScopes });
    try {
      const { client } = await connect(standin);
      expect(await failureOf(collect(pageOrders(client)))).toMatchObject({
        code: 'missing-scope',
        scopes: ['read_customers'],
        merchantMessage: 'connector.missing-scope',
      });
    } finally {
      await standin.close();
    }
  });

  it('gets the last 60 days without read_all_orders', async () => {
    const grantedScopes = ['read_orders', 'read_products', 'read_customers'];
    const now = Date.UTC(2024, 2, 31);
    const standin = await startStandin(
      { data: plainShop(90 * 24), grantedScopes },
      { clock: { now: () => new Date(now) } },
    );
    try {
      const { client } = await connect(standin);
      expect((await collect(bulkExportOrders(client))).orders).toHaveLength(60 * 24);
    } finally {
      await standin.close();
    }
  });
});
