import type { CsvFault, OrdersCsvFormat } from './contract';
import { fault } from './fault';

/** Where the columns are; -1 for optional ones that the file lacks. */
export interface OrdersHeader {
  readonly format: OrdersCsvFormat;
  readonly names: readonly string[];
  readonly customer: number;
  /** Of a Shopify export: who ordered where there is no customer id. */
  readonly email: number;
  readonly date: number;
  readonly amount: number;
  /** Plain orders only: what brought the customer. */
  readonly channel: number;
  /** Shopify's own export only. */
  readonly orderName: number;
  readonly status: number;
  readonly refunded: number;
  readonly outstanding: number;
  readonly cancelled: number;
  readonly currency: number;
  readonly payment: number;
}

/**
 * Recognises `customer_id,order_date,revenue` (revenue may lack, `channel` may be added) and the orders export of Shopify admin, whose first
 * row of an order carries the order's own columns and whose further rows carry only line items. Shopify names customers
 * by e-mail; where someone has added a column with the customer's id, that is who they are.
 */
export function readHeader(
  names: readonly string[],
): OrdersHeader | { readonly faults: readonly CsvFault[] } {
  const known = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const at = (name: string): number => known.indexOf(name);
  const shopify = at('name') >= 0 && at('created_at') >= 0 && at('total') >= 0 && at('order_date') < 0;
  const isUsed = (name: string): boolean => USED.has(name) || (!shopify && name === 'channel');
  const repeated = known.findIndex((name, i) => isUsed(name) && known.indexOf(name) !== i);
  if (repeated >= 0) {
    return { faults: [fault('repeated-column', 1, names[repeated] ?? null, names.join(','))] };
  }
  const header: OrdersHeader = {
    format: shopify ? 'shopify' : 'orders',
    names,
    customer: at('customer_id'),
    email: shopify ? at('email') : -1,
    date: at(shopify ? 'created_at' : 'order_date'),
    amount: at(shopify ? 'total' : 'revenue'),
    channel: shopify ? -1 : at('channel'),
    orderName: shopify ? at('name') : -1,
    status: shopify ? at('financial_status') : -1,
    refunded: shopify ? at('refunded_amount') : -1,
    outstanding: shopify ? at('outstanding_balance') : -1,
    cancelled: shopify ? at('cancelled_at') : -1,
    currency: shopify ? at('currency') : -1,
    payment: shopify ? at('payment_method') : -1,
  };
  const missing: string[] = [];
  if (header.customer < 0 && header.email < 0) missing.push(shopify ? 'Email' : 'customer_id');
  if (header.date < 0) missing.push('order_date');
  if (missing.length === 0) return header;
  return { faults: missing.map((column) => fault('missing-column', 1, column, names.join(','))) };
}

const USED = new Set([
  'customer_id',
  'order_date',
  'revenue',
  'name',
  'email',
  'created_at',
  'total',
  'financial_status',
  'refunded_amount',
  'outstanding_balance',
  'cancelled_at',
  'currency',
  'payment_method',
]);
