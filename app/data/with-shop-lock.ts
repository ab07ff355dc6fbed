import type { Db } from './db';

const PATIENCE = '60s';

/**
 * Runs `work` while no other caller with the same key does, in this process or any other of this database. The lock
 * ends with its transaction: a process that dies holds nothing. Do not nest calls.
 * @param key names shop and purpose, for example `token-refresh example.myshopify.com`
 * @throws Error when the lock is not free within a minute, and whatever `work` throws
 */
export async function withShopLock<T>(db: Db, key: string, work: () => Promise<T>): Promise<T> {
  const client = await db.lockPool.connect();
  let broken = true;
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '${PATIENCE}'`);
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`lock ${key}`]);
    return await work();
  } finally {
    await client.query('ROLLBACK').then(
      () => (broken = false),
      () => undefined,
    );
    client.release(broken);
  }
}
