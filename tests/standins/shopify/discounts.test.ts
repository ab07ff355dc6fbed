import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { SHOP, shopOf, startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const CREATE = `mutation Create($input: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $input) {
    codeDiscountNode { id } userErrors { field message code extraInfo } } }`;
const UPDATE = `mutation Update($id: ID!, $input: DiscountCodeBasicInput!) {
  discountCodeBasicUpdate(id: $id, basicCodeDiscount: $input) {
    codeDiscountNode { id } userErrors { field message code } } }`;
const DEACTIVATE = `mutation Deactivate($id: ID!) {
  discountCodeDeactivate(id: $id) {
    codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { status startsAt endsAt } } }
    userErrors { field message code } } }`;

const customer = (id: number): string => `gid://shopify/Customer/${id}`;
const input = {
  title: 'Come back',
  code: 'BACK10',
  startsAt: '2026-11-01T00:00:00Z',
  endsAt: '2026-12-01T00:00:00Z',
  customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  context: { customers: { add: [customer(1)] } },
};

interface Change {
  readonly codeDiscountNode: { readonly id: string } | null;
  readonly userErrors: readonly { readonly field: readonly string[] }[];
}

async function create(token: string, change: Record<string, unknown> = {}): Promise<Change> {
  const { body } = await graphql(standin, token, CREATE, { input: { ...input, ...change } });
  return (body.data as { discountCodeBasicCreate: Change }).discountCodeBasicCreate;
}

describe('what is wrong with a discount, in the words recorded at Shopify', () => {
  test.each([
    [{ title: '' }, ['title'], "Title can't be blank", 'BLANK'],
    [{ title: 'x'.repeat(256) }, ['title'], 'Title is too long (maximum is 255 characters)', 'TOO_LONG'],
    [{ code: undefined }, ['code'], "Code can't be blank", 'BLANK'],
    [{ code: '' }, ['code'], 'Code is too short (minimum is 1 character)', 'TOO_SHORT'],
    [{ code: 'a\nb' }, ['code'], 'Code cannot contain newline characters.', 'INVALID'],
    [{ code: 'x'.repeat(256) }, ['code'], 'Code is too long (maximum is 255 characters)', 'TOO_LONG'],
    [{ code: 'taken' }, ['code'], 'Code must be unique. Please try a different code.', 'TAKEN'],
    [{ startsAt: null }, ['startsAt'], "Starts at can't be blank", 'BLANK'],
    [{ endsAt: '2026-10-01T00:00:00Z' }, ['endsAt'], 'Ends at needs to be after starts_at', 'INVALID'],
    [
      { customerGets: { value: { percentage: 1.5 }, items: { all: true } } },
      ['customerGets', 'value', 'percentage'],
      'Value must be between 0.0 and 1.0',
      'VALUE_OUTSIDE_RANGE',
    ],
    [{ usageLimit: 0 }, ['usageLimit'], 'Usage limit must be greater than 0', 'GREATER_THAN'],
  ])('%j', async (change, path, message, code) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    await create(token, { code: 'TAKEN', context: { all: 'ALL' } });
    expect(await create(token, change)).toEqual({
      codeDiscountNode: null,
      userErrors: [{ field: ['basicCodeDiscount', ...path], message, code, extraInfo: null }],
    });
    expect(standin.codes(SHOP)).toHaveLength(1);
  });

  test.each([
    [{ context: null }, ['context']],
    [{ context: { customers: { add: [] } } }, ['context']],
    [{ context: { customers: { add: [customer(1), customer(99)] } } }, ['context', 'customers', 'add']],
    [{ tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['tags']],
    [{ tags: ['x'.repeat(256)] }, ['tags']],
    [
      {
        minimumRequirement: {
          subtotal: { greaterThanOrEqualToSubtotal: '1e18'.replace('e18', '0'.repeat(18)) },
        },
      },
      ['minimumRequirement', 'subtotal', 'greaterThanOrEqualToSubtotal'],
    ],
  ])('%j is refused too', async (change, path) => {
    standin = await startSmall();
    const { userErrors } = await create(await offlineToken(standin), change);
    expect(userErrors.map(({ field }) => field)).toEqual([['basicCodeDiscount', ...path]]);
  });

  test('a code takes no more customers than the shop was told', async () => {
    standin = await startSmall({ customersPerCode: 1 });
    const token = await offlineToken(standin);
    const context = { customers: { add: [customer(1), customer(2)] } };
    expect((await create(token, { context })).userErrors).toMatchObject([{ code: 'EXCEEDED_MAX' }]);
    expect((await create(token)).userErrors).toEqual([]);
  });
});

describe('what never gets as far as the discount', () => {
  test('251 customers at once: MAX_INPUT_SIZE_EXCEEDED, wherever the list stands', async () => {
    standin = await startSmall({ data: shopOf(900) });
    const token = await offlineToken(standin);
    const add = Array.from({ length: 251 }, (_, index) => customer(index + 1));
    const variables = { input: { ...input, context: { customers: { add } } } };
    const { body } = await graphql(standin, token, CREATE, variables);
    expect(body.data).toBeUndefined();
    expect(body.errors).toMatchObject([
      {
        message: 'The input array size of 251 is greater than the maximum allowed of 250.',
        path: ['discountCodeBasicCreate', 'basicCodeDiscount', 'context', 'customers', 'add'],
        extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
      },
    ]);
    const literal = `{ nodes(ids: ${JSON.stringify(add)}) { id } }`;
    expect((await graphql(standin, token, literal)).body.errors).toMatchObject([{ path: ['nodes', 'ids'] }]);
    expect((await create(token, { context: { customers: { add: add.slice(1) } } })).userErrors).toEqual([]);
  });

  test.each([
    [{ context: { all: 'ALL', customers: { add: [customer(1)] } } }, 'INVALID_VARIABLE'],
    [{ usageLimit: 1.5 }, 'INVALID_VARIABLE'],
    [{ startsAt: 'tomorrow' }, 'INVALID_VARIABLE'],
    [{ nothing: 1 }, 'INVALID_VARIABLE'],
    [{ context: { customers: { add: [customer(1)], remove: [customer(1)] } } }, 'BAD_REQUEST'],
  ])('%j is an error of the whole request', async (change, code) => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, CREATE, { input: { ...input, ...change } });
    expect(body.errors).toMatchObject([{ extensions: { code } }]);
    expect(standin.codes(SHOP)).toEqual([]);
  });

  test('without write_discounts nothing is made', async () => {
    standin = await startSmall({ grantedScopes: ['read_discounts', 'read_customers'] });
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, CREATE, { input });
    expect(body.errors).toMatchObject([
      { extensions: { code: 'ACCESS_DENIED', requiredAccess: '`write_discounts` access scope.' } },
    ]);
    expect(standin.codes(SHOP)).toEqual([]);
  });

  test('what the stand-in does not have answers 501', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const variables = { input: { ...input, recurringCycleLimit: 1 } };
    expect((await graphql(standin, token, CREATE, variables)).status).toBe(501);
  });
});

describe('the life of a code', () => {
  test('an update changes what it names and nothing else, and adds customers to those that are there', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { codeDiscountNode } = await create(token, { tags: ['timon'], usageLimit: 5 });
    const before = standin.codes(SHOP)[0];
    const change = { context: { customers: { add: [customer(2), customer(1)] } } };
    await graphql(standin, token, UPDATE, { id: codeDiscountNode?.id, input: change });
    expect(standin.codes(SHOP)).toEqual([{ ...before, customerIds: [1, 2] }]);
    const unknown = { id: 'gid://shopify/DiscountCodeNode/1', input: change };
    expect((await graphql(standin, token, UPDATE, unknown)).body.data).toEqual({
      discountCodeBasicUpdate: {
        codeDiscountNode: null,
        userErrors: [{ field: ['id'], message: 'Discount does not exist', code: null }],
      },
    });
  });

  test('a code is found whatever its case, with its tags and customers', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    await create(token, { tags: ['timon'] });
    const query = `query Find($code: String!) { codeDiscountNodeByCode(code: $code) { codeDiscount { __typename
      ... on DiscountCodeBasic { title status tags usageLimit asyncUsageCount discountClasses
        codes(first: 1) { nodes { code } } combinesWith { orderDiscounts }
        customerGets { value { ... on DiscountPercentage { percentage } } items { ... on AllDiscountItems { allItems } } }
        minimumRequirement { ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } } }
        context { ... on DiscountCustomers { customers { id } } } } } } }`;
    const { body } = await graphql(standin, token, query, { code: 'back10' });
    expect(body.data).toEqual({
      codeDiscountNodeByCode: {
        codeDiscount: {
          __typename: 'DiscountCodeBasic',
          title: 'Come back',
          status: 'ACTIVE',
          tags: ['timon'],
          usageLimit: null,
          asyncUsageCount: 0,
          discountClasses: ['ORDER'],
          codes: { nodes: [{ code: 'BACK10' }] },
          combinesWith: { orderDiscounts: false },
          customerGets: { value: { percentage: 0.1 }, items: { allItems: true } },
          minimumRequirement: null,
          context: { customers: [{ id: customer(1) }] },
        },
      },
    });
    expect((await graphql(standin, token, query, { code: 'BACK1' })).body.data).toEqual({
      codeDiscountNodeByCode: null,
    });
  });

  test('deactivating ends a code now, also one that has not begun; twice is once', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const { codeDiscountNode } = await create(token, { startsAt: '2026-11-10T00:00:00Z' });
    const ended = {
      discountCodeDeactivate: {
        codeDiscountNode: {
          codeDiscount: {
            status: 'EXPIRED',
            startsAt: '2026-11-01T12:00:00Z',
            endsAt: '2026-11-01T12:00:00Z',
          },
        },
        userErrors: [],
      },
    };
    const variables = { id: codeDiscountNode?.id };
    expect((await graphql(standin, token, DEACTIVATE, variables)).body.data).toEqual(ended);
    expect((await graphql(standin, token, DEACTIVATE, variables)).body.data).toEqual(ended);
    const unknown = { id: 'gid://shopify/DiscountCodeNode/1' };
    expect((await graphql(standin, token, DEACTIVATE, unknown)).body.data).toEqual({
      discountCodeDeactivate: {
        codeDiscountNode: null,
        userErrors: [{ field: ['id'], message: 'Code discount does not exist.', code: 'INVALID' }],
      },
    });
  });
});

describe('the checkout', () => {
  test('takes a code only as its terms say, and writes it on the order', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    const minimumRequirement = { subtotal: { greaterThanOrEqualToSubtotal: '20.00' } };
    await create(token, { appliesOncePerCustomer: true, minimumRequirement });
    const buy = (customerId: number, subtotal: string, code: string | null, at = '2026-11-02T10:00:00Z') =>
      standin.placeOrder(SHOP, { customerId, subtotal, code, at });
    const refused = (reason: string) => ({ accepted: false, reason });
    expect(await buy(1, '30.00', 'NONE')).toEqual(refused('unknown-code'));
    expect(await buy(2, '30.00', 'BACK10')).toEqual(refused('not-this-customer'));
    expect(await buy(1, '19.99', 'BACK10')).toEqual(refused('basket-too-small'));
    expect(await buy(1, '30.00', 'BACK10', '2026-12-01T00:00:00Z')).toEqual(refused('not-active'));
    expect(await buy(1, '30.01', 'back10')).toMatchObject({
      accepted: true,
      order: { id: 105, total: '27.01', paid: '27.01' },
    });
    expect(await buy(1, '30.00', 'BACK10')).toEqual(refused('used-before'));
    expect(await buy(1, '30.00', null)).toMatchObject({ order: { id: 106, total: '30.00' } });
    const orders = 'gid://shopify/Order/105 gid://shopify/Order/106'.split(' ');
    const query = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { discountCodes } } }';
    expect((await graphql(standin, token, query, { ids: orders })).body.data).toEqual({
      nodes: [{ discountCodes: ['BACK10'] }, { discountCodes: [] }],
    });
    expect(standin.codes(SHOP)).toMatchObject([{ code: 'BACK10', orderIds: [105] }]);
  });

  test('takes the discount off the total and its lines, once, also after a refund and without the code', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    await create(token);
    await standin.placeOrder(SHOP, { customerId: 1, subtotal: '30.00', code: 'BACK10' });
    const query = `{ order(id: "gid://shopify/Order/105") {
      discountCodes
      totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
      totalDiscountsSet { shopMoney { amount } } currentTotalDiscountsSet { shopMoney { amount } }
      lineItems(first: 1) { nodes {
        originalTotalSet { shopMoney { amount } }
        before: discountedTotalSet { shopMoney { amount } }
        after: discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount } } } } } }`;
    const shopMoney = (amount: string) => ({ shopMoney: { amount } });
    const placed = {
      discountCodes: ['BACK10'],
      totalPriceSet: shopMoney('27.0'),
      currentTotalPriceSet: shopMoney('27.0'),
      totalDiscountsSet: shopMoney('3.0'),
      currentTotalDiscountsSet: shopMoney('3.0'),
      lineItems: {
        nodes: [{ originalTotalSet: shopMoney('30.0'), before: shopMoney('30.0'), after: shopMoney('27.0') }],
      },
    };
    expect((await graphql(standin, token, query)).body.data).toEqual({ order: placed });
    await standin.refundOrder(SHOP, 105, '9.00');
    standin.shop(SHOP).discounts.remove('BACK10');
    expect((await graphql(standin, token, query)).body.data).toEqual({
      order: {
        ...placed,
        currentTotalPriceSet: shopMoney('18.0'),
        currentTotalDiscountsSet: shopMoney('2.0'),
      },
    });
  });

  test('does all of it over HTTP too', async () => {
    standin = await startSmall();
    const token = await offlineToken(standin);
    await create(token);
    const control = async (path: string, body: Record<string, unknown>): Promise<unknown> => {
      const options = { method: 'POST', body: JSON.stringify({ shop: SHOP, ...body }) };
      return (await fetch(`${standin.url}/__standin/${path}`, options)).json();
    };
    const basket = { customerId: 1, subtotal: '10.00', code: 'BACK10' };
    expect(await control('orders/place', basket)).toMatchObject({
      accepted: true,
      order: { total: '9.00' },
      discount: { code: 'BACK10', amount: '1.00' },
    });
    expect(await control('codes', {})).toMatchObject([{ code: 'BACK10', customerIds: [1], orderIds: [105] }]);
    await control('contacts', { customerId: 1, change: { phone: null } });
    await control('customers/subscriber-status', { customerId: 1, status: 'PAUSED' });
    await control('orders/return-status', { orderId: 105, status: 'IN_PROGRESS' });
    const query = `{ customer(id: "gid://shopify/Customer/1") {
      defaultPhoneNumber { phoneNumber } productSubscriberStatus lastOrder { returnStatus } } }`;
    expect((await graphql(standin, token, query)).body.data).toEqual({
      customer: {
        defaultPhoneNumber: null,
        productSubscriberStatus: 'PAUSED',
        lastOrder: { returnStatus: 'IN_PROGRESS' },
      },
    });
    expect(await control('orders/return-status', { orderId: 105, status: 'SENT' })).toHaveProperty('error');
    await control('codes/delete', { code: 'BACK10' });
    expect(await control('codes', {})).toEqual([]);
  });
});
