import type { Db } from './db';
import { withTransaction } from './with-transaction';

const PATIENCE = '60s';

/**
 * Runs `work` while no other caller with the same key does, in this process or any other of this database. The lock
 * ends with its transaction: a process that dies holds nothing. Do not nest calls.
 * @param key names shop and purpose, for example `token-refresh example.myshopify.com`
 * @throws Error when the lock is not free within a minute, and whatever `work` throws
 */
export async function withShopLock<T>(db: Db, key: string, work: () => Promise<T>): Promise<T> {
  const results: T[] = [];
  try {
    await withTransaction(db.lockPool, async (client) => {
      await client.query(`SET LOCAL lock_timeout = '${PATIENCE}'`);
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`lock ${key}`]);
      results.push(await work());
    });
  } catch (error) {
    // A connection lost after the work was done takes nothing of it back: a refreshed token is still the valid one.
    if (results.length === 0) throw error;
  }
  return results[0] as T;
}
