import type { ShopifyClient } from '~/connectors/shopify/client';
import { readShop as readSourceShop } from '~/connectors/shopify/read-shop';
import type { Shop } from '~/data/shops/shop';
import { updateShopFacts } from '~/data/shops/update-shop';
import { scheduleNightly } from '~/jobs/schedule';
import type { ServiceContext } from './context';

/** Takes over a new name or zone of the shop: its days, and its nights, are those of its own clock. */
export async function refreshShop(
  { db, queue }: ServiceContext,
  shop: Shop,
  client: ShopifyClient,
  signal: AbortSignal,
): Promise<Shop> {
  const { name, timeZone } = await readSourceShop(client, signal);
  if (name === shop.name && timeZone === shop.timeZone) return shop;
  await updateShopFacts(db, shop.id, { name, timeZone });
  await scheduleNightly(queue, { shopId: shop.id, timeZone });
  return { ...shop, name, timeZone };
}
