import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { order, SHOP, smallShop, startSmall } from './small-shop';
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
    standin = await startSmall({}, { journeyDelayMs: 60_000 });
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
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    expect(await journey()).toEqual({
      order: { customerJourneySummary: { ready: true, firstVisit: { source: 'google' } } },
    });
    vi.useRealTimers();
  });
});
