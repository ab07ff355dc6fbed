import { to as copyTo } from 'pg-copy-streams';
import type { Db } from '../db';
import { withShopConnection } from '../with-shop';
import { COUNTED_ORDER } from './counted-order';
import { OrderColumnsBuilder, type OrderColumns } from './order-columns-builder';

// Sorted, so that the same orders give the same columns whatever way they came in: fits repeat to the byte.
// The source counts a customer's orders of every state, so every order that we hold counts against its number.
const orderedSales = (shopId: string) => `
  SELECT o.customer_id, o.local_day - DATE '1970-01-01', o.net_minor,
    COALESCE(c.lifetime_orders > held.orders, false)
  FROM "order" o
  JOIN (
    SELECT customer_id, count(*) AS orders FROM "order"
    WHERE shop_id = '${shopId}' AND customer_id IS NOT NULL GROUP BY customer_id
  ) held ON held.customer_id = o.customer_id
  LEFT JOIN customer c ON c.shop_id = '${shopId}' AND c.source_id = o.customer_id
  WHERE o.shop_id = '${shopId}' AND ${COUNTED_ORDER}
  ORDER BY o.customer_id COLLATE "C", o.local_day, o.source_id COLLATE "C"`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * All sales to known customers as columns, sorted by customer and day: test, cancelled and unpaid orders and guests
 * left out, orders refunded to zero left in; and which customers have orders at the source that we do not hold.
 * About 30 bytes an order; streamed, not fetched as rows.
 */
export async function readOrderColumns(db: Db, shopId: string): Promise<OrderColumns> {
  // COPY takes no parameters.
  if (!UUID.test(shopId)) throw new RangeError(`not a shop id: ${shopId}`);
  return withShopConnection(db, shopId, async (client) => {
    // Just after a first import the statistics know of few rows, and the planner would look up each of a million.
    await client.query('SET LOCAL enable_nestloop = off');
    const builder = new OrderColumnsBuilder();
    const stream = client.query(copyTo(`COPY (${orderedSales(shopId)}) TO STDOUT (FORMAT binary)`));
    for await (const chunk of stream) builder.push(chunk as Buffer);
    return builder.finish();
  });
}
