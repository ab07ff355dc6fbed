import { ConnectorError } from '~/connectors/contract';
import { listSavedFilters } from '~/data/filters/saved-filters';
import type { PredictionSearch } from '~/data/model-runs/prediction-filter';
import type { PredictionSort } from '~/data/model-runs/prediction-order';
import { readPredictions } from '~/data/model-runs/read-predictions';
import type { Shop } from '~/data/shops/shop';
import type { ServiceContext } from './context';
import { findSearched } from './find-searched';
import { asOfView, readInsights, requireShop, toCustomerView, toShopView } from './read-dashboard';
import { searchTerms } from './search-terms';
import { toSavedFilters } from './stored-filter';
import {
  FORECAST_SORTS,
  type CustomerOrder,
  type CustomerSort,
  type CustomersQuery,
  type CustomersView,
} from './views/customers-view';

const PAGE_SIZE = 50;
/** A page that waits longer for Shopify shows what it finds without. */
const SEARCH_PATIENCE_MS = 4_000;

const SORTS: Readonly<Record<CustomerSort, PredictionSort>> = {
  clv: 'clv12m',
  'money-at-risk': 'moneyAtRisk',
  'rescue-gain': 'rescueGain',
  'p-buy': 'pBuy90',
  'last-order': 'lastOrderDay',
  orders: 'ordersCounted',
  alias: 'alias',
};
/** One page of the customers of the last finished pass. */
export async function readCustomers(
  context: ServiceContext,
  shopId: string,
  query: CustomersQuery,
): Promise<CustomersView> {
  const { db } = context;
  const [shop, insights] = await Promise.all([requireShop(context, shopId), readInsights(context, shopId)]);
  if (insights === null) return { state: 'empty', shop: toShopView(shop) };
  const [asOf, savedFilters, { search, codesOnly }] = await Promise.all([
    asOfView(context, shop, insights),
    listSavedFilters(db, shopId),
    searchedFor(context, shop, query.search),
  ]);
  const forecast = insights.customerForecasts !== null;
  const order = orderOf(query, forecast);
  const readPage = (page: number) =>
    readPredictions(db, shopId, {
      filter: { smart: query.smart, search },
      ...{ sort: SORTS[order.sort], direction: order.direction },
      ...{ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, pipelineRunId: insights.runId },
    });
  const asked = await readPage(query.page);
  const lastPage = Math.max(1, Math.ceil(asked.total / PAGE_SIZE));
  // An address from yesterday may lie behind today's last page.
  const page = Math.min(query.page, lastPage);
  const { rows, total } = page === query.page ? asked : await readPage(page);
  return {
    state: 'ready',
    shop: toShopView(shop),
    asOf,
    query: { ...query, ...order, page },
    ...{ forecast, codesOnly, total },
    pageSize: PAGE_SIZE,
    rows: rows.map((row) => toCustomerView(shopId, row, asOf.analysisDay)),
    savedFilters: toSavedFilters(savedFilters),
  };
}

function orderOf({ sort, direction }: CustomersQuery, forecast: boolean): CustomerOrder {
  return forecast || !FORECAST_SORTS.has(sort)
    ? { sort, direction }
    : { sort: 'last-order', direction: 'desc' };
}

interface Searched {
  readonly search: PredictionSearch | null;
  readonly codesOnly: boolean;
}

/** A name cannot be looked up while Shopify does not answer; a code can. */
async function searchedFor(context: ServiceContext, shop: Shop, typed: string | null): Promise<Searched> {
  if (typed === null) return { search: null, codesOnly: false };
  const signal = AbortSignal.timeout(SEARCH_PATIENCE_MS);
  try {
    return { search: await findSearched(context, shop.domain, typed, signal), codesOnly: false };
  } catch (error) {
    if (!(error instanceof ConnectorError) && !signal.aborted) throw error;
    // Not what was typed: it may be a name.
    context.log.warn({ err: error, shop: shop.domain }, 'customers searched by code only');
    return { search: { code: searchTerms(typed).code, customerIds: [] }, codesOnly: true };
  }
}
