import { randomBytes } from 'node:crypto';
import { Session } from '@shopify/shopify-api';
import { describe, expect, it } from 'vitest';
import { createMemoryLock, createMemorySessionStore } from './memory-session-store';
import { createOfflineTokens, offlineSessionId } from './offline-tokens';
import { rotateTokens } from './rotate-tokens';
import { openSession, sealSession } from './session-envelope';
import { createSessionStorage } from './session-storage';
import { createTokenCipher } from './token-cipher';

const shop = 'demo.myshopify.com';
const id = offlineSessionId(shop);
const NOW = Date.UTC(2026, 0, 1, 12);
const minutes = (count: number) => new Date(NOW + count * 60_000);
const key = new Uint8Array(randomBytes(32));

interface TokenRequest {
  readonly refresh_token: string;
  readonly client_secret: string;
}
type TokenEndpoint = (body: TokenRequest) => Response | Promise<Response>;

function grant(name: string, more: object = { expires_in: 3600 }): Response {
  return Response.json({
    access_token: `access-${name}`,
    scope: 'read_orders',
    refresh_token: `refresh-${name}`,
    refresh_token_expires_in: 7_776_000,
    ...more,
  });
}

function offline(access: string, expires: Date, refresh: string | null = 'refresh-1'): Session {
  return new Session({
    id,
    shop,
    state: '',
    isOnline: false,
    scope: 'read_orders',
    accessToken: access,
    expires,
    ...(refresh === null ? {} : { refreshToken: refresh, refreshTokenExpires: minutes(60 * 24) }),
  });
}

/** Two processes on one store, one lock and one scripted token endpoint. */
function setUp(endpoint: TokenEndpoint = () => grant('2')) {
  const store = createMemorySessionStore();
  const withLock = createMemoryLock();
  const cipher = createTokenCipher({ currentKeyId: 'k1', keys: new Map([['k1', key]]) });
  const requests: TokenRequest[] = [];
  const process = () => {
    const tokens = createOfflineTokens({
      apiKey: 'key',
      apiSecret: 'secret',
      store,
      cipher,
      withLock,
      clock: { now: () => new Date(NOW) },
      sleep: () => Promise.resolve(),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        expect(request.url).toBe(`https://${shop}/admin/oauth/access_token`);
        const body = (await request.json()) as TokenRequest;
        requests.push(body);
        return endpoint(body);
      },
    });
    return { tokens, storage: createSessionStorage({ store, cipher, tokens, withLock }) };
  };
  const put = (session: Session) => store.put(sealSession(session, cipher));
  const kept = async () => {
    const stored = await store.get(id);
    if (!stored) throw new Error('nothing kept');
    return openSession(stored, cipher);
  };
  return { store, withLock, cipher, requests, web: process(), worker: process(), put, kept };
}

describe('accessTokenFor', () => {
  it('gives the stored token while it lasts more than five minutes, without asking Shopify', async () => {
    const { worker, requests, put } = setUp();
    await put(offline('access-1', minutes(6)));
    expect(await worker.tokens.accessTokenFor(shop)).toBe('access-1');
    expect(requests).toEqual([]);
  });

  it('refreshes within five minutes of the end, and keeps the new pair', async () => {
    const { worker, requests, put, kept } = setUp();
    await put(offline('access-1', minutes(4)));
    expect(await worker.tokens.accessTokenFor(shop)).toBe('access-2');
    expect(requests).toEqual([
      { client_id: 'key', client_secret: 'secret', grant_type: 'refresh_token', refresh_token: 'refresh-1' },
    ]);
    expect(await kept()).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      expires: minutes(60),
    });
  });

  it('refreshes once for 50 requests at once in two processes', async () => {
    const { web, worker, requests, put } = setUp();
    await put(offline('access-1', minutes(-10)));
    const asked = Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? web : worker).tokens.accessTokenFor(shop),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['access-2']));
    expect(requests).toHaveLength(1);
  });

  it('refreshes a token that the shop refused, unless another process has replaced it', async () => {
    const { web, worker, requests, put } = setUp();
    await put(offline('access-1', minutes(50)));
    expect(await web.tokens.accessTokenFor(shop, 'access-1')).toBe('access-2');
    expect(await worker.tokens.accessTokenFor(shop, 'access-1')).toBe('access-2');
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['no session', null],
    ['no refresh token', offline('access-1', minutes(-1), null)],
  ])('asks for the app to be opened when there is %s', async (_what, session) => {
    const { worker, put } = setUp();
    if (session) await put(session);
    await expect(worker.tokens.accessTokenFor(shop)).rejects.toMatchObject({
      code: 'unauthorized',
      retryable: false,
      merchantMessage: 'connector.unauthorized',
    });
  });

  it('does not ask Shopify with a refresh token past its end', async () => {
    const { worker, requests, put } = setUp();
    const session = offline('access-1', minutes(-1));
    session.refreshTokenExpires = minutes(-1);
    await put(session);
    await expect(worker.tokens.accessTokenFor(shop)).rejects.toMatchObject({ code: 'unauthorized' });
    expect(requests).toEqual([]);
  });

  it.each([
    [400, 'invalid_grant', 'unauthorized'],
    [400, 'invalid_subject_token', 'unauthorized'],
    [401, 'invalid_request', 'unauthorized'],
    [400, 'invalid_client', 'invalid-response'],
    [402, 'x', 'payment-required'],
    [404, 'x', 'shop-gone'],
  ])('calls a refusal %d %s %s', async (status, error, code) => {
    const { worker, put, kept } = setUp(() => Response.json({ error }, { status }));
    await put(offline('access-1', minutes(-1)));
    await expect(worker.tokens.accessTokenFor(shop)).rejects.toMatchObject({ code });
    expect(await kept()).toMatchObject({ refreshToken: 'refresh-1' });
  });

  it('works on with the old token while Shopify cannot be reached and it is still good', async () => {
    const { worker, requests, put } = setUp(() => new Response('', { status: 503 }));
    await put(offline('access-1', minutes(2)));
    expect(await worker.tokens.accessTokenFor(shop)).toBe('access-1');
    expect(requests).toHaveLength(3);
    await put(offline('access-1', minutes(-2)));
    await expect(worker.tokens.accessTokenFor(shop)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('gives a token without an end a short one, so that it is refreshed again', async () => {
    // Seen at Shopify on retried refreshes: github.com/Shopify/shopify-app-js/issues/3400.
    const { worker, put, kept } = setUp(() => grant('2', {}));
    await put(offline('access-1', minutes(-1)));
    await worker.tokens.accessTokenFor(shop);
    expect((await kept()).expires).toEqual(minutes(10));
  });

  it('sends the app secret to shops only', async () => {
    const { worker, requests } = setUp();
    await expect(worker.tokens.accessTokenFor('evil.example')).rejects.toThrow('not a shop domain');
    expect(requests).toEqual([]);
  });
});

describe('createSessionStorage', () => {
  it('keeps nothing in the clear: no token, no person', async () => {
    const { web, store } = setUp();
    const session = new Session({
      ...offline('shpat_1', minutes(50), 'shprt_1').toObject(),
      id: `${shop}_42`,
      isOnline: true,
      onlineAccessInfo: {
        expires_in: 86_399,
        associated_user_scope: 'read_orders',
        associated_user: {
          id: 42,
          first_name: 'Ana',
          last_name: 'García',
          email: 'ana@example.com',
          email_verified: true,
          account_owner: true,
          locale: 'es',
          collaborator: false,
        },
      },
    });
    await web.storage.storeSession(session);
    const bytes = [...store.sessions.values()].map((stored) =>
      [JSON.stringify(stored), Buffer.from(stored.secrets).toString('latin1')].join(),
    );
    expect(bytes.join()).not.toMatch(/shpat|shprt|Ana|Garc|ana@/);
    expect(await web.storage.loadSession(session.id)).toEqual(session);
  });

  it('hands the library a fresh session without refresh token, so that it never refreshes on its own', async () => {
    const { web, requests, put } = setUp();
    await put(offline('access-1', minutes(1)));
    const session = await web.storage.loadSession(id);
    expect(session).toMatchObject({ accessToken: 'access-2', expires: minutes(60) });
    expect(session?.refreshToken).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it('hands over the old session when the refresh fails: the library then asks the merchant', async () => {
    const { web, put } = setUp(() => Response.json({ error: 'invalid_grant' }, { status: 400 }));
    await put(offline('access-1', minutes(-1)));
    expect(await web.storage.loadSession(id)).toMatchObject({ accessToken: 'access-1' });
  });

  it('keeps the refresh token when the library stores its copy again, with new scopes or invalidated', async () => {
    const { web, kept, put } = setUp();
    await put(offline('access-1', minutes(50)));
    const loaded = await web.storage.loadSession(id);
    if (!loaded) throw new Error('not loaded');
    loaded.scope = 'read_orders,read_products';
    await web.storage.storeSession(loaded);
    expect(await kept()).toMatchObject({ scope: 'read_orders,read_products', refreshToken: 'refresh-1' });
    const invalidated = new Session(loaded.toObject());
    delete invalidated.accessToken;
    await web.storage.storeSession(invalidated);
    expect((await kept()).refreshToken).toBe('refresh-1');
    // And the worker renews it from there.
    expect(await web.tokens.accessTokenFor(shop)).toBe('access-2');
  });

  it('keeps the tokens issued last when two first visits store out of order', async () => {
    const { web, kept } = setUp();
    await web.storage.storeSession(offline('access-new', minutes(60), 'refresh-new'));
    await web.storage.storeSession(offline('access-old', minutes(59), 'refresh-old'));
    expect(await kept()).toMatchObject({ accessToken: 'access-new', refreshToken: 'refresh-new' });
  });

  it('treats a session that no key opens as none', async () => {
    const { web, worker, store, put } = setUp();
    await put(offline('access-1', minutes(50)));
    const stored = await store.get(id);
    if (!stored) throw new Error('not stored');
    await store.put({ ...stored, secrets: new Uint8Array(stored.secrets.map((byte) => byte ^ 1)) });
    expect(await web.storage.loadSession(id)).toBeUndefined();
    expect(await web.storage.findSessionsByShop(shop)).toEqual([]);
    await expect(worker.tokens.accessTokenFor(shop)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('does not open a session under another shop or id', async () => {
    const { store, web, put } = setUp();
    await put(offline('access-1', minutes(50)));
    const stored = await store.get(id);
    if (!stored) throw new Error('not stored');
    await store.put({ ...stored, id: 'offline_other.myshopify.com', shopDomain: 'other.myshopify.com' });
    expect(await web.storage.loadSession('offline_other.myshopify.com')).toBeUndefined();
    await store.put({ ...stored, id: `${shop}_42` });
    expect(await web.storage.loadSession(`${shop}_42`)).toBeUndefined();
  });

  it('finds and removes the sessions of a shop', async () => {
    const { web, put } = setUp();
    await put(offline('access-1', minutes(50)));
    expect(await web.storage.findSessionsByShop(shop)).toHaveLength(1);
    expect(await web.storage.findSessionsByShop('other.myshopify.com')).toEqual([]);
    await web.storage.deleteSessions([id]);
    expect(await web.storage.loadSession(id)).toBeUndefined();
    expect(await web.storage.deleteSession(id)).toBe(true);
  });
});

describe('rotateTokens', () => {
  it('seals every session anew and names those that no key opens', async () => {
    const { store, withLock, put } = setUp();
    await put(offline('access-1', minutes(50)));
    const first = await store.get(id);
    if (!first) throw new Error('not stored');
    for (let index = 0; index < 250; index += 1) {
      const domain = `shop-${index}.myshopify.com`;
      const keys = new Map([['k1', key]]);
      const session = new Session({
        ...offline('a', minutes(50)).toObject(),
        id: `offline_${domain}`,
        shop: domain,
      });
      await store.put(sealSession(session, createTokenCipher({ currentKeyId: 'k1', keys })));
    }
    await store.put({ ...first, id: 'stray', keyId: 'lost' });
    const keys = new Map([
      ['k1', key],
      ['k2', new Uint8Array(randomBytes(32))],
    ]);
    const cipher = createTokenCipher({ currentKeyId: 'k2', keys });
    expect(await rotateTokens({ store, cipher, withLock })).toEqual({ rotated: 251, unreadable: ['stray'] });
    const after = await store.get(id);
    if (!after) throw new Error('lost');
    const onlyNew = createTokenCipher({
      currentKeyId: 'k2',
      keys: new Map([...keys].filter(([name]) => name === 'k2')),
    });
    expect(openSession(after, onlyNew).accessToken).toBe('access-1');
  });
});
