import type { SourceCustomer, SourceOrder } from '~/domain/order';
import type { SourcePage } from '../contract';
import { normaliseCustomer, normaliseOrder } from './normalise';
import type { OrderHeaderNode, OrderLineNode } from './schemas';

export interface OrderWithLines {
  readonly header: OrderHeaderNode;
  readonly lines: readonly OrderLineNode[];
}

/** Normalises a page of orders and lists its customers once each. */
export function toSourcePage(page: readonly OrderWithLines[]): SourcePage {
  const orders: SourceOrder[] = [];
  const customers = new Map<string, SourceCustomer>();
  for (const { header, lines } of page) {
    orders.push(normaliseOrder(header, lines));
    if (header.customer) customers.set(header.customer.id, normaliseCustomer(header.customer));
  }
  return { orders, customers: [...customers.values()] };
}
