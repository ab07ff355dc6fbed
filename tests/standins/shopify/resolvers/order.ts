import { gid } from '../gid';
import type { SimulatedLine } from '~/engine/simulate/simulated-shop';
import { currentDiscountMinor, discountMinor, lineDiscountMinor } from '../order-discounts';
import type { StandinOrder, StandinRefund } from '../shop-state';
import type { MoneyBag } from '../money-bag';
import { customerJourney } from './customer-journey';
import { listByNumber, type ListResolvers, numberArgument, type Resolvers } from './resolver';

interface StandinLine {
  readonly __typename: 'LineItem';
  readonly id: number;
  readonly index: number;
  readonly entry: StandinOrder;
  readonly line: SimulatedLine;
}

/** Line ids are the order's id with two more digits: stable, and unique in the shop. */
export function linesOf(entry: StandinOrder): StandinLine[] {
  return entry.order.lines.map((line, index) => ({
    __typename: 'LineItem',
    id: entry.order.id * 100 + index,
    index,
    entry,
    line,
  }));
}

/** What is left to pay for: the total less what was returned; nothing once the order is cancelled. */
export function currentTotalMinor(entry: StandinOrder): bigint {
  if (entry.order.cancelledAt !== null) return 0n;
  const left = entry.shop.minor(entry.order.total) - entry.shop.minor(entry.order.refunded);
  return left < 0n ? 0n : left;
}

function amount(of: (entry: StandinOrder) => bigint) {
  return (entry: StandinOrder) => entry.shop.money(of(entry), entry.order);
}

export const orderResolvers: Resolvers<StandinOrder> = {
  id: (entry) => gid('Order', entry.order.id),
  legacyResourceId: (entry) => String(entry.order.id),
  name: (entry) => `#${entry.number}`,
  number: (entry) => entry.number,
  createdAt: (entry) => entry.order.createdAt,
  processedAt: (entry) => entry.order.createdAt,
  updatedAt: (entry) => entry.order.updatedAt,
  cancelledAt: (entry) => entry.order.cancelledAt,
  cancelReason: (entry) => (entry.order.cancelledAt === null ? null : 'CUSTOMER'),
  closed: () => false,
  closedAt: () => null,
  confirmed: () => true,
  test: (entry) => entry.order.test,
  tags: () => [],
  discountCodes: (entry) => entry.discounts.map(({ code }) => code),
  note: () => null,
  currencyCode: (entry) => entry.shop.data.currency,
  presentmentCurrencyCode: (entry) => entry.order.presentmentCurrency,
  displayFinancialStatus: (entry) => entry.order.financialStatus,
  displayFulfillmentStatus: () => 'FULFILLED',
  fullyPaid: (entry) => entry.shop.minor(entry.order.paid) >= entry.shop.minor(entry.order.total),
  unpaid: (entry) => entry.shop.minor(entry.order.paid) < currentTotalMinor(entry),
  totalPriceSet: amount((entry) => entry.shop.minor(entry.order.total)),
  originalTotalPriceSet: amount((entry) => entry.shop.minor(entry.order.total)),
  currentTotalPriceSet: amount(currentTotalMinor),
  totalDiscountsSet: amount(discountMinor),
  currentTotalDiscountsSet: amount((entry) => currentDiscountMinor(entry, currentTotalMinor(entry))),
  totalRefundedSet: amount((entry) => entry.shop.minor(entry.order.refunded)),
  totalReceivedSet: amount((entry) => entry.shop.minor(entry.order.paid)),
  netPaymentSet: amount(
    (entry) => entry.shop.minor(entry.order.paid) - entry.shop.minor(entry.order.refunded),
  ),
  totalOutstandingSet: amount((entry) => {
    const net = entry.shop.minor(entry.order.paid) - entry.shop.minor(entry.order.refunded);
    const due = currentTotalMinor(entry) - net;
    return due < 0n ? 0n : due;
  }),
  customer: (entry) =>
    entry.order.customerId === null ? null : (entry.shop.customers.get(entry.order.customerId) ?? null),
  customerJourneySummary: (entry) => customerJourney(entry),
  refunds: (entry, args) => entry.refunds.slice(0, numberArgument(args, 'first') ?? undefined),
  returnStatus: (entry) => entry.returnStatus,
  retailLocation: () => null,
  sourceName: () => 'web',
};

export const orderLists: ListResolvers<StandinOrder> = {
  lineItems: (entry, args) => listByNumber(linesOf(entry), (line) => line.id, args),
};

function lineAmount({ entry, line, index }: StandinLine, afterDiscounts: boolean): MoneyBag {
  const minor = entry.shop.minor(line.total);
  return entry.shop.money(afterDiscounts ? minor : minor + lineDiscountMinor(entry, index), entry.order);
}

export const lineItemResolvers: Resolvers<StandinLine> = {
  id: (item) => gid('LineItem', item.id),
  title: (item) => item.line.title,
  name: (item) => item.line.title,
  quantity: (item) => item.line.quantity,
  currentQuantity: (item) => (item.entry.order.cancelledAt === null ? item.line.quantity : 0),
  // Every discount here is one of a code: without them the line costs what it did before.
  discountedTotalSet: (item, args) => lineAmount(item, args['withCodeDiscounts'] === true),
  originalTotalSet: (item) => lineAmount(item, false),
  product: (item) => ({ __typename: 'Product', id: item.line.productId, title: item.line.title }),
};

export interface StandinProduct {
  readonly __typename: 'Product';
  readonly id: number;
  readonly title: string;
}

export const productResolvers: Resolvers<StandinProduct> = {
  id: (product) => gid('Product', product.id),
  legacyResourceId: (product) => String(product.id),
  title: (product) => product.title,
};

export const refundResolvers: Resolvers<StandinRefund> = {
  id: (refund) => gid('Refund', refund.id),
  legacyResourceId: (refund) => String(refund.id),
  createdAt: (refund) => refund.createdAt,
  processedAt: (refund) => refund.createdAt,
  updatedAt: (refund) => refund.createdAt,
  note: () => null,
  order: (refund) => refund.order,
  totalRefundedSet: (refund) => refund.order.shop.money(refund.minor, refund.order.order),
};
