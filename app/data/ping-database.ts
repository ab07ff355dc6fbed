import type { Db } from './db';

/** Resolves when the database answers. @throws what the driver says when it does not */
export async function pingDatabase(db: Db): Promise<void> {
  await db.pool.query('SELECT 1');
}
