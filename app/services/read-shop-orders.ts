import type { Db } from '~/data/db';
import { readOrderColumns } from '~/data/orders/read-order-columns';
import { minorUnitDigits } from '~/domain/money';
import type { OrderColumns } from '~/engine/clv/order-columns';

/** All sales to known customers as the engine takes them: amounts in units of the shop's currency. */
export async function readShopOrders(db: Db, shopId: string, currency: string): Promise<OrderColumns> {
  const { minor, ...columns } = await readOrderColumns(db, shopId);
  const perUnit = 10 ** minorUnitDigits(currency);
  return { ...columns, revenue: minor.map((amount) => amount / perUnit) };
}
