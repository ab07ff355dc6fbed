import '@shopify/shopify-api/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { ApiVersion, LogSeverity, RequestedTokenType, shopifyApi } from '@shopify/shopify-api';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchVia } from './fetch-via';
import type { ShopifyStandin } from './shopify-standin';
import { APP, SHOP, startSmall } from './small-shop';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe("Shopify's own library, version 15", () => {
  test('exchanges, queries and refreshes against the stand-in as it does against Shopify', async () => {
    standin = await startSmall();
    const via = fetchVia(standin);
    setAbstractFetchFunc((input, init) => via(input, init));
    const shopify = shopifyApi({
      apiKey: APP.apiKey,
      apiSecretKey: APP.apiSecret,
      apiVersion: ApiVersion.October26,
      hostName: 'app.example',
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error },
    });
    const { session } = await shopify.auth.tokenExchange({
      shop: SHOP,
      sessionToken: standin.mintSessionToken(SHOP),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    });
    expect(session).toMatchObject({ shop: SHOP, isOnline: false });
    const client = new shopify.clients.Graphql({ session });
    const answer = await client.request('query { shop { name } }');
    expect(answer.data).toEqual({ shop: { name: 'Small Shop' } });
    const refreshed = await shopify.auth.refreshToken({
      shop: SHOP,
      refreshToken: session.refreshToken ?? '',
    });
    expect(refreshed.session.accessToken).not.toBe(session.accessToken);
    await expect(client.request('query { shop { nmae } }')).rejects.toThrow(
      "Field 'nmae' doesn't exist on type 'Shop'",
    );
  });
});
