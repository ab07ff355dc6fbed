import type { Db } from '../db';
import { COUNTED_ORDER } from '../orders/counted-order';
import { withShopConnection } from '../with-shop';

/** What a member of a campaign did within their window. */
export interface MemberResponse {
  readonly customerId: string;
  /** At least one order that counts, with a code or without. */
  readonly bought: boolean;
  /** Net of refunds, and what discounts took off, minor units of the shop's currency. */
  readonly netMinor: bigint;
  readonly discountMinor: bigint;
  /** Ordered with one of the campaign's codes. */
  readonly usedCode: boolean;
}

interface Row {
  readonly customer_id: string;
  readonly bought: boolean;
  readonly net: string;
  readonly discount: string;
  readonly used_code: boolean;
}

/** Everybody who was drawn, contacted or held out, by customer id; who ordered nothing too. */
export async function readResponses(
  db: Db,
  shopId: string,
  campaignId: string,
): Promise<readonly MemberResponse[]> {
  const { rows } = await withShopConnection(db, shopId, (client) =>
    client.query<Row>(
      `SELECT m.customer_id, COALESCE(bool_or(o.net_minor > 0), false) AS bought,
         COALESCE(sum(o.net_minor), 0)::text AS net, COALESCE(sum(o.discount_minor), 0)::text AS discount,
         COALESCE(bool_or(EXISTS (
           SELECT 1 FROM rescue_code k, unnest(o.discount_codes) AS typed
           WHERE k.campaign_id = c.id AND upper(typed) = upper(k.code)
         )), false) AS used_code
       FROM rescue_member m
       JOIN rescue_campaign c ON c.id = m.campaign_id
       LEFT JOIN "order" o ON o.shop_id = $1 AND o.customer_id = m.customer_id AND ${COUNTED_ORDER}
         AND o.processed_at >= c.confirmed_at
         AND o.processed_at < c.confirmed_at + m.window_days * interval '1 day'
       WHERE m.shop_id = $1 AND c.shop_id = $1 AND c.id = $2 AND m.arm IS NOT NULL
       GROUP BY m.customer_id ORDER BY m.customer_id`,
      [shopId, campaignId],
    ),
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    bought: row.bought,
    netMinor: BigInt(row.net),
    discountMinor: BigInt(row.discount),
    usedCode: row.used_code,
  }));
}
