import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { SHOP, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe('scopes', () => {
  test('without read_all_orders an order older than 60 days is nowhere', async () => {
    standin = await startSmall({ grantedScopes: ['read_orders'] });
    const token = await offlineToken(standin);
    const { body } = await graphql(
      standin,
      token,
      `
        {
          orders(first: 10) {
            nodes {
              name
            }
          }
          ordersCount {
            count
          }
          order(id: "gid://shopify/Order/101") {
            id
          }
          node(id: "gid://shopify/Order/101") {
            id
          }
        }
      `,
    );
    expect(body.data).toEqual({
      orders: { nodes: [{ name: '#1002' }, { name: '#1003' }, { name: '#1004' }] },
      ordersCount: { count: 3 },
      order: null,
      node: null,
    });
  });

  test('without read_customers the customer of an order is ACCESS_DENIED and null, the rest is there', async () => {
    standin = await startSmall({ grantedScopes: ['read_orders', 'read_all_orders'] });
    const token = await offlineToken(standin);
    const query = '{ order(id: "gid://shopify/Order/101") { name customer { id } } }';
    const { body, status } = await graphql(standin, token, query);
    expect(status).toBe(200);
    expect(body.data).toEqual({ order: { name: '#1001', customer: null } });
    expect(body.errors).toMatchObject([
      {
        message: 'Access denied for customer field. Required access: `read_customers` access scope.',
        path: ['order', 'customer'],
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: '`read_customers` access scope.',
        },
      },
    ]);
  });

  test('without read_orders there are no orders', async () => {
    standin = await startSmall({ grantedScopes: ['read_customers'] });
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, '{ orders(first: 1) { nodes { id } } }');
    expect(body.data).toBeNull();
    expect(body.errors).toMatchObject([{ extensions: { code: 'ACCESS_DENIED' } }]);
  });
});

describe('what is wrong with a query', () => {
  test('an unknown field is an undefinedField error of the real schema, HTTP 200', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body, status } = await graphql(standin, token, 'query Q { shop { nmae } }');
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      {
        message: "Field 'nmae' doesn't exist on type 'Shop'",
        locations: [{ line: 1, column: 18 }],
        path: ['query Q', 'shop', 'nmae'],
        extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'nmae' },
      },
    ]);
  });

  test.each([
    ['{ shop {', /^syntax error, /],
    ['{ order { id } }', /^Field 'order' is missing required arguments: id$/],
    ['{ shop(x: 1) { id } }', /^Field 'shop' doesn't accept argument 'x'$/],
    ['{ shop }', /^Field must have selections \(field 'shop' returns Shop/],
    ['query Q { order(id: $id) { id } }', /^Variable \$id is used by Q but not declared$/],
  ])('%s is told in the words of graphql-ruby', async (query, message) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, query);
    expect(body.errors).toMatchObject([{ message: expect.stringMatching(message) as string }]);
  });

  test('a field that Shopify has and the stand-in has not fails with 501, never with null', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body, status } = await graphql(standin, token, '{ shop { weightUnit } }');
    expect(status).toBe(501);
    expect(body.errors).toMatchObject([
      { message: 'The Shopify stand-in does not implement Shop.weightUnit' },
    ]);
  });

  test('a body without a query is 400, another API version is 404', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const headers = { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': token };
    const at = (version: string): string => `${standin.url}/${SHOP}/admin/api/${version}/graphql.json`;
    expect((await fetch(at('2026-10'), { method: 'POST', headers, body: '{}' })).status).toBe(400);
    expect((await fetch(at('2020-01'), { method: 'POST', headers, body: '{}' })).status).toBe(404);
  });
});

describe('cost', () => {
  test('250 of something with one object each cost 2 + 2 * floor(2 ln 250), the 24 points seen at Shopify', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, '{ orders(first: 250) { nodes { customer { id } } } }');
    // Four orders came back, one of a guest: 2 + 2 * floor(2 ln 4).
    expect(body.extensions).toMatchObject({
      cost: {
        requestedQueryCost: 24,
        actualQueryCost: 6,
        throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
      },
    });
  });

  test('a query of more than 1,000 points is refused before it runs', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const lines =
      'lineItems(first: 250) { nodes { product { id } discountedTotalSet { shopMoney { amount } } } }';
    const query = `{ orders(first: 250) { nodes { id ${lines} more: ${lines} } } }`;
    const { body, status } = await graphql(standin, token, query);
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ extensions: { code: 'MAX_COST_EXCEEDED', maxCost: 1000 } }]);
  });

  test('an empty bucket throttles with HTTP 200 and no data, and fills again', async () => {
    standin = await startSmall({ throttle: { maximumAvailable: 30, restoreRate: 200 } });
    const token = await offlineToken(standin);
    standin.shop(SHOP).state.bucket.drain();
    const query = '{ orders(first: 250) { nodes { customer { id } } } }';
    const throttled = await graphql(standin, token, query);
    expect(throttled.status).toBe(200);
    expect(throttled.body).toMatchObject({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: { cost: { requestedQueryCost: 24, actualQueryCost: null } },
    });
    expect(throttled.body.data).toBeUndefined();
    await expect.poll(async () => (await graphql(standin, token, query)).body.errors).toBeUndefined();
  });
});
