import type { ShopifyClient } from './client';
import { freeTextQuery } from './free-text-query';
import { fromGid } from './gid';
import { CUSTOMER_SEARCH } from './operations';
import { customerSearchSchema } from './schemas';

const MOST_CUSTOMERS = 100;

/**
 * Finds customers by what a person types: the beginning of any name, a whole e-mail, a phone. Only ids come back, the
 * best match first; who they are is read where it is shown.
 * @param limit most ids, from 1 to 100
 * @throws RangeError when `limit` is out of range
 * @throws ConnectorError, `forbidden` when Shopify has not approved the app for names, e-mails and phones
 */
export async function searchCustomers(
  client: ShopifyClient,
  text: string,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST_CUSTOMERS)) {
    throw new RangeError(`invalid limit; not a whole number in [1, ${MOST_CUSTOMERS}]: ${limit}`);
  }
  const query = freeTextQuery(text);
  if (query === null) return [];
  const variables = { first: limit, query };
  const { customers } = await client.request(CUSTOMER_SEARCH, customerSearchSchema, variables, signal);
  return customers.nodes.map(({ id }) => fromGid('Customer', id));
}
