import type { Db } from '../db';
import { withShopConnection } from '../with-shop';
import { COUNTED_ORDER } from './counted-order';

export interface MonthlyTotal {
  /** `YYYY-MM` in the shop's zone. */
  readonly month: string;
  /** Every stored order of the month, test and cancelled ones too: what the source counts. */
  readonly orders: number;
  readonly netMinor: bigint;
  /** Of these, the orders that count as sales. */
  readonly countedOrders: number;
  readonly countedNetMinor: bigint;
}

interface Row {
  readonly month: string;
  readonly orders: number;
  readonly net: string;
  readonly counted: number;
  readonly counted_net: string;
}

/** Orders and net revenue by month, oldest first: for the comparison with the source's own totals. */
export async function monthlyTotals(db: Db, shopId: string): Promise<MonthlyTotal[]> {
  const rows = await withShopConnection(db, shopId, async (client) => {
    const result = await client.query<Row>(
      `SELECT to_char(local_day, 'YYYY-MM') AS month, count(*)::int AS orders, sum(net_minor)::text AS net,
         count(*) FILTER (WHERE ${COUNTED_ORDER})::int AS counted,
         COALESCE(sum(net_minor) FILTER (WHERE ${COUNTED_ORDER}), 0)::text AS counted_net
       FROM "order" WHERE shop_id = $1 GROUP BY 1 ORDER BY 1`,
      [shopId],
    );
    return result.rows;
  });
  return rows.map((row) => ({
    month: row.month,
    orders: row.orders,
    netMinor: BigInt(row.net),
    countedOrders: row.counted,
    countedNetMinor: BigInt(row.counted_net),
  }));
}
