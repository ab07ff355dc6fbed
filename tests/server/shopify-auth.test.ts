import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryLock, createMemorySessionStore } from '~/auth/memory-session-store';
import { createOfflineTokens, offlineSessionId } from '~/auth/offline-tokens';
import { createSessionStorage } from '~/auth/session-storage';
import { createTokenCipher } from '~/auth/token-cipher';
import { createShopifyClient } from '~/connectors/shopify/client';
import { APP_SCOPES } from '~/connectors/shopify/scopes';
import { readShop } from '~/connectors/shopify/read-shop';
import { parseWebhook, type ShopifyWebhook } from '~/connectors/shopify/webhook';
import { type Clock, systemClock } from '~/domain/clock';
import { createShopify } from '~/shopify.server';
import { fetchVia } from '../standins/shopify/fetch-via';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { API_KEY, API_SECRET, plainShop, SHOP, startStandin } from './shopify-fixtures';

const APP_URL = 'https://timon.example';

function setUp(standin: ShopifyStandin) {
  let aheadMs = 0;
  const clock: Clock = { now: () => new Date(Date.now() + aheadMs) };
  const store = createMemorySessionStore();
  const withLock = createMemoryLock();
  const keys = new Map([['k1', new Uint8Array(randomBytes(32))]]);
  const cipher = createTokenCipher({ currentKeyId: 'k1', keys });
  const doFetch = fetchVia(standin);
  setAbstractFetchFunc(doFetch);
  const process = () =>
    createOfflineTokens({
      apiKey: API_KEY,
      apiSecret: API_SECRET,
      store,
      cipher,
      withLock,
      fetch: doFetch,
      clock,
    });
  const tokens = process();
  const installed: { shop: string; scopes: readonly string[] }[] = [];
  const shopify = createShopify({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: APP_URL,
    scopes: APP_SCOPES,
    sessionStorage: createSessionStorage({ store, cipher, tokens, withLock }),
    afterAuth: (install) => {
      installed.push(install);
      return Promise.resolve();
    },
    log: () => undefined,
  });
  const clientOf = (source: typeof tokens) =>
    createShopifyClient({
      shop: SHOP,
      accessToken: (refused) => source.accessTokenFor(SHOP, refused),
      fetch: doFetch,
      clock: systemClock,
    });
  const passTime = (minutes: number) => void (aheadMs += minutes * 60_000);
  return { shopify, passTime, store, tokens, installed, process, clientOf };
}

/** A request of the embedded app's page, as a browser in the Shopify admin sends it. */
function pageRequest(standin: ShopifyStandin, token = standin.mintSessionToken(SHOP)): Request {
  return new Request(`${APP_URL}/app`, {
    headers: { Authorization: `Bearer ${token}`, 'User-Agent': 'Mozilla/5.0 Firefox/140.0' },
  });
}

const tokenRequests = (standin: ShopifyStandin) =>
  standin.requests.list().filter(({ kind }) => kind === 'token');

describe('a shop that installs the app', () => {
  let standin: ShopifyStandin;
  beforeEach(async () => {
    standin = await startStandin({ data: plainShop(5) });
  });
  afterEach(() => standin.close());

  it('is let in by its session token, which is exchanged once for an expiring offline token', async () => {
    const { shopify, installed, store, tokens, clientOf } = setUp(standin);
    const { session } = await shopify.authenticate.admin(pageRequest(standin));
    expect(session).toMatchObject({ shop: SHOP, isOnline: false });
    expect(installed).toEqual([{ shop: SHOP, scopes: expect.arrayContaining(['read_orders']) as string[] }]);
    await shopify.authenticate.admin(pageRequest(standin));
    expect(tokenRequests(standin)).toHaveLength(1);
    expect([...store.sessions.keys()]).toEqual([offlineSessionId(SHOP)]);
    expect(await readShop(clientOf(tokens))).toMatchObject({ domain: SHOP });
  });

  it.each([
    ['signed by another app', (s: ShopifyStandin) => `${s.mintSessionToken(SHOP).slice(0, -4)}AAAA`],
    ['of yesterday', (s: ShopifyStandin) => s.mintSessionToken(SHOP, {}, { exp: 1, nbf: 0 })],
    ['for another app', (s: ShopifyStandin) => s.mintSessionToken(SHOP, {}, { aud: 'other' })],
  ])('is not let in by a session token %s', async (_what, forge) => {
    const { shopify, store } = setUp(standin);
    const refused = await shopify.authenticate
      .admin(pageRequest(standin, forge(standin)))
      .then(() => null)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(401);
    expect(store.sessions.size).toBe(0);
  });

  it('is still read when its access token has run out, after one refresh among many readers', async () => {
    const { shopify, process, clientOf } = setUp(standin);
    await shopify.authenticate.admin(pageRequest(standin));
    // An hour passes at Shopify; our copy says that it is good: the 401 is what tells us.
    standin.expireAccessTokens(SHOP);
    standin.requests.clear();
    const readers = Array.from({ length: 20 }, () => clientOf(process())).map((client) => readShop(client));
    expect(await Promise.all(readers)).toHaveLength(20);
    expect(tokenRequests(standin)).toHaveLength(1);
  });

  it('has to open the app again when the refresh token is dead too, and then works as before', async () => {
    const { shopify, tokens, clientOf } = setUp(standin);
    await shopify.authenticate.admin(pageRequest(standin));
    await standin.uninstall(SHOP);
    const refused = await readShop(clientOf(tokens)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'unauthorized', merchantMessage: 'connector.unauthorized' });
  });

  it('survives a token endpoint that is away for a moment', async () => {
    const { shopify, tokens, clientOf } = setUp(standin);
    await shopify.authenticate.admin(pageRequest(standin));
    standin.expireAccessTokens(SHOP);
    standin.faults.add({ kind: 'reset', on: 'token' });
    standin.faults.add({ kind: 'status', on: 'token', status: 503 });
    expect(await readShop(clientOf(tokens))).toMatchObject({ domain: SHOP });
  });
});

describe('a token near its end', () => {
  it('is renewed once by whoever comes first, ten workers or the page, and not exchanged beside that', async () => {
    const standin = await startStandin({ data: plainShop(5) });
    try {
      const { shopify, process, installed, passTime } = setUp(standin);
      await shopify.authenticate.admin(pageRequest(standin));
      passTime(56);
      standin.requests.clear();
      const [page, ...tokens] = await Promise.all([
        shopify.authenticate.admin(pageRequest(standin)),
        ...Array.from({ length: 10 }, () => process().accessTokenFor(SHOP)),
      ]);
      expect(new Set(tokens)).toEqual(new Set([page.session.accessToken]));
      expect(tokenRequests(standin)).toHaveLength(1);
      expect(installed).toHaveLength(1);
    } finally {
      await standin.close();
    }
  });
});

describe('webhooks from Shopify', () => {
  it('are let in by their signature, in any number and without a session, and say what changed', async () => {
    const standin = await startStandin({ data: plainShop(5) });
    const { shopify, store } = setUp(standin);
    const received: ShopifyWebhook[] = [];
    const app = await listen(async (request) => {
      received.push(parseWebhook(await shopify.authenticate.webhook(request)));
      return new Response();
    });
    try {
      standin.webhooks.setTarget({ appUrl: app.url, retryDelaysMs: [] });
      await standin.refundOrder(SHOP, 10_002, '1.00', { notify: true });
      await standin.setScopes(SHOP, ['read_orders'], { notify: true });
      expect(received.map(({ topic, shop, change }) => ({ topic, shop, change }))).toEqual(
        expect.arrayContaining([
          { topic: 'refunds/create', shop: SHOP, change: { kind: 'order', id: '10002' } },
          { topic: 'orders/updated', shop: SHOP, change: { kind: 'order', id: '10002' } },
          {
            topic: 'app/scopes_update',
            shop: SHOP,
            change: { kind: 'scopes-updated', scopes: ['read_orders'] },
          },
        ]),
      );
      received.length = 0;
      await standin.sendWebhook(SHOP, 'orders/create', { id: 1 }, { duplicates: 2 });
      expect(received.map(({ webhookId }) => webhookId)).toEqual(Array(3).fill(received[0]?.webhookId));
      const forged = await standin.sendWebhook(SHOP, 'orders/create', { id: 1 }, { badSignature: true });
      expect(forged.attempts).toEqual([401]);
      expect(received).toHaveLength(3);
      expect(store.sessions.size).toBe(0);
    } finally {
      await app.close();
      await standin.close();
    }
  });
});

/** A web server of one handler; a thrown Response is its answer, as in Remix. */
async function listen(handle: (request: Request) => Promise<Response>) {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
      const body = Buffer.concat(chunks);
      const request = new Request(`${APP_URL}${incoming.url ?? ''}`, { method: 'POST', headers, body });
      const response = await handle(request).catch((error: unknown) =>
        error instanceof Response ? error : new Response(String(error), { status: 500 }),
      );
      outgoing.writeHead(response.status).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
