import { afterEach, describe, expect, it } from 'vitest';
import { readReachability } from '~/connectors/shopify/read-reachability';
import { RETURN_STATUSES, type ShopState, SUBSCRIBER_STATUSES } from '../standins/shopify/shop-state';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { shopOf, smallShop } from '../standins/shopify/small-shop';
import { connect, SHOP, startStandin } from './shopify-fixtures';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

async function read(customerIds: readonly string[]) {
  const { client, events } = await connect(standin);
  const pages = [];
  for await (const page of readReachability(client, customerIds)) pages.push(page);
  return { pages, customers: pages.flatMap(({ customers }) => customers), events };
}

/** Numbers of the customers for whom something holds. */
async function those(
  what: 'emailConsent' | 'smsConsent' | 'whatsAppConsent' | 'openReturn' | 'subscription',
): Promise<string[]> {
  const { customers } = await read(ids(9));
  return customers.filter((customer) => customer[what]).map(({ sourceId }) => sourceId);
}

const lastOrderOf = (state: ShopState, customerId: number): number =>
  state.requireCustomer(customerId).orders.at(-1)?.order.id ?? 0;

describe('reading who may be written to', () => {
  it('gives each customer once, page by page, and tells who is gone', async () => {
    standin = await startStandin({ data: shopOf(750) });
    const { pages, customers, events } = await read([...ids(250), '999']);
    expect(pages.map((page) => page.customers.length)).toEqual([100, 100, 50]);
    expect(pages.map(({ missingIds }) => missingIds)).toEqual([[], [], ['999']]);
    expect(customers.map(({ sourceId }) => sourceId)).toEqual(ids(250));
    expect(Math.max(...events.map(({ requestedCost }) => requestedCost ?? 0))).toBeLessThan(1000);
  });

  it('holds consents and states, and nothing that says who the customer is', async () => {
    standin = await startStandin({ data: smallShop });
    expect((await read(['1'])).customers).toEqual([
      {
        sourceId: '1',
        emailConsent: true,
        smsConsent: true,
        whatsAppConsent: true,
        openReturn: false,
        subscription: false,
      },
    ]);
  });

  it('takes only a yes for consent to e-mails', async () => {
    standin = await startStandin({ data: shopOf(27) });
    const states = ['SUBSCRIBED', 'NOT_SUBSCRIBED', 'PENDING', 'UNSUBSCRIBED', 'INVALID'] as const;
    for (const [index, emailState] of states.entries()) standin.setContact(SHOP, index + 1, { emailState });
    for (const id of [6, 7, 8, 9]) standin.setContact(SHOP, id, { email: null, emailState: 'SUBSCRIBED' });
    expect(await those('emailConsent')).toEqual(['1']);
  });

  it.each([
    ['SMS', 'smsState', 'smsConsent'],
    ['WhatsApp', 'whatsAppState', 'whatsAppConsent'],
  ] as const)('takes only a yes for consent to %s', async (_channel, state, consent) => {
    standin = await startStandin({ data: shopOf(27) });
    const states = ['SUBSCRIBED', 'NEVER_SUBSCRIBED', 'PENDING', 'UNSUBSCRIBED', 'REDACTED'] as const;
    for (const [index, value] of states.entries()) {
      standin.setContact(SHOP, index + 1, { phone: '+34500000000', [state]: value });
    }
    for (const id of [6, 7, 8, 9]) standin.setContact(SHOP, id, { phone: null, [state]: 'SUBSCRIBED' });
    expect(await those(consent)).toEqual(['1']);
  });

  it('sees a return of the last order as open until the merchant closes it', async () => {
    standin = await startStandin({ data: shopOf(27) });
    const { state } = standin.shop(SHOP);
    for (const [index, status] of RETURN_STATUSES.entries()) {
      standin.setReturnStatus(SHOP, lastOrderOf(state, index + 1), status);
    }
    // An earlier order on its way back says nothing of today.
    standin.setReturnStatus(SHOP, 7, 'IN_PROGRESS');
    const open = ['INSPECTION_COMPLETE', 'IN_PROGRESS', 'RETURN_REQUESTED'] as const;
    const expected = open.map((status) => String(RETURN_STATUSES.indexOf(status) + 1));
    expect(await those('openReturn')).toEqual(expected);
  });

  it('counts a running subscription and a paused one', async () => {
    standin = await startStandin({ data: shopOf(27) });
    for (const [index, status] of SUBSCRIBER_STATUSES.entries()) {
      standin.setSubscriberStatus(SHOP, index + 1, status);
    }
    const expected = (['ACTIVE', 'PAUSED'] as const).map((status) =>
      String(SUBSCRIBER_STATUSES.indexOf(status) + 1),
    );
    expect(await those('subscription')).toEqual(expected);
  });

  it('knows a customer without orders', async () => {
    standin = await startStandin({ data: { ...smallShop, orders: [] } });
    expect((await read(['2'])).customers).toMatchObject([{ sourceId: '2', openReturn: false }]);
  });

  it('is forbidden to an app that Shopify did not approve for personal data', async () => {
    standin = await startStandin({ data: smallShop, personalData: false });
    const { client } = await connect(standin);
    await expect(readReachability(client, ['1', '2']).next()).rejects.toMatchObject({
      name: 'ConnectorError',
      code: 'forbidden',
      retryable: false,
    });
  });
});
