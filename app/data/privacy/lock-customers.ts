import type pg from 'pg';

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
  await client.query(`SELECT ${lock}(hashtextextended($1, 0))`, [`customers ${shopId}`]);
}
