import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Shop } from '~/data/shops/shop';
import { connect, SHOP, startStandin } from '../../tests/server/shopify-fixtures';
import type { ShopifyStandin } from '../../tests/standins/shopify/shopify-standin';
import { shopOf, smallShop } from '../../tests/standins/shopify/small-shop';
import type { TestDatabase } from '../../tests/support/database';
import { servicesOn } from '../../tests/support/insights-pass';
import { onTestShop } from '../../tests/support/test-shop';
import type { ServiceContext } from './context';
import { readCustomerContact } from './read-customer-contact';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

let standin: ShopifyStandin;
afterEach(() => standin.close());

async function ask(customerId: string, signal = new AbortController().signal) {
  const { client } = await connect(standin);
  const log = { warn: vi.fn() };
  const context = {
    ...servicesOn(database.db, () => new Date()),
    connectShopify: () => client,
    log,
  } as unknown as ServiceContext;
  const contact = await readCustomerContact(context, shop.id, customerId, signal);
  return { contact, logged: JSON.stringify(log.warn.mock.calls) };
}

describe('readCustomerContact', () => {
  it('gives name, e-mail and phone with what the customer said to each channel', async () => {
    standin = await startStandin({ data: shopOf(10) });
    standin.setContact(SHOP, 3, {
      emailState: 'UNSUBSCRIBED',
      smsState: 'PENDING',
      whatsAppState: 'SUBSCRIBED',
    });
    expect((await ask('3')).contact).toEqual({
      state: 'ready',
      name: 'C 3',
      email: { address: 'c3@small.example', consent: 'unsubscribed' },
      phone: { number: '+34500000003', smsConsent: 'pending', whatsAppConsent: 'subscribed' },
    });
  });

  it('says null for what the customer left out', async () => {
    standin = await startStandin({ data: shopOf(10) });
    standin.setContact(SHOP, 4, { email: null, phone: null });
    expect((await ask('4')).contact).toMatchObject({ state: 'ready', email: null, phone: null });
  });

  it.each(['999', 'not-an-id', ''])('tells that Shopify does not know the customer %j', async (id) => {
    standin = await startStandin({ data: shopOf(10) });
    expect((await ask(id)).contact).toEqual({ state: 'gone' });
  });

  it('tells that Shopify has not allowed it, and logs no customer', async () => {
    standin = await startStandin({ data: smallShop, personalData: false });
    const { contact, logged } = await ask('1');
    expect(contact).toEqual({ state: 'not-allowed' });
    expect(logged).toBe(
      JSON.stringify([[{ shopId: shop.id, code: 'forbidden' }, 'contact of a customer not read']]),
    );
  });

  it('offers to try again where Shopify does not answer', async () => {
    standin = await startStandin({ data: smallShop });
    standin.faults.add({ kind: 'status', on: 'graphql', status: 503, times: 5 });
    expect((await ask('1')).contact).toEqual({ state: 'unavailable' });
  });

  it('stops asking when the page is left', async () => {
    standin = await startStandin({ data: smallShop });
    expect((await ask('1', AbortSignal.abort())).contact).toEqual({ state: 'unavailable' });
  });
});
