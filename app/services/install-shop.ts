import { readGrantedScopes, readShop } from '~/connectors/shopify/read-shop';
import { appendActivity } from '~/data/logs/activity-log';
import { appendAudit } from '~/data/logs/audit-log';
import { findShopByDomain } from '~/data/shops/find-shop';
import { installShop } from '~/data/shops/install-shop';
import type { Shop } from '~/data/shops/shop';
import { scheduleNightly } from '~/jobs/schedule';
import type { ServiceContext } from './context';

/**
 * The shop behind an authenticated request. On first sight, and after a re-install, it is stored, its nights are
 * scheduled and its first pass begins.
 * @throws ConnectorError when Shopify will not tell about the shop
 */
export async function ensureInstalled(context: ServiceContext, domain: string, actor: string): Promise<Shop> {
  const known = await findShopByDomain(context.db, domain);
  if (known?.status === 'active') return known;
  const { db, queue, clock, log } = context;
  const client = context.connectShopify(domain);
  const [source, grantedScopes] = [await readShop(client), await readGrantedScopes(client)];
  const shop = await installShop(db, {
    domain,
    name: source.name,
    currency: source.currency,
    timeZone: source.timeZone,
    countryCode: null,
    grantedScopes,
    at: clock.now(),
  });
  await appendAudit(db, shop.id, {
    at: clock.now(),
    actor,
    action: 'shop.install',
    subject: domain,
    detail: {},
  });
  await appendActivity(db, shop.id, { at: clock.now(), tone: 'info', key: 'shop-installed', values: {} });
  await scheduleNightly(queue, { shopId: shop.id, timeZone: shop.timeZone });
  await queue.enqueue('start-pipeline', { shopId: shop.id, trigger: 'install' });
  log.info({ shopId: shop.id }, 'shop installed');
  return shop;
}
