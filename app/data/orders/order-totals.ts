import { isoDay, type IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { withShopConnection } from '../with-shop';
import { COUNTED_ORDER } from './counted-order';

export interface OrderTotals {
  /** Rows stored, whatever they are. */
  readonly stored: number;
  /** Orders that count as sales, guests included. */
  readonly orders: number;
  /** Known customers with at least one such order. */
  readonly customers: number;
  readonly guestOrders: number;
  /** Net minor units over `orders`, in the shop's currency. */
  readonly netMinor: bigint;
  /** Over `orders`; `null` when there are none. */
  readonly firstDay: IsoDay | null;
  readonly lastDay: IsoDay | null;
  /** Newest change at the source over all stored orders, ISO instant. */
  readonly newestChange: string | null;
  /** Why stored orders are no purchases of the model: each order under its first reason. */
  readonly excluded: {
    readonly test: number;
    readonly cancelled: number;
    readonly unpaid: number;
    readonly guest: number;
    readonly refundedToZero: number;
  };
}

interface Row {
  readonly stored: number;
  readonly orders: number;
  readonly customers: number;
  readonly guests: number;
  readonly net: string;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly newest_change: Date | null;
  readonly test: number;
  readonly cancelled: number;
  readonly unpaid: number;
  readonly refunded_to_zero: number;
}

const TOTALS = `
  SELECT count(*)::int AS stored,
    count(*) FILTER (WHERE counted)::int AS orders,
    count(DISTINCT customer_id) FILTER (WHERE counted)::int AS customers,
    count(*) FILTER (WHERE counted AND customer_id IS NULL)::int AS guests,
    COALESCE(sum(net_minor) FILTER (WHERE counted), 0)::text AS net,
    (min(local_day) FILTER (WHERE counted))::text AS first_day,
    (max(local_day) FILTER (WHERE counted))::text AS last_day,
    max(source_updated_at) AS newest_change,
    count(*) FILTER (WHERE test)::int AS test,
    count(*) FILTER (WHERE NOT test AND cancelled_at IS NOT NULL)::int AS cancelled,
    count(*) FILTER (WHERE NOT test AND cancelled_at IS NULL AND NOT counted)::int AS unpaid,
    count(*) FILTER (WHERE counted AND customer_id IS NOT NULL AND net_minor <= 0)::int AS refunded_to_zero
  FROM (SELECT *, ${COUNTED_ORDER} AS counted FROM "order" WHERE shop_id = $1) o`;

export async function orderTotals(db: Db, shopId: string): Promise<OrderTotals> {
  const row = await withShopConnection(db, shopId, async (client) => {
    const { rows } = await client.query<Row>(TOTALS, [shopId]);
    return rows[0];
  });
  if (!row) throw new Error('an aggregate gave no row');
  return {
    stored: row.stored,
    orders: row.orders,
    customers: row.customers,
    guestOrders: row.guests,
    netMinor: BigInt(row.net),
    firstDay: row.first_day === null ? null : isoDay(row.first_day),
    lastDay: row.last_day === null ? null : isoDay(row.last_day),
    newestChange: row.newest_change?.toISOString() ?? null,
    excluded: {
      test: row.test,
      cancelled: row.cancelled,
      unpaid: row.unpaid,
      guest: row.guests,
      refundedToZero: row.refunded_to_zero,
    },
  };
}
