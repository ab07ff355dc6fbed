import type { Db } from '../db';
import { withShopConnection } from '../with-shop';

/**
 * When each customer was last in a rescue, contacted or held out. One that was undone before its customers were handed
 * out wrote to nobody.
 * @returns customer id to the instant that the rescue began, of those since `since`
 */
export async function recentRescues(db: Db, shopId: string, since: Date): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<{ customer_id: string; at: Date }>(
      `SELECT m.customer_id, max(c.confirmed_at) AS at
       FROM rescue_member m JOIN rescue_campaign c ON c.id = m.campaign_id
       WHERE m.shop_id = $1 AND c.shop_id = $1 AND m.arm IS NOT NULL AND c.confirmed_at > $2
         AND (c.status <> 'undone' OR c.exported_at IS NOT NULL)
       GROUP BY m.customer_id`,
      [shopId, since],
    ),
  );
  return new Map(rows.map((row) => [row.customer_id, row.at]));
}
