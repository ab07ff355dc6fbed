import { describe, expect, it } from 'vitest';
import type { Clock } from '~/domain/clock';
import { ConnectorError } from '../contract';
import { createShopifyClient, type ShopifyClientOptions, type ShopifyRequestEvent } from './client';
import { readGrantedScopes, readShop } from './read-shop';

type Answer = (request: { readonly token: string | null }) => Response | Promise<Response>;

const shopData = {
  shop: {
    id: 'gid://shopify/Shop/1',
    name: 'Demo',
    myshopifyDomain: 'demo.myshopify.com',
    currencyCode: 'EUR',
    ianaTimezone: 'Europe/Madrid',
    createdAt: '2020-01-01T00:00:00Z',
  },
};

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

function cost(requested: number, available: number) {
  const throttleStatus = { maximumAvailable: 1000, currentlyAvailable: available, restoreRate: 50 };
  return { cost: { requestedQueryCost: requested, actualQueryCost: requested, throttleStatus } };
}

const fine: Answer = () => json({ data: shopData, extensions: cost(10, 990) });
const failing =
  (status: number, headers: Record<string, string> = {}): Answer =>
  () =>
    json({ errors: 'no' }, status, headers);

/** A client on scripted answers and a clock that moves only by its own waits. */
function scripted(answers: readonly Answer[], options: Partial<ShopifyClientOptions> = {}) {
  let now = Date.UTC(2026, 0, 1);
  const clock: Clock = { now: () => new Date(now) };
  const waits: number[] = [];
  const events: ShopifyRequestEvent[] = [];
  const requests: Request[] = [];
  const client = createShopifyClient({
    shop: 'demo.myshopify.com',
    accessToken: () => Promise.resolve('token'),
    clock,
    random: () => 0,
    sleep: (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      const answer = answers[requests.length - 1];
      if (!answer) throw new Error('no answer left');
      return answer({ token: request.headers.get('x-shopify-access-token') });
    },
    observe: (event) => events.push(event),
    ...options,
  });
  return { client, waits, events, requests };
}

async function failureOf(run: Promise<unknown>): Promise<ConnectorError> {
  try {
    await run;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('did not fail');
}

describe('createShopifyClient', () => {
  it('asks the Admin API of the shop, version 2026-10, with the token in its header', async () => {
    const { client, requests, events } = scripted([fine]);
    expect(await readShop(client)).toMatchObject({ currency: 'EUR', timeZone: 'Europe/Madrid' });
    expect(requests[0]?.url).toBe('https://demo.myshopify.com/admin/api/2026-10/graphql.json');
    expect(requests[0]?.headers.get('x-shopify-access-token')).toBe('token');
    expect(requests[0]?.redirect).toBe('manual');
    expect(events).toMatchObject([{ operation: 'Shop', outcome: 'ok', requestedCost: 10 }]);
  });

  it.each(['evil.example', 'demo.myshopify.com.evil.example', 'demo.myshopify.com/x', 'DEMO@x'])(
    'does not hand the token to %s',
    (shop) => {
      expect(() => scripted([], { shop })).toThrow('not a shop domain');
    },
  );

  it.each([
    [401, 'unauthorized'],
    [402, 'payment-required'],
    [403, 'forbidden'],
    [404, 'shop-gone'],
    [423, 'shop-gone'],
    [301, 'invalid-response'],
    [400, 'invalid-response'],
  ] as const)('calls status %d %s, without trying again', async (status, code) => {
    const { client, waits } = scripted([failing(status)]);
    const failure = await failureOf(readShop(client));
    expect(failure).toMatchObject({ code, retryable: false, merchantMessage: `connector.${code}` });
    expect(waits).toEqual([]);
  });

  it('waits the seconds of Retry-After on 429: seconds, not milliseconds', async () => {
    const { client, waits } = scripted([failing(429, { 'retry-after': '2.0' }), fine]);
    await readShop(client);
    expect(waits).toEqual([2000]);
  });

  it('backs off on 5xx with doubling waits and gives up after five tries', async () => {
    const { client, waits, events } = scripted(Array.from({ length: 5 }, () => failing(503)));
    expect(await failureOf(readShop(client))).toMatchObject({ code: 'unavailable', retryable: true });
    expect(waits).toEqual([250, 500, 1000, 2000]);
    expect(events.map(({ outcome }) => outcome)).toEqual(Array(5).fill('unavailable'));
  });

  it('tries again when the connection breaks, before the answer and within it', async () => {
    const broken: Answer = () => Promise.reject(new TypeError('fetch failed'));
    const cut: Answer = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"data":'));
            controller.error(new TypeError('terminated'));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    const { client, waits } = scripted([broken, cut, fine]);
    expect(await readShop(client)).toMatchObject({ name: 'Demo' });
    expect(waits).toEqual([250, 500]);
  });

  it('waits until the bucket holds what a THROTTLED query asked for', async () => {
    const throttled: Answer = () =>
      json({
        errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
        extensions: cost(500, 100),
      });
    const { client, waits } = scripted([throttled, fine]);
    await readShop(client);
    // 400 points are missing, 50 come back a second.
    expect(waits[0]).toBe(8000);
  });

  it('waits beforehand rather than be refused, once it knows what a query costs', async () => {
    const dear: Answer = () => json({ data: shopData, extensions: cost(400, 300) });
    const { client, waits, events } = scripted([dear, fine]);
    await readShop(client);
    await readShop(client);
    expect(waits).toEqual([2000]);
    expect(events[1]).toMatchObject({ waitedMs: 2000, outcome: 'ok' });
  });

  it('counts queries that are sent at once against the same bucket', async () => {
    const dear: Answer = () => json({ data: shopData, extensions: cost(400, 500) });
    const { client, waits } = scripted([dear, dear, dear]);
    await readShop(client);
    await Promise.all([readShop(client), readShop(client)]);
    // 500 - 400 leaves 100; the second lacks 300, at 50 a second.
    expect(waits).toEqual([6000]);
  });

  it('names the missing scope when a field is denied, even when other data came along', async () => {
    const denied: Answer = () =>
      json({
        data: shopData,
        errors: [
          {
            message: 'Access denied for customer field. Required access: `read_customers` access scope.',
            path: ['orders', 'nodes', 0, 'customer'],
            extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_customers` access scope.' },
          },
        ],
      });
    const failure = await failureOf(readShop(scripted([denied]).client));
    expect(failure).toMatchObject({ code: 'missing-scope', scopes: ['read_customers'] });
    expect(failure.message).toContain('orders.nodes.0.customer');
  });

  it.each([
    [[{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }], 'unavailable', 5],
    [[{ message: 'Too dear', extensions: { code: 'MAX_COST_EXCEEDED' } }], 'too-costly', 1],
    [[{ message: 'Inactive', extensions: { code: 'SHOP_INACTIVE' } }], 'shop-gone', 1],
    [[{ message: "Field 'x' doesn't exist" }], 'invalid-response', 1],
    // As in Shopify's example of protected customer data: without a code.
    [[{ message: 'This app is not approved to access the Customer object. See https://…' }], 'forbidden', 1],
    ['not a list', 'invalid-response', 1],
  ])('calls the errors %j %s', async (errors, code, requests) => {
    const answers = Array.from({ length: requests }, (): Answer => () => json({ errors }));
    const run = scripted(answers);
    expect(await failureOf(readShop(run.client))).toMatchObject({ code });
    expect(run.requests).toHaveLength(requests);
  });

  it.each([
    ['a page of HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['JSON that is cut', () => new Response('{"da', { headers: { 'content-type': 'application/json' } })],
    ['an answer of another shape', () => json({ data: { shop: { name: 'Demo' } } })],
    ['no data', () => json({ data: null })],
  ])('calls %s an invalid response', async (_what, answer) => {
    expect(await failureOf(readShop(scripted([answer]).client))).toMatchObject({ code: 'invalid-response' });
  });

  it('asks once more for the token when one is refused: another process may have replaced it', async () => {
    const asked: (string | undefined)[] = [];
    const byToken: Answer = ({ token }) =>
      token === 'new' ? json({ data: shopData }) : failing(401)({ token });
    const { client } = scripted([byToken, byToken], {
      accessToken: (refused) => {
        asked.push(refused);
        return Promise.resolve(refused === undefined ? 'old' : 'new');
      },
    });
    expect(await readShop(client)).toMatchObject({ name: 'Demo' });
    expect(asked).toEqual([undefined, 'old']);
  });

  it('stops at once when the signal is aborted, with its reason', async () => {
    const stop = new AbortController();
    const { client } = scripted([
      () => {
        stop.abort(new Error('the worker is closing'));
        return failing(503)({ token: null });
      },
    ]);
    await expect(readShop(client, stop.signal)).rejects.toThrow('the worker is closing');
  });

  it('writes no token into an error', async () => {
    const failure = await failureOf(
      readShop(scripted([failing(403)], { accessToken: () => Promise.resolve('shpat_secret') }).client),
    );
    expect(`${failure.message} ${JSON.stringify(failure)} ${String(failure.cause)}`).not.toContain(
      'shpat_secret',
    );
  });
});

describe('readGrantedScopes', () => {
  it('lists the handles in order', async () => {
    const accessScopes = [{ handle: 'read_products' }, { handle: 'read_all_orders' }];
    const { client } = scripted([() => json({ data: { currentAppInstallation: { accessScopes } } })]);
    expect(await readGrantedScopes(client)).toEqual(['read_all_orders', 'read_products']);
  });
});
