import { appendActivity } from '~/data/logs/activity-log';
import { readConnection, updateConnection } from '~/data/connections/connections';
import type { Shop } from '~/data/shops/shop';
import { updateShopScopes } from '~/data/shops/update-shop';
import type { ServiceContext } from './context';

const WHOLE_HISTORY = 'read_all_orders';

export function seesWholeHistory(scopes: readonly string[]): boolean {
  return scopes.includes(WHOLE_HISTORY);
}

/**
 * Notes what the merchant granted. Other scopes show other orders: when the whole history comes into sight, the next
 * pass reads it from the start.
 */
export async function changeScopes(
  { db, clock }: ServiceContext,
  shop: Shop,
  scopes: readonly string[],
): Promise<void> {
  const before = new Set(shop.grantedScopes);
  if (before.size === scopes.length && scopes.every((scope) => before.has(scope))) return;
  await updateShopScopes(db, shop.id, scopes);
  if (seesWholeHistory(scopes) && !seesWholeHistory(shop.grantedScopes)) {
    await updateConnection(db, shop.id, 'shopify', { cursorUpdatedAt: null });
  }
  await appendActivity(db, shop.id, { at: clock.now(), tone: 'info', key: 'scopes-changed', values: {} });
}

/** True when the shop was read before and has to be read once more from the start. */
export async function awaitsFullRead({ db }: ServiceContext, shopId: string): Promise<boolean> {
  const connection = await readConnection(db, shopId, 'shopify');
  return connection !== null && connection.lastMode !== null && connection.cursorUpdatedAt === null;
}
