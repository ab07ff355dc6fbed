import { randomBytes } from 'node:crypto';
import { Session } from '@shopify/shopify-api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfflineTokens, offlineSessionId } from '~/auth/offline-tokens';
import { rotateTokens } from '~/auth/rotate-tokens';
import { createSessionStorage } from '~/auth/session-storage';
import { createTokenCipher } from '~/auth/token-cipher';
import type { Db } from '~/data/db';
import { openDatabase } from '~/data/open-database';
import { withShopLock } from '~/data/with-shop-lock';
import { systemClock } from '~/domain/clock';
import { createSessionStore } from '~/services/session-store';
import { fetchVia } from '../standins/shopify/fetch-via';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { createTestDatabase, installTestShop, type TestDatabase } from '../support/database';
import { API_KEY, API_SECRET, exchangeToken, plainShop, SHOP, startStandin } from './shopify-fixtures';

const keys = new Map([
  ['k1', new Uint8Array(randomBytes(32))],
  ['k2', new Uint8Array(randomBytes(32))],
]);

/** What a web or worker process builds: a connection pool and memory of its own on the same database. */
function processOn(db: Db, standin: ShopifyStandin, currentKeyId = 'k1') {
  const store = createSessionStore(db, systemClock);
  const cipher = createTokenCipher({ currentKeyId, keys });
  const withLock = <T>(shop: string, work: () => Promise<T>) => withShopLock(db, `tokens ${shop}`, work);
  const app = { apiKey: API_KEY, apiSecret: API_SECRET, fetch: fetchVia(standin), clock: systemClock };
  const tokens = createOfflineTokens({ ...app, store, cipher, withLock });
  return {
    store,
    cipher,
    withLock,
    tokens,
    storage: createSessionStorage({ store, cipher, tokens, withLock }),
  };
}

describe('sessions in the database', () => {
  let database: TestDatabase;
  let other: Db;
  let standin: ShopifyStandin;
  beforeAll(async () => {
    database = await createTestDatabase();
    other = await openDatabase(database.runtimeUrl, { max: 4 });
    standin = await startStandin({ data: plainShop(3) });
    await installTestShop(database.db, { domain: SHOP });
  });
  afterAll(async () => {
    await standin.close();
    await other.close();
    await database.drop();
  });

  async function storeExchanged(expiresInMs: number): Promise<string> {
    const granted = await exchangeToken(standin);
    const accessToken = String(granted['access_token']);
    await processOn(database.db, standin).storage.deleteSession(offlineSessionId(SHOP));
    await processOn(database.db, standin).storage.storeSession(
      new Session({
        id: offlineSessionId(SHOP),
        shop: SHOP,
        state: '',
        isOnline: false,
        scope: 'read_orders',
        accessToken,
        expires: new Date(Date.now() + expiresInMs),
        refreshToken: String(granted['refresh_token']),
        refreshTokenExpires: new Date(Date.now() + 86_400_000),
      }),
    );
    return accessToken;
  }

  it('are refreshed once for 40 askers in two processes with connections of their own', async () => {
    const before = await storeExchanged(60_000);
    standin.requests.clear();
    const web = processOn(database.db, standin).tokens;
    const worker = processOn(other, standin).tokens;
    const asked = Array.from({ length: 20 }, () => [web.accessTokenFor(SHOP), worker.accessTokenFor(SHOP)]);
    const given = new Set(await Promise.all(asked.flat()));
    expect(given.size).toBe(1);
    expect(given.has(before)).toBe(false);
    expect(standin.requests.list().filter(({ kind }) => kind === 'token')).toHaveLength(1);
  });

  it('hold no token in the clear, looked at as the owner of the database', async () => {
    await storeExchanged(3_600_000);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      const { rows } = await owner.query<{ row: string; secrets: Buffer }>(
        'SELECT s::text AS row, secrets FROM shopify_session s',
      );
      expect(rows).toHaveLength(1);
      for (const { row, secrets } of rows) {
        expect(`${row} ${secrets.toString('latin1')}`).not.toMatch(/shpat_|shprt_/);
        expect(Buffer.from(row).toString('hex')).not.toContain(Buffer.from('shpat_').toString('hex'));
      }
    } finally {
      await owner.end();
    }
  });

  it('are sealed anew when the key is rotated, while others go on reading them', async () => {
    const token = await storeExchanged(3_600_000);
    const rotating = processOn(other, standin, 'k2');
    expect(await rotateTokens(rotating)).toEqual({ rotated: 1, unreadable: [] });
    expect(await rotating.store.get(offlineSessionId(SHOP))).toMatchObject({ keyId: 'k2' });
    expect(await processOn(database.db, standin).tokens.accessTokenFor(SHOP)).toBe(token);
    expect(await rotateTokens(rotating)).toEqual({ rotated: 0, unreadable: [] });
  });
});
