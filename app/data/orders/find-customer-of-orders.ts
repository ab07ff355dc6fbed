import type { Db } from '../db';
import { withShop } from '../with-shop';

/** Whose orders these are, for requests that name a person by orders only; `null` for guests and unknown orders. */
export async function findCustomerOfOrders(
  db: Db,
  shopId: string,
  sourceIds: readonly string[],
): Promise<string | null> {
  const order = await withShop(db, shopId, (tx) =>
    tx.order.findFirst({
      where: { shopId, sourceId: { in: [...sourceIds] }, customerId: { not: null } },
      select: { customerId: true },
      orderBy: { sourceId: 'asc' },
    }),
  );
  return order?.customerId ?? null;
}
