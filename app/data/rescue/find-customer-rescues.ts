import { localDay, type IsoDay } from '~/domain/iso-day';
import type { Db } from '../db';
import { COUNTED_ORDER } from '../orders/counted-order';
import { withShopConnection } from '../with-shop';

export interface CustomerRescue {
  readonly campaignId: string;
  readonly number: number;
  /** In the shop's zone. */
  readonly startedOn: IsoDay;
  /** Share off that was meant for them; 0 is a message, null where they were held out. */
  readonly offer: number | null;
  readonly arm: 'contacted' | 'held-out';
  /** Whether an order came within the window; null while it is open. */
  readonly ordered: boolean | null;
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly confirmed_at: Date;
  readonly discount: number;
  readonly arm: 'contacted' | 'held-out';
  readonly open: boolean;
  readonly ordered: boolean;
}

/** The rescues that a customer was in, the newest first; those that were undone are left out. */
export async function findCustomerRescues(
  db: Db,
  shopId: string,
  customerId: string,
  { at, timeZone }: { readonly at: Date; readonly timeZone: string },
): Promise<CustomerRescue[]> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<Row>(
      `SELECT c.id, c.number, c.confirmed_at, m.discount, m.arm,
         c.confirmed_at + m.window_days * interval '1 day' > $3 AS open,
         EXISTS (
           SELECT 1 FROM "order" o
           WHERE o.shop_id = $1 AND o.customer_id = $2 AND ${COUNTED_ORDER} AND o.net_minor > 0
             AND o.processed_at >= c.confirmed_at
             AND o.processed_at < c.confirmed_at + m.window_days * interval '1 day'
         ) AS ordered
       FROM rescue_member m JOIN rescue_campaign c ON c.id = m.campaign_id
       WHERE m.shop_id = $1 AND c.shop_id = $1 AND m.customer_id = $2 AND m.arm IS NOT NULL
         AND c.status IN ('creating', 'active', 'failed')
       ORDER BY c.number DESC`,
      [shopId, customerId, at],
    ),
  );
  return rows.map((row) => ({
    campaignId: row.id,
    number: row.number,
    startedOn: localDay(row.confirmed_at, timeZone),
    offer: row.arm === 'contacted' ? row.discount : null,
    arm: row.arm,
    ordered: row.open ? null : row.ordered,
  }));
}
