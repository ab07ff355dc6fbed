import type { Db } from '../db';
import { lockCustomers } from '../privacy/lock-customers';
import { withShopConnection } from '../with-shop';

/** Erased with the shop. A test holds this list against the tables that have a shop_id. */
export const ERASED_WITH_SHOP = [
  'rescue_member',
  'rescue_code',
  'rescue_campaign',
  'rescue_plan',
  'saved_filter',
  'shop_settings',
  'forecast_entry',
  'forecast',
  'customer_prediction',
  'model_run',
  'pipeline_step',
  'pipeline_run',
  'order_line',
  'order',
  'customer',
  'customer_tombstone',
  'pending_change',
  'webhook_event',
  'connection',
  'ad_spend',
  'activity_log',
] as const;

/** Outlives the shop: proof of what was done, without personal data. */
export const KEPT_AFTER_REDACTION = ['compliance_receipt', 'audit_log'] as const;

/**
 * Erases what we hold of a shop, but for receipts (their reports are emptied) and the audit log. Idempotent.
 * @returns rows erased, by table
 */
export function redactShop(db: Db, shopId: string): Promise<Record<string, number>> {
  return withShopConnection(db, shopId, async (client) => {
    await lockCustomers(client, shopId, 'erase');
    const erased: Record<string, number> = {};
    for (const table of ERASED_WITH_SHOP) {
      const { rowCount } = await client.query(`DELETE FROM "${table}" WHERE shop_id = $1`, [shopId]);
      erased[table] = rowCount ?? 0;
    }
    await client.query('UPDATE compliance_receipt SET report = NULL WHERE shop_id = $1', [shopId]);
    // Sessions are known by domain.
    await client.query("SELECT set_config('app.shop_domain', domain, true) FROM shop WHERE id = $1", [
      shopId,
    ]);
    const sessions = await client.query(
      'DELETE FROM shopify_session WHERE shop_domain = (SELECT domain FROM shop WHERE id = $1)',
      [shopId],
    );
    erased['shopify_session'] = sessions.rowCount ?? 0;
    await client.query(
      `UPDATE shop SET status = 'redacted', name = '', current_run_id = NULL, granted_scopes = '{}',
         country_code = NULL, uninstalled_at = COALESCE(uninstalled_at, now())
       WHERE id = $1`,
      [shopId],
    );
    return erased;
  });
}
