import type { SourceCustomer } from '~/domain/order';
import type { SourcePage } from '../contract';
import { chunks, MAX_INPUT_LIST } from './chunks';
import type { ShopifyClient } from './client';
import { completeLines, LINES_WITH_ORDER } from './complete-lines';
import { toGid } from './gid';
import { normaliseCustomer } from './normalise';
import { CUSTOMERS_BY_ID, ORDERS_BY_ID } from './operations';
import { type OrderWithLines, toSourcePage } from './order-page';
import { customersByIdSchema, ordersByIdSchema } from './schemas';

// Shopify does not say what it charges for a list of ids: 25 orders pass even at full price for each.
const ORDERS_PER_REQUEST = 25;

export interface FetchedOrders extends SourcePage {
  /** Ids that Shopify no longer knows: deleted, or out of reach of the app's scopes. */
  readonly missingIds: readonly string[];
}

/** Orders by id, as webhooks announce them, whatever their number. @throws ConnectorError */
export async function fetchOrdersByIds(
  client: ShopifyClient,
  sourceIds: readonly string[],
  signal?: AbortSignal,
): Promise<FetchedOrders> {
  const found: OrderWithLines[] = [];
  const missingIds: string[] = [];
  for (const chunk of chunks(sourceIds, ORDERS_PER_REQUEST)) {
    const ids = chunk.map((id) => toGid('Order', id));
    const variables = { ids, linesFirst: LINES_WITH_ORDER };
    const { nodes } = await client.request(ORDERS_BY_ID, ordersByIdSchema, variables, signal);
    for (const [index, id] of chunk.entries()) {
      const node = nodes[index];
      if (node) found.push(await completeLines(client, node, signal));
      else missingIds.push(id);
    }
  }
  return { ...toSourcePage(found), missingIds };
}

export interface FetchedCustomers {
  readonly customers: readonly SourceCustomer[];
  readonly missingIds: readonly string[];
}

/** Customers by id, whatever their number. @throws ConnectorError */
export async function fetchCustomersByIds(
  client: ShopifyClient,
  sourceIds: readonly string[],
  signal?: AbortSignal,
): Promise<FetchedCustomers> {
  const customers: SourceCustomer[] = [];
  const missingIds: string[] = [];
  for (const chunk of chunks(sourceIds, MAX_INPUT_LIST)) {
    const ids = chunk.map((id) => toGid('Customer', id));
    const { nodes } = await client.request(CUSTOMERS_BY_ID, customersByIdSchema, { ids }, signal);
    for (const [index, id] of chunk.entries()) {
      const node = nodes[index];
      if (node) customers.push(normaliseCustomer(node));
      else missingIds.push(id);
    }
  }
  return { customers, missingIds };
}
