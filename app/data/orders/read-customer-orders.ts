import type { IsoDay } from '~/domain/iso-day';
import type { OrderLine, SourceOrder } from '~/domain/order';
import type { Db } from '../db';
import { dayOf } from '../day-column';
import { withShop, type ShopTransaction } from '../with-shop';

type OrderFacts =
  | 'sourceId'
  | 'name'
  | 'processedAt'
  | 'currency'
  | 'totalMinor'
  | 'refundedMinor'
  | 'netMinor'
  | 'discountMinor'
  | 'discountCodes'
  | 'presentmentCurrency'
  | 'presentmentNetMinor'
  | 'test'
  | 'cancelledAt'
  | 'lines';

export interface CustomerOrder extends Pick<SourceOrder, OrderFacts> {
  /** Day in the shop's zone. */
  readonly day: IsoDay;
  /** Open: a later release of the source may know more. */
  readonly financialStatus: string | null;
}

/** A customer's orders of every state with their lines, newest first. */
export function readCustomerOrders(
  db: Db,
  shopId: string,
  customerId: string,
  { limit }: { readonly limit: number },
): Promise<CustomerOrder[]> {
  return withShop(db, shopId, (tx) => customerOrders(tx, shopId, customerId, limit));
}

export async function customerOrders(
  tx: ShopTransaction,
  shopId: string,
  customerId: string,
  limit?: number,
): Promise<CustomerOrder[]> {
  const orders = await tx.order.findMany({
    where: { shopId, customerId },
    orderBy: [{ processedAt: 'desc' }, { sourceId: 'desc' }],
    ...(limit === undefined ? {} : { take: limit }),
  });
  const lines = await tx.orderLine.findMany({
    where: { shopId, orderId: { in: orders.map((order) => order.sourceId) } },
    orderBy: { sourceId: 'asc' },
  });
  const linesByOrder = new Map<string, OrderLine[]>(orders.map((order) => [order.sourceId, []]));
  for (const { orderId, sourceId, productId, title, quantity, totalMinor } of lines) {
    linesByOrder.get(orderId)?.push({ sourceId, productId, title, quantity, totalMinor });
  }
  return orders.map((order) => ({
    sourceId: order.sourceId,
    name: order.name,
    day: dayOf(order.localDay),
    processedAt: order.processedAt.toISOString(),
    currency: order.currency,
    totalMinor: order.totalMinor,
    refundedMinor: order.refundedMinor,
    netMinor: order.netMinor,
    discountMinor: order.discountMinor,
    discountCodes: order.discountCodes,
    presentmentCurrency: order.presentmentCurrency,
    presentmentNetMinor: order.presentmentNetMinor,
    financialStatus: order.financialStatus,
    test: order.test,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    lines: linesByOrder.get(order.sourceId) ?? [],
  }));
}
