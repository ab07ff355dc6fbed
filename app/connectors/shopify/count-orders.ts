import { ConnectorError } from '../contract';
import type { ShopifyClient } from './client';
import { ORDERS_COUNT } from './operations';
import { ordersCountSchema } from './schemas';
import { updatedSinceFilter } from './search-filter';

/** Number of orders that Shopify shows to the app. @throws ConnectorError */
export async function countOrders(
  client: ShopifyClient,
  options: { readonly updatedSince?: Date; readonly signal?: AbortSignal } = {},
): Promise<number> {
  // `limit: null`: without it Shopify stops counting at 10,000.
  const variables = { query: updatedSinceFilter(options.updatedSince), limit: null };
  const { ordersCount } = await client.request(ORDERS_COUNT, ordersCountSchema, variables, options.signal);
  if (ordersCount?.precision !== 'EXACT') {
    throw new ConnectorError('invalid-response', 'the number of orders is not exact');
  }
  return ordersCount.count;
}
