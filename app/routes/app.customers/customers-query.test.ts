import { describe, expect, it } from 'vitest';
import { customersUrl, parseCustomersQuery } from './customers-query';

const parse = (search: string) => parseCustomersQuery(new URLSearchParams(search));

describe('parseCustomersQuery', () => {
  it('reads what customersUrl writes', () => {
    const query = { sort: 'clv', segment: 'loyal', page: 3 } as const;
    expect(parse(customersUrl(query).split('?')[1] ?? '')).toEqual(query);
    expect(customersUrl(parse(''))).toBe('/app/customers');
  });

  it.each(['page=0', 'page=-1', 'page=1.5', 'page=1e9', 'page=x', 'sort=drop%20table&segment=nobody'])(
    'falls back to the first page by money at risk for %s',
    (search) => {
      expect(parse(search)).toEqual({ sort: 'money-at-risk', segment: null, page: 1 });
    },
  );
});
