import { afterEach, describe, expect, it } from 'vitest';
import { searchCustomers } from '~/connectors/shopify/search-customers';
import type { SimulatedCustomer } from '~/engine/simulate/simulated-shop';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { smallShop } from '../standins/shopify/small-shop';
import { connect, SHOP, startStandin } from './shopify-fixtures';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const customer = (id: number, firstName: string, lastName: string, email: string): SimulatedCustomer => ({
  ...{ id, firstName, lastName, email, createdAt: '2024-01-01T00:00:00Z' },
});
const customers = [
  customer(1, 'María', 'Ruiz Peña', 'maria@small.example'),
  customer(2, 'Mario', "O'Brien", 'obrien@small.example'),
  customer(3, 'Bo', 'Li', 'bo.li@other.example'),
  customer(4, 'Or', 'Email', 'not@small.example'),
];

async function start(options: { readonly personalData?: boolean } = {}) {
  standin = await startStandin({ data: { ...smallShop, orders: [], customers }, ...options });
  for (const { id } of customers) standin.setContact(SHOP, id, { phone: `+3460000000${id}` });
  return connect(standin);
}

const requests = (): number =>
  standin.requests.list().filter(({ operationName }) => operationName === 'CustomerSearch').length;

describe('searching customers', () => {
  it.each([
    ['mar', ['1', '2']],
    ['MARÍA', ['1']],
    ['peña ruiz', ['1']],
    ['mar ruiz', ['1']],
    ["O'Brien", ['2']],
    ['bo.li@other.example', ['3']],
    ['+34 600 000 003', ['3']],
    ['or', ['4']],
    ['ma ', ['1', '2']],
    ['nobody', []],
  ])('finds for %j the customers %j', async (text, ids) => {
    const { client } = await start();
    expect(await searchCustomers(client, text, 10)).toEqual(ids);
  });

  it.each([
    ['email:*', ['4']],
    ['bo OR mar', []],
    ['-bo', ['3']],
    ['NOT bo', []],
    ['id:>0', []],
    ['"mar" (', ['1', '2']],
    ['small.example" OR "bo', []],
    ['\\', []],
  ])('takes %j for words, not for a query of its own: %j', async (text, ids) => {
    const { client } = await start();
    expect(await searchCustomers(client, text, 10)).toEqual(ids);
  });

  it('gives at most as many as asked for, for a handful of points', async () => {
    const { client, events } = await start();
    expect(await searchCustomers(client, 'example', 2)).toHaveLength(2);
    await searchCustomers(client, 'example', 100);
    expect(Math.max(...events.map(({ requestedCost }) => requestedCost ?? 0))).toBeLessThan(20);
  });

  it('does not ask Shopify for nothing, nor for more than it should', async () => {
    const { client } = await start();
    expect(await searchCustomers(client, ' "*:() ', 10)).toEqual([]);
    for (const limit of [0, 101, 2.5, Number.NaN]) {
      await expect(searchCustomers(client, 'ana', limit)).rejects.toThrow(
        `invalid limit; not a whole number in [1, 100]: ${limit}`,
      );
    }
    expect(requests()).toBe(0);
  });

  it('is forbidden to an app that Shopify did not approve for personal data', async () => {
    const { client } = await start({ personalData: false });
    await expect(searchCustomers(client, 'mar', 10)).rejects.toMatchObject({
      name: 'ConnectorError',
      code: 'forbidden',
    });
  });
});
