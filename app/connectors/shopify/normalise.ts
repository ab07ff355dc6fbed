import { parseMinorUnits } from '~/domain/money';
import type { OrderLine, OrderOrigin, SourceCustomer, SourceOrder } from '~/domain/order';
import { ConnectorError } from '../contract';
import { fromGid } from './gid';
import type { CustomerNode, OrderHeaderNode, OrderLineNode } from './schemas';

interface ShopifyMoney {
  readonly amount: string;
  readonly currencyCode: string;
}

/** Shopify's order, with all of its lines, as the domain knows it. @throws ConnectorError invalid-response */
export function normaliseOrder(node: OrderHeaderNode, lines: readonly OrderLineNode[]): SourceOrder {
  const { shopMoney, presentmentMoney } = node.netPaymentSet;
  // Not `order.currencyCode`: the amounts' own code is the one that their digits are in.
  const currency = shopMoney.currencyCode;
  const summary = node.customerJourneySummary;
  return {
    sourceId: fromGid('Order', node.id),
    name: node.name,
    customerId: node.customer ? fromGid('Customer', node.customer.id) : null,
    processedAt: instant(node.processedAt),
    updatedAt: instant(node.updatedAt),
    currency,
    totalMinor: minor(node.currentTotalPriceSet.shopMoney, currency),
    refundedMinor: minor(node.totalRefundedSet.shopMoney, currency),
    netMinor: minor(shopMoney, currency),
    // The discounts of today: `totalDiscountsSet` keeps those of goods that came back, and `netPaymentSet` does not.
    discountMinor: minor(node.currentTotalDiscountsSet.shopMoney, currency),
    discountCodes: node.discountCodes,
    presentmentCurrency: presentmentMoney.currencyCode,
    presentmentNetMinor: minor(presentmentMoney, presentmentMoney.currencyCode),
    financialStatus: node.displayFinancialStatus ?? null,
    test: node.test,
    cancelledAt: node.cancelledAt ? instant(node.cancelledAt) : null,
    origin: originOf(summary?.firstVisit),
    // An order without a journey (point of sale, imported) will never get one: nothing to wait for.
    originReady: summary?.ready ?? true,
    lines: lines.map((line) => normaliseLine(line, currency)),
  };
}

function normaliseLine(line: OrderLineNode, currency: string): OrderLine {
  return {
    sourceId: fromGid('LineItem', line.id),
    // `null` for a product that was deleted, and for lines typed in by hand.
    productId: line.product ? fromGid('Product', line.product.id) : null,
    title: line.title,
    quantity: line.quantity,
    totalMinor: minor(line.discountedTotalSet.shopMoney, currency),
  };
}

export function normaliseCustomer(node: CustomerNode): SourceCustomer {
  return {
    sourceId: fromGid('Customer', node.id),
    createdAt: instant(node.createdAt),
    lifetimeOrders: Number(node.numberOfOrders),
  };
}

function originOf(
  visit: NonNullable<OrderHeaderNode['customerJourneySummary']>['firstVisit'],
): OrderOrigin | null {
  if (!visit) return null;
  return {
    source: visit.source,
    utmSource: visit.utmParameters?.source ?? null,
    utmMedium: visit.utmParameters?.medium ?? null,
    utmCampaign: visit.utmParameters?.campaign ?? null,
  };
}

/** Exact minor units of an amount that has to be in the currency given. */
export function minor(money: ShopifyMoney, currency: string): bigint {
  const units = money.currencyCode === currency ? parseMinorUnits(money.amount, currency) : null;
  if (units === null) {
    throw new ConnectorError(
      'invalid-response',
      `not an amount of ${currency}: ${money.amount} ${money.currencyCode}`,
    );
  }
  return units;
}

/** ISO instant in UTC, whatever offset the source wrote. */
function instant(text: string): string {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ConnectorError('invalid-response', `not an instant: ${text}`);
  return new Date(ms).toISOString();
}
