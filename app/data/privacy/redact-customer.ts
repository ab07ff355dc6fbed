import type { Db } from '../db';
import { withShopConnection } from '../with-shop';
import { lockCustomers } from './lock-customers';
import { resolveSubject, type PrivacySubject } from './subject';

export interface CustomerRedaction {
  readonly pseudonym: string;
  /** Rows erased. */
  readonly customers: number;
  readonly predictions: number;
  readonly pendingChanges: number;
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
      pendingChanges: await change(
        "DELETE FROM pending_change WHERE shop_id = $1 AND kind = 'customer' AND source_id = ANY($2)",
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
