import { readGrantedScopes, readShop } from '~/connectors/shopify/read-shop';
import { appendActivity } from '~/data/logs/activity-log';
import { appendAudit } from '~/data/logs/audit-log';
import { latestRun } from '~/data/pipeline/create-run';
import { findShopByDomain } from '~/data/shops/find-shop';
import { installShop } from '~/data/shops/install-shop';
import type { Shop } from '~/data/shops/shop';
import { withShopLock } from '~/data/with-shop-lock';
import { scheduleNightly } from '~/jobs/schedule';
import type { ServiceContext } from './context';
import { startPipeline } from './start-pipeline';

/**
 * The shop behind an authenticated request. On first sight, and after a re-install, it is stored, its nights are
 * scheduled and its first pass begins.
 * @throws ConnectorError when Shopify will not tell about the shop
 */
export async function ensureInstalled(context: ServiceContext, domain: string, actor: string): Promise<Shop> {
  const known = await findShopByDomain(context.db, domain);
  if (known?.status === 'active') {
    const run = await latestRun(context.db, known.id);
    // The queue was away, or this process died, before the run's first job was in the queue. Safe where it is.
    const begun = run !== null && (run.status !== 'running' || run.steps[0]?.status !== 'waiting');
    if (!begun) await beginPasses(context, known);
    return known;
  }
  const { db, clock, log } = context;
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
  await beginPasses(context, shop);
  log.info({ shopId: shop.id }, 'shop installed');
  return shop;
}

/** One at a time: the first page of a shop asks for several things at once, and a schedule must not be made twice. */
async function beginPasses(context: ServiceContext, { id: shopId, timeZone }: Shop): Promise<void> {
  await withShopLock(context.db, `begin-passes ${shopId}`, async () => {
    await scheduleNightly(context.queue, { shopId, timeZone });
    // Here and not by a job: the page that this request renders finds the run and follows it from its first second.
    await startPipeline(context, { shopId, trigger: 'install' });
  });
}
