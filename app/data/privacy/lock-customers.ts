import type pg from 'pg';
import type { ShopTransaction } from '../with-shop';

/**
 * Keeps imports and erasures of one shop's customers apart until the end of the transaction: without it, an import
 * that read the tombstones just before an erasure would bring the customer back just after it. Imports share.
 */
export async function lockCustomers(
  client: pg.PoolClient,
  shopId: string,
  purpose: 'import' | 'erase',
): Promise<void> {
  const lock = purpose === 'import' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await client.query(`SELECT ${lock}(hashtextextended($1, 0))`, [lockKey(shopId)]);
}

/** Keeps erasures away from a transaction of Prisma's that writes rows about customers. */
export async function keepErasuresAway(tx: ShopTransaction, shopId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${lockKey(shopId)}, 0))`;
}

function lockKey(shopId: string): string {
  return `customers ${shopId}`;
}
