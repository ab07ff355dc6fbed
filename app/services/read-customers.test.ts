import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectorError } from '~/connectors/contract';
import type { ShopifyClient } from '~/connectors/shopify/client';
import type { Shop } from '~/data/shops/shop';
import type { TestDatabase } from '../../tests/support/database';
import { finishPass, openFittedPass, servicesOn } from '../../tests/support/insights-pass';
import { storedForecast, storedPrediction } from '../../tests/support/stored-prediction';
import { onTestShop } from '../../tests/support/test-shop';
import type { ServiceContext } from './context';
import { readCustomers } from './read-customers';
import type { CustomersQuery, CustomersView } from './views/customers-view';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const askShopify = vi.fn<() => Promise<readonly string[]>>();
beforeEach(() => {
  askShopify.mockReset();
  askShopify.mockResolvedValue([]);
});

const now = () => new Date('2026-03-02T09:00:00Z');

function services(): ServiceContext {
  const request = async () => ({
    customers: { nodes: (await askShopify()).map((id) => ({ id: `gid://shopify/Customer/${id}` })) },
  });
  return {
    ...servicesOn(database.db, now),
    connectShopify: () => ({ request }) as unknown as ShopifyClient,
  };
}

/** A finished pass over customers 100, 101, 102 ..., each worth less than the one before. */
async function pass(size: number, rules = false): Promise<void> {
  const predictions = Array.from({ length: size }, (_, i) =>
    storedPrediction({
      customerId: String(100 + i),
      alias: `7K${String(i).padStart(3, '0')}`,
      forecast: rules ? null : storedForecast({ clv12m: 900 - i }),
    }),
  );
  const result = rules ? ({ status: 'rules', model: null, value: null, intervalLevel: null } as const) : {};
  const runId = await openFittedPass(database.db, shop.id, { day: '2026-03-01', predictions, result });
  await finishPass(servicesOn(database.db, now), shop.id, runId);
}

const EVERYBODY: CustomersQuery = { smart: null, search: null, sort: 'clv', direction: 'desc', page: 1 };

async function read(
  changes: Partial<CustomersQuery> = {},
): Promise<Extract<CustomersView, { state: 'ready' }>> {
  const view = await readCustomers(services(), shop.id, { ...EVERYBODY, ...changes });
  if (view.state !== 'ready') throw new Error('no finished pass');
  return view;
}
const idsOf = (view: { readonly rows: readonly { readonly customerId: string }[] }): string[] =>
  view.rows.map(({ customerId }) => customerId);

describe('readCustomers', () => {
  it('shows fifty a page, and the last page for an address that lies behind it', async () => {
    await pass(120);
    expect(await read({ page: 2 })).toMatchObject({ total: 120, pageSize: 50, query: { page: 2 } });
    const last = await read({ page: 9 });
    expect(last.query.page).toBe(3);
    expect(idsOf(last)).toHaveLength(20);
    expect(idsOf(last).at(-1)).toBe('219');
  });

  it('answers codes and ids without asking Shopify', async () => {
    await pass(30);
    expect(idsOf(await read({ search: '7k02' }))).toEqual([
      '120',
      '121',
      '122',
      '123',
      '124',
      '125',
      '126',
      '127',
      '128',
      '129',
    ]);
    expect(idsOf(await read({ search: '105' }))).toEqual(['105']);
    expect(askShopify).not.toHaveBeenCalled();
  });

  it('asks Shopify whom a name belongs to, and shows those of them who are in the list', async () => {
    await pass(30);
    askShopify.mockResolvedValue(['103', '101', '999']);
    expect(await read({ search: 'Nuria' })).toMatchObject({ total: 2, codesOnly: false });
    expect(idsOf(await read({ search: 'Nuria' }))).toEqual(['101', '103']);
    expect(idsOf(await read({ search: 'Nuria', smart: 'loyal' }))).toEqual([]);
  });

  it('searches by code alone, and says so, while Shopify does not answer', async () => {
    await pass(30);
    askShopify.mockRejectedValue(new ConnectorError('unavailable', 'the stand-in is away'));
    expect(await read({ search: 'Nuria' })).toMatchObject({ total: 0, codesOnly: true });
    expect(await read({ search: '7K01' })).toMatchObject({ total: 10, codesOnly: false });
  });

  it('passes on what is no failure of Shopify', async () => {
    await pass(1);
    askShopify.mockRejectedValue(new TypeError('a bug'));
    await expect(read({ search: 'Nuria' })).rejects.toThrow('a bug');
  });

  it('goes by the last order where rules answer, whatever the address says', async () => {
    await pass(3, true);
    expect(await read({ smart: 'leaving', sort: 'rescue-gain', direction: 'asc' })).toMatchObject({
      forecast: false,
      total: 3,
      query: { sort: 'last-order', direction: 'desc' },
    });
    expect(await read({ sort: 'orders', direction: 'asc' })).toMatchObject({
      query: { sort: 'orders', direction: 'asc' },
    });
  });

  it('is empty before the first pass', async () => {
    expect(await readCustomers(services(), shop.id, EVERYBODY)).toMatchObject({ state: 'empty' });
  });
});
