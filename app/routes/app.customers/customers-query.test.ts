import { describe, expect, it } from 'vitest';
import type { CustomersQuery } from '~/services/views/customers-view';
import { customersUrl, parseCustomersQuery } from './customers-query';

const parse = (search: string) => parseCustomersQuery(new URLSearchParams(search));

describe('parseCustomersQuery', () => {
  it.each<CustomersQuery>([
    { smart: 'loyal', search: null, sort: 'money-at-risk', direction: 'asc', page: 3 },
    { smart: null, search: 'Ñuño & hijos = 5%', sort: 'alias', direction: 'desc', page: 1 },
    { smart: 'leaving', search: null, sort: 'clv', direction: 'desc', page: 1 },
  ])('reads what customersUrl writes: %o', (query) => {
    expect(parse(customersUrl(query).split('?')[1] ?? '')).toEqual(query);
  });

  it('begins with future value, and those who are leaving with what a rescue can win', () => {
    expect(parse('')).toMatchObject({ sort: 'clv', direction: 'desc', page: 1 });
    expect(parse('filter=leaving')).toMatchObject({ sort: 'rescue-gain', direction: 'desc' });
    expect(customersUrl(parse('filter=leaving'))).toBe('/app/customers?filter=leaving');
    expect(customersUrl(parse(''))).toBe('/app/customers');
  });

  it.each([
    ...['page=0', 'page=-1', 'page=1.5', 'page=1e9', 'page=x', 'search=%20%20', 'direction=up'],
    'sort=drop%20table&filter=nobody',
  ])('falls back to the first page of everybody for %s', (search) => {
    expect(parse(search)).toEqual({ smart: null, search: null, sort: 'clv', direction: 'desc', page: 1 });
  });

  it('cuts a search that no field of the page could hold', () => {
    expect(parse(`search=${'a'.repeat(5_000)}`).search).toHaveLength(200);
  });
});
