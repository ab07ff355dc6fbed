import type pg from 'pg';
import type { Db } from '../db';
import { withShopConnection } from '../with-shop';
import { lockCustomers } from './lock-customers';
import { resolveSubject, type PrivacySubject } from './subject';

export interface CustomerRedaction {
  readonly pseudonym: string;
  /** Rows erased. */
  readonly customers: number;
  readonly predictions: number;
  /** What open forecasts say of them. */
  readonly forecastEntries: number;
  readonly pendingChanges: number;
  /** Places in rescues; what a rescue was found to have brought holds no ids and stays. */
  readonly rescueMembers: number;
  /** Orders that lost the link to the person and stay in the totals. */
  readonly ordersUnlinked: number;
  /** Reports of earlier data requests, emptied. */
  readonly reports: number;
}

/**
 * Erases a person: what we hold of them goes, their orders become guests' orders, and a tombstone without their id
 * keeps every later import from bringing them back. Idempotent; right also for somebody we never saw.
 */
export function redactCustomer(
  db: Db,
  shopId: string,
  subject: PrivacySubject,
  at: Date,
): Promise<CustomerRedaction> {
  return withShopConnection(db, shopId, async (client) => {
    await lockCustomers(client, shopId, 'erase');
    const { pseudonym, customerIds } = await resolveSubject(client, shopId, subject);
    await client.query(
      'INSERT INTO customer_tombstone (shop_id, pseudonym, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [shopId, pseudonym, at],
    );
    const change = async (sql: string, about: unknown) => {
      const { rowCount } = await client.query(sql, [shopId, about]);
      return rowCount ?? 0;
    };
    return {
      pseudonym,
      customers: await change('DELETE FROM customer WHERE shop_id = $1 AND source_id = ANY($2)', customerIds),
      predictions: await change(
        'DELETE FROM customer_prediction WHERE shop_id = $1 AND customer_id = ANY($2)',
        customerIds,
      ),
      forecastEntries: await leaveForecasts(client, shopId, customerIds),
      pendingChanges: await change(
        "DELETE FROM pending_change WHERE shop_id = $1 AND kind = 'customer' AND source_id = ANY($2)",
        customerIds,
      ),
      rescueMembers: await change(
        'DELETE FROM rescue_member WHERE shop_id = $1 AND customer_id = ANY($2)',
        customerIds,
      ),
      ordersUnlinked: await change(
        'UPDATE "order" SET customer_id = NULL WHERE shop_id = $1 AND customer_id = ANY($2)',
        customerIds,
      ),
      reports: await change(
        `UPDATE compliance_receipt SET report = NULL
         WHERE shop_id = $1 AND customer_pseudonym = $2 AND report IS NOT NULL`,
        pseudonym,
      ),
    };
  });
}

/**
 * Takes a person out of the forecasts whose window is open, the totals included: once erased their purchases are
 * guests' and cannot be counted, so nothing may be expected of them either. Ranges shrink in proportion, and revenue
 * with purchases, for entries hold no amounts.
 * @returns entries erased
 */
async function leaveForecasts(
  client: pg.PoolClient,
  shopId: string,
  customerIds: readonly string[],
): Promise<number> {
  const values = [shopId, customerIds];
  await client.query(
    `UPDATE forecast f SET customers = f.customers - 1,
       expected_purchases = f.expected_purchases * rest.purchases,
       expected_purchases_low = f.expected_purchases_low * rest.purchases,
       expected_purchases_high = f.expected_purchases_high * rest.purchases,
       expected_revenue = f.expected_revenue * rest.purchases,
       expected_revenue_low = f.expected_revenue_low * rest.purchases,
       expected_revenue_high = f.expected_revenue_high * rest.purchases,
       expected_buyers = f.expected_buyers * rest.buyers,
       expected_buyers_low = f.expected_buyers_low * rest.buyers,
       expected_buyers_high = f.expected_buyers_high * rest.buyers
     FROM (
       SELECT e.forecast_id,
         GREATEST(0, 1 - COALESCE(e.expected_purchases_90 / NULLIF(t.expected_purchases, 0), 0)) AS purchases,
         GREATEST(0, 1 - COALESCE(e.p_buy_90 / NULLIF(t.expected_buyers, 0), 0)) AS buyers
       FROM forecast_entry e JOIN forecast t ON t.id = e.forecast_id
       WHERE e.shop_id = $1 AND t.shop_id = $1 AND e.customer_id = ANY($2)
     ) rest
     WHERE f.shop_id = $1 AND f.id = rest.forecast_id`,
    values,
  );
  const { rowCount } = await client.query(
    'DELETE FROM forecast_entry WHERE shop_id = $1 AND customer_id = ANY($2)',
    values,
  );
  return rowCount ?? 0;
}
