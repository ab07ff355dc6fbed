import { searchCustomers } from '~/connectors/shopify/search-customers';
import type { PredictionSearch } from '~/data/model-runs/prediction-filter';
import type { ServiceContext } from './context';
import { searchTerms } from './search-terms';

/** Names are asked for a page of a list, which shows no more than the best matches. */
const MOST_MATCHES = 100;

/**
 * What the database is asked for when a merchant has typed something. Names, e-mails and phones are not stored here, so
 * Shopify is asked who they belong to.
 * @throws ConnectorError when Shopify does not answer; it is not asked for what can only be a code
 */
export async function findSearched(
  context: ServiceContext,
  shopDomain: string,
  typed: string,
  signal?: AbortSignal,
): Promise<PredictionSearch> {
  const { code, contact } = searchTerms(typed);
  if (contact === null) return { code, customerIds: [] };
  const client = context.connectShopify(shopDomain);
  return { code, customerIds: await searchCustomers(client, contact, MOST_MATCHES, signal) };
}
