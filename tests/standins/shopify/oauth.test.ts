import { afterEach, describe, expect, test } from 'vitest';
import type { ShopifyStandin } from './shopify-standin';
import { SHOP, startSmall } from './small-shop';
import { exchangeToken, graphql, offlineToken, refreshToken } from './standin-client';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe('token exchange', () => {
  test('a session token gives an expiring offline token with the fields that the library reads', async () => {
    standin = await startSmall();
    const { status, body } = await exchangeToken(standin);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      access_token: expect.stringMatching(/^shpat_/) as string,
      refresh_token: expect.stringMatching(/^shprt_/) as string,
      scope: 'read_all_orders,read_customers,read_locations,read_orders,read_products,write_discounts',
    });
    expect(body['expires_in']).toBeGreaterThan(3500);
    expect(body['refresh_token_expires_in']).toBeGreaterThan(89 * 86_400);
  });

  test('an online token carries the user and the locale of the session', async () => {
    standin = await startSmall();
    const { body } = await exchangeToken(standin, {
      subject_token: standin.mintSessionToken(SHOP, { userId: 7, locale: 'es' }),
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    });
    expect(body).toMatchObject({ associated_user: { id: 7, locale: 'es' } });
  });

  test.each([
    ['expired', { exp: 1000 }],
    ['of another app', { aud: 'other-app' }],
    ['of another shop', { dest: 'https://other.myshopify.com' }],
    ['not valid yet', { nbf: 9_999_999_999 }],
  ])('a session token that is %s is refused as invalid_subject_token with 400', async (_what, claims) => {
    standin = await startSmall();
    const reply = await exchangeToken(standin, { subject_token: standin.mintSessionToken(SHOP, {}, claims) });
    expect(reply.status).toBe(400);
    expect(reply.body['error']).toBe('invalid_subject_token');
  });

  test('a session token whose signature is not ours is refused', async () => {
    standin = await startSmall();
    const forged = `${standin.mintSessionToken(SHOP).split('.').slice(0, 2).join('.')}.AAAA`;
    const reply = await exchangeToken(standin, { subject_token: forged });
    expect([reply.status, reply.body['error']]).toEqual([400, 'invalid_subject_token']);
  });

  test('a token that never expires is given out but refused by the Admin API, as for apps made since April 2026', async () => {
    standin = await startSmall();
    const { body } = await exchangeToken(standin, { expiring: '0' });
    expect(body['refresh_token']).toBeUndefined();
    const reply = await graphql(standin, String(body['access_token']), '{ shop { name } }');
    expect(reply.status).toBe(403);
    expect(reply.body.errors).toMatch(/Non-expiring access tokens are no longer accepted/);
  });
});

describe('refresh', () => {
  test('a refresh token may be retried until its replacement is used, then it is dead (changelog of August 2026)', async () => {
    standin = await startSmall();
    const first = String((await exchangeToken(standin)).body['refresh_token']);
    const second = await refreshToken(standin, first);
    expect(second.status).toBe(200);
    expect((await refreshToken(standin, first)).body['refresh_token']).toBe(second.body['refresh_token']);
    const third = await refreshToken(standin, String(second.body['refresh_token']));
    expect(third.body['access_token']).not.toBe(second.body['access_token']);
    const dead = await refreshToken(standin, first);
    expect(dead.status).toBe(401);
    expect(dead.body).toEqual({
      error: 'invalid_request',
      error_description: 'This request requires an active refresh_token',
    });
  });

  test('an expired access token gets 401 with the real body, and the refreshed one works', async () => {
    standin = await startSmall();
    const pair = await exchangeToken(standin);
    standin.expireAccessTokens(SHOP);
    const reply = await graphql(standin, String(pair.body['access_token']), '{ shop { name } }');
    expect(reply.status).toBe(401);
    expect(reply.body.errors).toBe(
      '[API] Invalid API key or access token (unrecognized login or wrong password)',
    );
    const fresh = await refreshToken(standin, String(pair.body['refresh_token']));
    const again = await graphql(standin, String(fresh.body['access_token']), '{ shop { name } }');
    expect(again.body.data).toEqual({ shop: { name: 'Small Shop' } });
  });

  test('uninstalling the app kills access and refresh tokens', async () => {
    standin = await startSmall();
    const pair = await exchangeToken(standin);
    await standin.uninstall(SHOP);
    expect((await graphql(standin, String(pair.body['access_token']), '{ shop { name } }')).status).toBe(401);
    expect((await refreshToken(standin, String(pair.body['refresh_token']))).status).toBe(401);
    expect((await exchangeToken(standin)).status).toBe(400);
    standin.install(SHOP);
    const token = await offlineToken(standin);
    expect((await graphql(standin, token, '{ shop { name } }')).status).toBe(200);
  });
});
