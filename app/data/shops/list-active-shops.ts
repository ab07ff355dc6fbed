import type { Db } from '../db';
import { withSetting } from '../with-shop';
import { toShop, type Shop } from './shop';

/** Every shop with the app installed, for the scheduler. The only read across shops in the product. */
export async function listActiveShops(db: Db): Promise<Shop[]> {
  const rows = await withSetting(db, { 'app.shop_directory': 'on' }, (tx) =>
    tx.shop.findMany({ where: { status: 'active' }, orderBy: { domain: 'asc' } }),
  );
  return rows.map(toShop);
}
