import type { Db } from '../db';
import { withShopConnection } from '../with-shop';

/** Customers who are held out at this moment: their outcome window is open, so nobody may hand them out. */
export async function openHoldOut(db: Db, shopId: string, at: Date): Promise<ReadonlySet<string>> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<{ customer_id: string }>(
      `SELECT DISTINCT m.customer_id
       FROM rescue_member m JOIN rescue_campaign c ON c.id = m.campaign_id
       WHERE m.shop_id = $1 AND c.shop_id = $1 AND m.arm = 'held-out' AND c.status <> 'undone'
         AND c.confirmed_at + m.window_days * interval '1 day' > $2`,
      [shopId, at],
    ),
  );
  return new Set(rows.map((row) => row.customer_id));
}
