import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { SHOP, shopOf, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe('paging and search', () => {
  const PAGE = `query Page($after: String, $query: String) {
    orders(first: 50, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes { id updatedAt } pageInfo { hasNextPage endCursor } } }`;
  type Page = { orders: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

  test('pages of a list visit every order once, also when orders change between pages', async () => {
    standin = await startSmall({ data: shopOf(230), plan: 'enterprise' });
    const token = await offlineToken(standin);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await graphql(standin, token, PAGE, { after });
      const { orders } = body.data as Page;
      seen.push(...orders.nodes.map(({ id }) => id));
      after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null;
      if (seen.length === 50) await standin.updateOrder(SHOP, 3, { test: true });
    } while (after !== null);
    // Order 3 was on the first page and moved to the end by its change.
    expect(seen).toHaveLength(231);
    expect(new Set(seen).size).toBe(230);
    expect(seen.at(-1)).toBe('gid://shopify/Order/3');
  });

  test.each([
    ["updated_at:>='2026-10-20T10:00:00Z'", ['102']],
    ['created_at:>2026-10-02T09:00:00Z AND created_at:<=2026-10-12', ['103']],
    ['id:101 OR id:104', ['101', '104']],
    ['-financial_status:paid', ['102', '104']],
    ['name:#1003', ['103']],
  ])('the search %s finds %j', async (query, ids) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, PAGE, { query });
    const found = (body.data as Page).orders.nodes.map(({ id }) => id.replace('gid://shopify/Order/', ''));
    expect(found.sort()).toEqual(ids);
  });

  const CUSTOMERS = `query Find($query: String) {
    customers(first: 50, query: $query, sortKey: RELEVANCE) { nodes { id } } }`;

  test.each([
    ['ana', ['1']],
    ['an', []],
    ['an*', ['1']],
    ['RUIZ ana', ['1']],
    ['ana li', []],
    ['ana OR li', ['1', '2']],
    ['-ana small', ['2']],
    ['small.example', ['1', '2']],
    ['ana@small.ex*', []],
    ['"ana@small.example"', ['1']],
    ['"small ana"', []],
    ['email:"bo@small.example"', ['2']],
    ['first_name:Bo', ['2']],
    ['phone:+34500000001', ['1']],
    ['phone:*', ['1']],
    [String.raw`\(ana\) bo\:ruiz`, []],
    [String.raw`\(ana\) ruiz\:`, ['1']],
  ])('the search for people %s finds %j', async (query, ids) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, CUSTOMERS, { query });
    const { nodes } = (body.data as { customers: { nodes: { id: string }[] } }).customers;
    expect(nodes.map(({ id }) => id.replace('gid://shopify/Customer/', ''))).toEqual(ids);
  });

  test.each([
    ['city:Madrid', CUSTOMERS],
    ['1+1:2', CUSTOMERS],
    ['', CUSTOMERS],
    ['ana', PAGE],
  ])('what it does not know of searching it does not make up: %s', async (query, text) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    expect((await graphql(standin, token, text, { query })).status).toBe(501);
  });

  test('an app that may not see names, e-mails and phones may not search them either', async () => {
    standin = await startSmall({ personalData: false });
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, CUSTOMERS, { query: 'ana' });
    expect(body.errors).toMatchObject([{ extensions: { code: 'ACCESS_DENIED' } }]);
  });

  test('a page needs first or last, and at most 250', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const none = await graphql(standin, token, '{ orders { nodes { id } } }');
    expect(none.body.errors).toMatchObject([
      {
        message: 'you must provide one of first or last',
        path: ['orders'],
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
    const both = await graphql(standin, token, '{ orders(first: 1, last: 1) { nodes { id } } }');
    expect(both.body.errors).toMatchObject([{ message: 'providing both first and last is not supported' }]);
    const big = await graphql(standin, token, '{ orders(first: 251) { nodes { id } } }');
    expect(big.body.data).toBeNull();
    expect(big.body.errors).toHaveLength(1);
  });

  test('counts are exact up to their limit and say so beyond it', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(
      standin,
      token,
      '{ a: ordersCount { count precision } b: ordersCount(limit: 2) { count precision } customersCount { count } }',
    );
    expect(body.data).toEqual({
      a: { count: 4, precision: 'EXACT' },
      b: { count: 2, precision: 'AT_LEAST' },
      customersCount: { count: 2 },
    });
  });
});
