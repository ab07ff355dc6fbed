import { appendActivity } from '~/data/logs/activity-log';
import { appendAudit } from '~/data/logs/audit-log';
import { updateConnection } from '~/data/connections/connections';
import { cancelRunsOfShop } from '~/data/pipeline/finish-run';
import { markShopUninstalled } from '~/data/shops/update-shop';
import type { Shop } from '~/data/shops/shop';
import { unscheduleNightly } from '~/jobs/schedule';
import type { ServiceContext } from './context';

/**
 * The merchant removed the app: tokens go, nights and running passes stop. Data stay until Shopify asks for their
 * erasure 48 hours later, so that a merchant who comes back finds everything. Safe to repeat.
 */
export async function uninstallShop(context: ServiceContext, shop: Shop): Promise<void> {
  const { db, queue, clock } = context;
  await context.forgetSessions(shop.domain);
  await unscheduleNightly(queue, shop.id);
  const at = clock.now();
  await cancelRunsOfShop(db, shop.id, at);
  if (shop.status !== 'active') return;
  await markShopUninstalled(db, shop.id, at);
  await updateConnection(db, shop.id, 'shopify', { state: 'disconnected', bulkOperationId: null });
  await appendAudit(db, shop.id, {
    at,
    actor: 'shopify',
    action: 'shop.uninstall',
    subject: shop.domain,
    detail: {},
  });
  await appendActivity(db, shop.id, { at, tone: 'warning', key: 'shop-uninstalled', values: {} });
}
