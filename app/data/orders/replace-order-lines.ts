import type pg from 'pg';
import type { SourceOrder } from '~/domain/order';
import { storableText } from '../storable-text';

const INSERT = `
  INSERT INTO order_line (shop_id, order_id, source_id, product_id, title, quantity, total_minor)
  SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::bigint[])`;

/**
 * Gives orders that were just written their lines.
 * @param updated ids of those that had lines before
 * @returns lines written
 */
export async function replaceOrderLines(
  client: pg.PoolClient,
  shopId: string,
  updated: readonly string[],
  orders: readonly SourceOrder[],
): Promise<number> {
  if (updated.length > 0) {
    await client.query('DELETE FROM order_line WHERE shop_id = $1 AND order_id = ANY($2)', [shopId, updated]);
  }
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ orderId: order.sourceId, line })));
  if (lines.length === 0) return 0;
  await client.query({
    name: 'insert-order-lines',
    text: INSERT,
    values: [
      shopId,
      lines.map(({ orderId }) => orderId),
      lines.map(({ line }) => line.sourceId),
      lines.map(({ line }) => line.productId),
      lines.map(({ line }) => storableText(line.title)),
      lines.map(({ line }) => line.quantity),
      lines.map(({ line }) => line.totalMinor.toString()),
    ],
  });
  return lines.length;
}
