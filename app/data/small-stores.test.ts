import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../tests/support/database';
import { onTestShop } from '../../tests/support/test-shop';
import { listConnections, readConnection, updateConnection } from './connections/connections';
import { appendActivity, listActivity, pruneActivity } from './logs/activity-log';
import { openDatabase } from './open-database';
import {
  deleteSessions,
  findSessionsByShop,
  loadSession,
  storeSession,
  type StoredSession,
} from './sessions/shopify-sessions';
import type { Shop } from './shops/shop';
import { withShop, withShopConnection } from './with-shop';
import { withShopLock } from './with-shop-lock';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const at = new Date('2026-03-01T00:00:00Z');

describe('withShop', () => {
  it('rolls back what was written before its work failed', async () => {
    const failing = withShop(database.db, shop.id, async (tx) => {
      await tx.shop.update({ where: { id: shop.id }, data: { name: 'half' } });
      throw new Error('cut');
    });
    await expect(failing).rejects.toThrow('cut');
    const name = await withShop(database.db, shop.id, (tx) => tx.shop.findFirst({ select: { name: true } }));
    expect(name).toEqual({ name: shop.name });
  });
});

describe('a connection that the server cuts', () => {
  const suicide = 'SELECT pg_terminate_backend(pg_backend_pid())';

  it('fails the work that was on it, and the next one gets a new connection', async () => {
    await expect(withShopConnection(database.db, shop.id, (client) => client.query(suicide))).rejects.toThrow(
      'terminating connection',
    );
    await expect(withShop(database.db, shop.id, (tx) => tx.$queryRawUnsafe(suicide))).rejects.toThrow();
    expect(await readConnection(database.db, shop.id, 'shopify')).toBeNull();
  });

  it('gives its lock back', async () => {
    await withShopLock(database.db, shop.id, async () => {
      const { rows } = await database.db.pool.query<{ pid: number }>(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND granted AND pid <> pg_backend_pid()",
      );
      for (const { pid } of rows) await database.db.pool.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    expect(await withShopLock(database.db, shop.id, () => Promise.resolve('in'))).toBe('in');
  });
});

describe('connections', () => {
  it('come to life when first touched and change only in the named fields', async () => {
    expect(await readConnection(database.db, shop.id, 'shopify')).toBeNull();
    await updateConnection(database.db, shop.id, 'shopify', { lastMode: 'bulk', reconciliation: { off: 0 } });
    await updateConnection(database.db, shop.id, 'shopify', { state: 'ok', lastSuccessAt: at });
    const connection = await readConnection(database.db, shop.id, 'shopify');
    expect(connection).toMatchObject({
      ...{ state: 'ok', lastMode: 'bulk', reconciliation: { off: 0 }, lastSuccessAt: at.toISOString() },
    });
    expect(await listConnections(database.db, shop.id)).toEqual([connection]);
  });
});

describe('the activity log', () => {
  it('pages from the newest entry backwards and forgets the old ones', async () => {
    for (const key of ['first', 'second', 'third']) {
      await appendActivity(database.db, shop.id, { at, tone: 'info', key, values: { n: 1 } });
    }
    const newest = await listActivity(database.db, shop.id, { limit: 2 });
    expect(newest.map((entry) => entry.key)).toEqual(['third', 'second']);
    const rest = await listActivity(database.db, shop.id, { limit: 2, before: newest[1]?.id ?? '' });
    expect(rest).toMatchObject([{ key: 'first', tone: 'info', values: { n: 1 }, at: at.toISOString() }]);
    expect(await pruneActivity(database.db, shop.id, new Date(at.getTime() + 1))).toBe(3);
  });
});

describe('Shopify sessions', () => {
  const session = (id: string, changes: Partial<StoredSession> = {}): StoredSession => ({
    ...{ id, shopDomain: shop.domain, isOnline: false, scope: 'read_orders', expiresAt: at, keyId: 'k1' },
    secrets: Uint8Array.of(0, 255, 7),
    ...changes,
  });

  it('come back as they were stored, are overwritten by id, and are found by their shop', async () => {
    const first = `offline_${shop.domain}`;
    await storeSession(database.db, session(first), at);
    await storeSession(database.db, session(first, { keyId: 'k2' }), at);
    await storeSession(database.db, session(`${first}_2`), at);
    expect(await loadSession(database.db, first)).toEqual(session(first, { keyId: 'k2' }));
    expect(await findSessionsByShop(database.db, shop.domain)).toHaveLength(2);
    await deleteSessions(database.db, [first, 'unknown']);
    expect(await loadSession(database.db, first)).toBeNull();
    expect(await findSessionsByShop(database.db, shop.domain)).toHaveLength(1);
  });
});

describe('withShopLock', () => {
  it('lets one caller in at a time over two pools, and all of them in the end', async () => {
    const elsewhere = await openDatabase(database.runtimeUrl, { max: 2 });
    let inside = 0;
    let most = 0;
    const turn = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(2);
      // The holder still gets connections to work with.
      await readConnection(database.db, shop.id, 'shopify');
      inside -= 1;
    };
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => withShopLock(i % 2 ? elsewhere : database.db, shop.id, turn)),
    );
    await elsewhere.close();
    expect(most).toBe(1);
  });

  it('is free again after its work failed', async () => {
    const failing = withShopLock(database.db, shop.id, () => Promise.reject(new Error('refused')));
    await expect(failing).rejects.toThrow('refused');
    expect(await withShopLock(database.db, shop.id, () => Promise.resolve('in'))).toBe('in');
  });
});
