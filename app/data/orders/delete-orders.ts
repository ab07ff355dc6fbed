import type { Db } from '../db';
import { withShop } from '../with-shop';

/** Removes orders that the source no longer has, with their lines. @returns orders removed */
export async function deleteOrders(db: Db, shopId: string, sourceIds: readonly string[]): Promise<number> {
  const ids = [...sourceIds];
  return withShop(db, shopId, async (tx) => {
    await tx.orderLine.deleteMany({ where: { shopId, orderId: { in: ids } } });
    const { count } = await tx.order.deleteMany({ where: { shopId, sourceId: { in: ids } } });
    return count;
  });
}
