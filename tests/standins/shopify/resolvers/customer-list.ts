import { NotImplementedError } from '../graphql-failure';
import { comparePositions, type OrderedList, type SortPosition } from '../pagination';
import { compileSearch, type SearchFields } from '../search-syntax';
import type { ShopState, StandinCustomer } from '../shop-state';
import { type Arguments, stringArgument } from './resolver';

const CUSTOMER_FIELDS: SearchFields<StandinCustomer> = {
  instants: {
    created_at: (entry) => entry.customer.createdAt,
    updated_at: (entry) => entry.updatedAt,
    customer_date: (entry) => entry.customer.createdAt,
  },
  numbers: { id: (entry) => entry.customer.id, orders_count: (entry) => entry.orders.length },
  texts: { email: (entry) => [entry.customer.email] },
};

function positionBy(sort: string): (entry: StandinCustomer) => SortPosition {
  switch (sort) {
    case 'ID':
      return (entry) => ({ value: entry.customer.id, id: entry.customer.id });
    case 'CREATED_AT':
      return (entry) => ({ value: entry.customer.createdAt, id: entry.customer.id });
    case 'UPDATED_AT':
      return (entry) => ({ value: entry.updatedAt, id: entry.customer.id });
    default:
      throw new NotImplementedError(`customers sorted by ${sort}`);
  }
}

export function customerList(shop: ShopState, args: Arguments): OrderedList<StandinCustomer> {
  const positionOf = positionBy(stringArgument(args, 'sortKey') ?? 'ID');
  const descending = args['reverse'] === true;
  const matches = compileSearch(stringArgument(args, 'query'), CUSTOMER_FIELDS, shop.data.timeZone);
  const all = [...shop.customers.values()];
  const items = (matches ? all.filter(matches) : all).sort(
    (a, b) => comparePositions(positionOf(a), positionOf(b)) * (descending ? -1 : 1),
  );
  return { items, positionOf, descending };
}
