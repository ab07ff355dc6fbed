import { appendActivity } from '~/data/logs/activity-log';
import { updateConnection } from '~/data/connections/connections';
import type { Shop } from '~/data/shops/shop';
import { updateShopScopes } from '~/data/shops/update-shop';
import type { ServiceContext } from './context';

const WHOLE_HISTORY = 'read_all_orders';

/** Other scopes show other orders: when the whole history comes into sight, the next pass reads it from the start. */
export async function changeScopes(
  context: ServiceContext,
  shop: Shop,
  scopes: readonly string[],
): Promise<void> {
  const { db, clock } = context;
  const before = new Set(shop.grantedScopes);
  if (before.size === scopes.length && scopes.every((scope) => before.has(scope))) return;
  await updateShopScopes(db, shop.id, scopes);
  if (scopes.includes(WHOLE_HISTORY) && !before.has(WHOLE_HISTORY)) {
    await updateConnection(db, shop.id, 'shopify', { cursorUpdatedAt: null });
  }
  await appendActivity(db, shop.id, { at: clock.now(), tone: 'info', key: 'scopes-changed', values: {} });
}
