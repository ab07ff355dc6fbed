import type { JobQueue } from './queue';

const NIGHTLY_CRON = '0 2 * * *';

/** Runs the pipeline of a shop each night at 02:00 of its zone. Safe to repeat; a new zone replaces the old. */
export async function scheduleNightly(
  queue: JobQueue,
  shop: { readonly shopId: string; readonly timeZone: string },
): Promise<void> {
  await queue.schedule({
    key: nightlyKey(shop.shopId),
    name: 'start-pipeline',
    payload: { shopId: shop.shopId, trigger: 'nightly' },
    cron: NIGHTLY_CRON,
    timeZone: shop.timeZone,
  });
}

/** For a shop that has uninstalled. */
export async function unscheduleNightly(queue: JobQueue, shopId: string): Promise<void> {
  await queue.unschedule(nightlyKey(shopId));
}

function nightlyKey(shopId: string): string {
  return `nightly-${shopId}`;
}
