import { CUSTOMER_SORTS, SEGMENTS, type CustomersQuery } from '~/services/views/customers-view';

const LAST_PAGE = 100_000;

/** Reads a list's address; what it does not understand falls back to the default instead of failing. */
export function parseCustomersQuery(search: URLSearchParams): CustomersQuery {
  const page = Number(search.get('page') ?? '1');
  return {
    sort: CUSTOMER_SORTS.find((sort) => sort === search.get('sort')) ?? 'money-at-risk',
    segment: SEGMENTS.find((segment) => segment === search.get('segment')) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** Address of a list; defaults are left out. */
export function customersUrl({ sort, segment, page }: CustomersQuery): string {
  const search = new URLSearchParams();
  if (sort !== 'money-at-risk') search.set('sort', sort);
  if (segment) search.set('segment', segment);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text === '' ? '/app/customers' : `/app/customers?${text}`;
}
