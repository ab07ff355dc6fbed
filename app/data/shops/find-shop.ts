import type { Db } from '../db';
import { withSetting, withShop } from '../with-shop';
import { toShop, type Shop } from './shop';

export async function findShopByDomain(db: Db, domain: string): Promise<Shop | null> {
  const row = await withSetting(db, { 'app.shop_domain': domain }, (tx) =>
    tx.shop.findUnique({ where: { domain } }),
  );
  return row && toShop(row);
}

export async function readShop(db: Db, shopId: string): Promise<Shop | null> {
  const row = await withShop(db, shopId, (tx) => tx.shop.findUnique({ where: { id: shopId } }));
  return row && toShop(row);
}
