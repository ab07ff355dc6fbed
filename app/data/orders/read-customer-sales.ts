import { withShopConnection } from '../with-shop';
import type { Db } from '../db';
import { COUNTED_ORDER } from './counted-order';

/** Rows in the order that the engine merges them in: by day, on one day the largest amount first. */
export interface CustomerSales {
  /** Days since 1970-01-01 in the shop's zone. */
  readonly day: readonly number[];
  /** Net minor units of the shop's currency. */
  readonly minor: readonly number[];
}

/** A customer's orders that count as sales: test, cancelled and unpaid ones left out, refunded ones left in. */
export async function readCustomerSales(db: Db, shopId: string, customerId: string): Promise<CustomerSales> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<{ day: number; minor: string }>(
      `SELECT local_day - DATE '1970-01-01' AS day, net_minor::text AS minor FROM "order"
       WHERE shop_id = $1 AND customer_id = $2 AND ${COUNTED_ORDER} ORDER BY local_day, net_minor DESC`,
      [shopId, customerId],
    ),
  );
  return { day: rows.map(({ day }) => day), minor: rows.map(({ minor }) => Number(minor)) };
}
