import { readPredictions, type PredictionQuery } from '~/data/model-runs/read-predictions';
import type { ServiceContext } from './context';
import { asOfView, readInsights, requireShop, toCustomerView, toShopView } from './read-dashboard';
import type { CustomerSort, CustomersQuery, CustomersView } from './views/customers-view';

const PAGE_SIZE = 50;

const SORTS: Readonly<Record<CustomerSort, Pick<PredictionQuery, 'sort' | 'direction'>>> = {
  'money-at-risk': { sort: 'moneyAtRisk', direction: 'desc' },
  clv: { sort: 'clv12m', direction: 'desc' },
  'last-order': { sort: 'lastOrderDay', direction: 'desc' },
  'p-buy': { sort: 'pBuy90', direction: 'desc' },
};

/** One page of the customers of the last finished pass. */
export async function readCustomers(
  context: ServiceContext,
  shopId: string,
  query: CustomersQuery,
): Promise<CustomersView> {
  const [shop, insights] = await Promise.all([requireShop(context, shopId), readInsights(context, shopId)]);
  if (insights === null) return { state: 'empty', shop: toShopView(shop) };
  const asOf = await asOfView(context, shop, insights);
  const { rows, total } = await readPredictions(context.db, shopId, {
    ...SORTS[query.sort],
    ...filterOf(query.segment),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
    pipelineRunId: insights.runId,
  });
  return {
    state: 'ready',
    shop: toShopView(shop),
    asOf,
    query,
    total,
    pageSize: PAGE_SIZE,
    rows: rows.map((row) => toCustomerView(shopId, row, asOf.analysisDay)),
  };
}

function filterOf(segment: CustomersQuery['segment']): Pick<PredictionQuery, 'segment' | 'leaving'> {
  if (segment === null) return {};
  return segment === 'leaving' ? { leaving: true } : { segment };
}
