import { SMART_FILTERS } from '~/domain/customer-filter';
import { CUSTOMER_SORTS, usualOrder, type CustomersQuery } from '~/services/views/customers-view';

const LAST_PAGE = 100_000;
const LONGEST_SEARCH = 200;

/** Reads a list's address; what it does not understand falls back to the default instead of failing. */
export function parseCustomersQuery(search: URLSearchParams): CustomersQuery {
  const page = Number(search.get('page') ?? '1');
  const wanted = search.get('filter');
  const smart = SMART_FILTERS.find((filter) => filter === wanted) ?? null;
  const usual = usualOrder(smart);
  const sort = CUSTOMER_SORTS.find((name) => name === search.get('sort')) ?? usual.sort;
  const typed = (search.get('search') ?? '').trim().slice(0, LONGEST_SEARCH);
  return {
    smart,
    search: typed === '' ? null : typed,
    sort,
    direction: search.get('direction') === 'asc' ? 'asc' : 'desc',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** Address of a list; defaults are left out. */
export function customersUrl(query: CustomersQuery): string {
  const { smart, search, sort, direction, page } = query;
  const parameters = new URLSearchParams();
  if (smart !== null) parameters.set('filter', smart);
  if (search !== null) parameters.set('search', search);
  if (sort !== usualOrder(smart).sort) parameters.set('sort', sort);
  if (direction === 'asc') parameters.set('direction', direction);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text === '' ? '/app/customers' : `/app/customers?${text}`;
}
