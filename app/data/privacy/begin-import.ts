import type pg from 'pg';
import { customerPseudonym } from './customer-pseudonym';
import { lockCustomers } from './lock-customers';

interface ShopRow {
  readonly pseudonym_salt: string;
  readonly status: string;
}

/**
 * Every import of rows about customers starts with this: keeps erasures away until the transaction ends, and tells
 * erased customers from others.
 * @throws Error when the shop itself was erased: a job that was still running must not fill it again
 */
export async function beginImport(client: pg.PoolClient, shopId: string): Promise<(id: string) => boolean> {
  await lockCustomers(client, shopId, 'import');
  const shop = await readShopRow(client, shopId);
  if (shop.status === 'redacted')
    throw new Error(`the shop ${shopId} was erased: nothing may be imported into it`);
  const { rows } = await client.query<{ pseudonym: string }>(
    'SELECT pseudonym FROM customer_tombstone WHERE shop_id = $1',
    [shopId],
  );
  // Most shops have none: spare their imports an HMAC a customer.
  if (rows.length === 0) return () => false;
  const erased = new Set(rows.map((row) => row.pseudonym));
  return (id) => erased.has(customerPseudonym(shop.pseudonym_salt, id));
}

export async function readSalt(client: pg.PoolClient, shopId: string): Promise<string> {
  return (await readShopRow(client, shopId)).pseudonym_salt;
}

async function readShopRow(client: pg.PoolClient, shopId: string): Promise<ShopRow> {
  const { rows } = await client.query<ShopRow>('SELECT pseudonym_salt, status FROM shop WHERE id = $1', [
    shopId,
  ]);
  if (!rows[0]) throw new Error(`unknown shop ${shopId}`);
  return rows[0];
}
