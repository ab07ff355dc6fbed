import { afterEach, describe, expect, it } from 'vitest';
import { readContacts } from '~/connectors/shopify/read-contacts';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { shopOf, smallShop } from '../standins/shopify/small-shop';
import { connect, SHOP, startStandin } from './shopify-fixtures';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

describe('reading contacts', () => {
  it('gives each customer’s name, e-mail, phone and consents, page by page, and tells who is gone', async () => {
    standin = await startStandin({ data: shopOf(750) });
    standin.setContact(SHOP, 2, { email: null });
    standin.setContact(SHOP, 3, { emailState: 'INVALID', smsState: 'REDACTED', whatsAppState: 'PENDING' });
    standin.setContact(SHOP, 4, { emailState: 'UNSUBSCRIBED', phone: null });
    const { client, events } = await connect(standin);
    const pages = [];
    for await (const page of readContacts(client, [...ids(250), '999'])) pages.push(page);
    expect(pages.map(({ contacts }) => contacts.length)).toEqual([100, 100, 50]);
    expect(pages.map(({ missingIds }) => missingIds)).toEqual([[], [], ['999']]);
    const contacts = pages.flatMap((page) => page.contacts);
    expect(contacts.map(({ sourceId }) => sourceId)).toEqual(ids(250));
    expect(contacts.slice(0, 4)).toEqual([
      {
        sourceId: '1',
        firstName: 'C',
        lastName: '1',
        locale: 'en',
        email: { address: 'c1@small.example', consent: 'subscribed' },
        phone: { number: '+34500000001', smsConsent: 'subscribed', whatsAppConsent: 'subscribed' },
      },
      expect.objectContaining({ sourceId: '2', email: null, phone: null }),
      expect.objectContaining({
        sourceId: '3',
        email: null,
        phone: { number: '+34500000003', smsConsent: 'unknown', whatsAppConsent: 'pending' },
      }),
      expect.objectContaining({
        sourceId: '4',
        email: { address: 'c4@small.example', consent: 'unsubscribed' },
        phone: null,
      }),
    ]);
    expect(Math.max(...events.map(({ requestedCost }) => requestedCost ?? 0))).toBeLessThan(1000);
  });

  it('is forbidden to an app that Shopify did not approve for personal data', async () => {
    standin = await startStandin({ data: smallShop, personalData: false });
    const { client } = await connect(standin);
    await expect(readContacts(client, ['1', '2']).next()).rejects.toMatchObject({
      name: 'ConnectorError',
      code: 'forbidden',
      retryable: false,
    });
  });
});
