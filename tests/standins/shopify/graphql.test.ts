import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { order, SHOP, shopOf, smallShop, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const MONEY = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';

describe('answers', () => {
  test('the shop, its zone, currency, country and the granted scopes', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(
      standin,
      token,
      `
        {
          shop {
            id
            name
            currencyCode
            ianaTimezone
            myshopifyDomain
            primaryDomain {
              host
            }
            plan {
              publicDisplayName
            }
            shopAddress {
              countryCodeV2
            }
          }
          currentAppInstallation {
            accessScopes {
              handle
            }
          }
        }
      `,
    );
    expect(body.data).toMatchObject({
      shop: {
        name: 'Small Shop',
        currencyCode: 'EUR',
        ianaTimezone: 'Europe/Madrid',
        myshopifyDomain: SHOP,
        shopAddress: { countryCodeV2: 'ES' },
      },
      currentAppInstallation: {
        accessScopes: expect.arrayContaining([{ handle: 'read_orders' }]) as unknown,
      },
    });
  });

  test('an order: money in both currencies with BigDecimal digits, refunds, journey, lines, customer', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(
      standin,
      token,
      `{ refunded: order(id: "gid://shopify/Order/102") {
           name totalPriceSet ${MONEY} currentTotalPriceSet ${MONEY} netPaymentSet ${MONEY} totalRefundedSet ${MONEY}
           displayFinancialStatus customer { id numberOfOrders } refunds { createdAt totalRefundedSet ${MONEY} } }
         foreign: order(id: "gid://shopify/Order/103") {
           netPaymentSet ${MONEY} customerJourneySummary { ready firstVisit { source utmParameters { source } } } }
         tagged: order(id: "gid://shopify/Order/101") {
           customerJourneySummary { ready firstVisit { source utmParameters { source medium campaign } } momentsCount { count } }
           lineItems(first: 5) { nodes { title quantity discountedTotalSet ${MONEY} product { id } } } }
         guest: order(id: "gid://shopify/Order/104") { customer { id } netPaymentSet ${MONEY} retailLocation { id } } }`,
    );
    const eur = (amount: string): unknown => {
      const money = { amount, currencyCode: 'EUR' };
      return { shopMoney: money, presentmentMoney: money };
    };
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      refunded: {
        name: '#1002',
        totalPriceSet: eur('20.0'),
        currentTotalPriceSet: eur('15.0'),
        netPaymentSet: eur('15.0'),
        totalRefundedSet: eur('5.0'),
        displayFinancialStatus: 'PARTIALLY_REFUNDED',
        customer: { id: 'gid://shopify/Customer/2', numberOfOrders: '1' },
        refunds: [{ createdAt: '2026-10-20T10:00:00Z', totalRefundedSet: eur('5.0') }],
      },
      foreign: {
        netPaymentSet: {
          shopMoney: { amount: '20.0', currencyCode: 'EUR' },
          presentmentMoney: { amount: '3210.0', currencyCode: 'JPY' },
        },
        customerJourneySummary: { ready: true, firstVisit: { source: 'direct', utmParameters: null } },
      },
      tagged: {
        customerJourneySummary: {
          ready: true,
          firstVisit: {
            source: 'google',
            utmParameters: { source: 'google', medium: 'cpc', campaign: 'brand' },
          },
          momentsCount: { count: 1 },
        },
        lineItems: {
          nodes: [
            {
              title: 'Tea',
              quantity: 1,
              discountedTotalSet: eur('12.5'),
              product: { id: 'gid://shopify/Product/11' },
            },
            {
              title: 'Cup',
              quantity: 2,
              discountedTotalSet: eur('7.5'),
              product: { id: 'gid://shopify/Product/12' },
            },
          ],
        },
      },
      guest: { customer: null, netPaymentSet: eur('0.0'), retailLocation: null },
    });
  });

  test('a fresh order has no journey yet; it comes later', async () => {
    standin = await startSmall({}, { journeyDelayMs: 60 });
    const token = await offlineToken(standin);
    await standin.addOrder(
      SHOP,
      order(105, '2026-11-01T11:00:00Z', { origin: smallShop.orders[0]?.origin ?? null }),
    );
    const query = `{ order(id: "gid://shopify/Order/105") { customerJourneySummary { ready firstVisit { source } } } }`;
    const journey = async (): Promise<unknown> => (await graphql(standin, token, query)).body.data;
    expect(await journey()).toEqual({
      order: { customerJourneySummary: { ready: false, firstVisit: null } },
    });
    await expect.poll(journey).toEqual({
      order: { customerJourneySummary: { ready: true, firstVisit: { source: 'google' } } },
    });
  });
});

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
