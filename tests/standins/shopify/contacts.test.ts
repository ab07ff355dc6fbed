import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { startSmall } from './small-shop';
import { graphql, offlineToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe('contacts', () => {
  const QUERY = `{ customer(id: "gid://shopify/Customer/1") { firstName
    defaultEmailAddress { emailAddress validFormat marketingState }
    defaultPhoneNumber { phoneNumber smsMarketingConsent { state } whatsAppMarketingConsent { state } } } }`;

  test('have names, e-mails, phones and consents', async () => {
    standin = await startSmall();
    const { body } = await graphql(standin, await offlineToken(standin), QUERY);
    expect(body.data).toEqual({
      customer: {
        firstName: 'Ana',
        defaultEmailAddress: {
          emailAddress: 'ana@small.example',
          validFormat: true,
          marketingState: 'SUBSCRIBED',
        },
        defaultPhoneNumber: {
          phoneNumber: '+34500000001',
          smsMarketingConsent: { state: 'SUBSCRIBED' },
          whatsAppMarketingConsent: { state: 'SUBSCRIBED' },
        },
      },
    });
  });

  test('are refused field by field to an app that is not approved for them; its ids are not', async () => {
    standin = await startSmall({ personalData: false });
    const token = await offlineToken(standin);
    const { body } = await graphql(standin, token, QUERY);
    expect(body.data).toEqual({
      customer: { firstName: null, defaultEmailAddress: null, defaultPhoneNumber: null },
    });
    expect(body.errors).toMatchObject([
      { message: expect.stringMatching(/^This app is not approved to use the firstName field\./) as string },
      { extensions: { code: 'ACCESS_DENIED' } },
      { path: ['customer', 'defaultPhoneNumber'] },
    ]);
    const plain = '{ customer(id: "gid://shopify/Customer/1") { id numberOfOrders } }';
    expect((await graphql(standin, token, plain)).body.errors).toBeUndefined();
  });
});
