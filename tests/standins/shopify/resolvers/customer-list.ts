import { NotImplementedError, notApproved } from '../graphql-failure';
import { comparePositions, type OrderedList, type SortPosition } from '../pagination';
import { compileSearch, type SearchFields } from '../search-syntax';
import type { ShopState, StandinCustomer } from '../shop-state';
import { type Arguments, stringArgument } from './resolver';

/** A field that names a person, which only an approved app may search. */
function personal(fieldName: string, read: (entry: StandinCustomer) => string | null) {
  return (entry: StandinCustomer): string | null => {
    if (!entry.shop.profile.personalData) throw notApproved(fieldName);
    return read(entry);
  };
}

const CUSTOMER_FIELDS: SearchFields<StandinCustomer> = {
  instants: {
    created_at: (entry) => entry.customer.createdAt,
    updated_at: (entry) => entry.updatedAt,
    customer_date: (entry) => entry.customer.createdAt,
  },
  numbers: { id: (entry) => entry.customer.id, orders_count: (entry) => entry.orders.length },
  texts: {},
  words: {
    first_name: personal('firstName', ({ customer }) => customer.firstName),
    last_name: personal('lastName', ({ customer }) => customer.lastName),
    email: personal('email', (entry) => entry.shop.contactOf(entry).email),
    phone: personal('phone', (entry) => entry.shop.contactOf(entry).phone),
  },
};

function positionBy(sort: string): (entry: StandinCustomer) => SortPosition {
  switch (sort) {
    // How Shopify weighs matches is not known: here they come by id.
    case 'RELEVANCE':
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
  const sort = stringArgument(args, 'sortKey') ?? 'ID';
  if (sort === 'RELEVANCE' && !stringArgument(args, 'query')) {
    throw new NotImplementedError('customers sorted by relevance to nothing');
  }
  const positionOf = positionBy(sort);
  const descending = args['reverse'] === true;
  const matches = compileSearch(stringArgument(args, 'query'), CUSTOMER_FIELDS, shop.data.timeZone);
  const all = [...shop.customers.values()];
  const items = (matches ? all.filter(matches) : all).sort(
    (a, b) => comparePositions(positionOf(a), positionOf(b)) * (descending ? -1 : 1),
  );
  return { items, positionOf, descending };
}
