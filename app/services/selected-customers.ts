import { listCustomerIds, type CustomerIdList } from '~/data/model-runs/list-customer-ids';
import type { Shop } from '~/data/shops/shop';
import type { CustomerFilter } from '~/domain/customer-filter';
import type { ServiceContext } from './context';
import { findSearched } from './find-searched';

/**
 * The customers of a pass that a list's filter shows, the most valuable first: what "select all" means.
 * @param limit most ids; the total counts the others too
 * @throws ConnectorError when a name was searched for and Shopify does not answer: a part must not pass for the whole
 */
export async function selectedCustomers(
  context: ServiceContext,
  shop: Shop,
  pipelineRunId: string,
  { smart, search }: CustomerFilter,
  limit: number,
  signal?: AbortSignal,
): Promise<CustomerIdList> {
  const searched = search === null ? null : await findSearched(context, shop.domain, search, signal);
  return listCustomerIds(context.db, shop.id, {
    filter: { smart, search: searched },
    ...{ sort: 'clv12m', direction: 'desc', limit, offset: 0, pipelineRunId },
  });
}

/** All of them. */
export async function selectedCustomerIds(
  context: ServiceContext,
  shop: Shop,
  pipelineRunId: string,
  filter: CustomerFilter,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const limit = 2 ** 31 - 1;
  return (await selectedCustomers(context, shop, pipelineRunId, filter, limit, signal)).customerIds;
}
