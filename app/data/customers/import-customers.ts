import type { SourceCustomer } from '~/domain/order';
import type { Db } from '../db';
import { chunks, type Batches } from '../orders/import-orders';
import { beginImport } from '../privacy/begin-import';
import { withShopConnection } from '../with-shop';

export interface CustomerImport {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Erased by law before: not brought back. */
  readonly erased: number;
}

const CHUNK = 2_000;

const UPSERT = `
  WITH written AS (
    INSERT INTO customer AS old (shop_id, source_id, source_created_at, lifetime_orders)
    SELECT $1, * FROM unnest($2::text[], $3::timestamptz[], $4::int[])
    ON CONFLICT (shop_id, source_id) DO UPDATE
      SET source_created_at = EXCLUDED.source_created_at, lifetime_orders = EXCLUDED.lifetime_orders
      WHERE (old.source_created_at, old.lifetime_orders)
        IS DISTINCT FROM (EXCLUDED.source_created_at, EXCLUDED.lifetime_orders)
    RETURNING xmax = 0 AS inserted
  )
  SELECT count(*) FILTER (WHERE inserted)::int AS inserted, count(*) FILTER (WHERE NOT inserted)::int AS updated
  FROM written`;

/** Loads customers; the same page twice changes nothing, erased customers stay erased. */
export async function importCustomers(
  db: Db,
  shopId: string,
  batches: Batches<SourceCustomer>,
): Promise<CustomerImport> {
  const total = { inserted: 0, updated: 0, unchanged: 0, erased: 0 };
  for await (const chunk of chunks(batches, CHUNK)) {
    const byId = new Map(chunk.map((customer) => [customer.sourceId, customer]));
    await withShopConnection(db, shopId, async (client) => {
      const isErased = await beginImport(client, shopId);
      const customers = [...byId.values()]
        .filter((customer) => !isErased(customer.sourceId))
        .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
      const { rows } = await client.query<{ inserted: number; updated: number }>({
        name: 'upsert-customers',
        text: UPSERT,
        values: [
          shopId,
          customers.map((customer) => customer.sourceId),
          customers.map((customer) => customer.createdAt),
          customers.map((customer) => customer.lifetimeOrders),
        ],
      });
      const { inserted, updated } = rows[0] ?? { inserted: 0, updated: 0 };
      const erased = byId.size - customers.length;
      total.inserted += inserted;
      total.updated += updated;
      total.erased += erased;
      total.unchanged += chunk.length - inserted - updated - erased;
    });
  }
  return total;
}
