import { NotImplementedError } from '../graphql-failure';
import type { OrderedList } from '../pagination';
import { orderHorizonMs } from '../scopes';
import { compileSearch, type SearchFields } from '../search-syntax';
import { isOrderSort, orderPosition, type ShopState, type StandinOrder } from '../shop-state';
import { type Arguments, type ResolverContext, stringArgument } from './resolver';

const ORDER_FIELDS: SearchFields<StandinOrder> = {
  instants: {
    created_at: (entry) => entry.order.createdAt,
    processed_at: (entry) => entry.order.createdAt,
    updated_at: (entry) => entry.order.updatedAt,
  },
  numbers: {
    id: (entry) => entry.order.id,
    customer_id: (entry) => entry.order.customerId,
  },
  texts: {
    name: (entry) => [`#${entry.number}`, String(entry.number)],
    financial_status: (entry) => [entry.order.financialStatus],
    test: (entry) => [String(entry.order.test)],
    status: (entry) => [entry.order.cancelledAt === null ? 'open' : 'cancelled', 'any'],
  },
  words: {},
};

/** Orders that the token may see, filtered and sorted as the arguments ask. */
export function orderList(
  shop: ShopState,
  args: Arguments,
  context: ResolverContext,
  customerId: number | null,
): OrderedList<StandinOrder> {
  const sort = stringArgument(args, 'sortKey') ?? 'PROCESSED_AT';
  if (!isOrderSort(sort)) throw new NotImplementedError(`orders sorted by ${sort}`);
  const descending = args['reverse'] === true;
  const horizonMs = orderHorizonMs(context.scopes, shop.now());
  const matches = compileSearch(stringArgument(args, 'query'), ORDER_FIELDS, shop.data.timeZone);
  let items = shop.ordersSortedBy(sort);
  if (customerId !== null) items = items.filter((entry) => entry.order.customerId === customerId);
  if (Number.isFinite(horizonMs)) {
    const horizon = new Date(horizonMs).toISOString();
    items = items.filter((entry) => entry.order.createdAt >= horizon);
  }
  if (matches) items = items.filter(matches);
  return { items: descending ? items.toReversed() : items, positionOf: orderPosition(sort), descending };
}
