import { fetchVia } from './fetch-via';
import { APP, SHOP } from './small-shop';
import type { ShopifyStandin } from './shopify-standin';

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; tests state what they expect of it. */
  readonly body: {
    readonly data?: unknown;
    readonly errors?: unknown;
    readonly extensions?: unknown;
    readonly [key: string]: unknown;
  };
}

async function post(standin: ShopifyStandin, path: string, body: unknown, token?: string): Promise<Reply> {
  const response = await fetchVia(standin)(`https://${SHOP}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { 'X-Shopify-Access-Token': token }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Reply['body']) : { text },
  };
}

/** Token exchange as the app's library does it. */
export function exchangeToken(standin: ShopifyStandin, change: Record<string, unknown> = {}): Promise<Reply> {
  return post(standin, '/admin/oauth/access_token', {
    client_id: APP.apiKey,
    client_secret: APP.apiSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: standin.mintSessionToken(SHOP),
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
    ...change,
  });
}

export function refreshToken(standin: ShopifyStandin, token: string): Promise<Reply> {
  return post(standin, '/admin/oauth/access_token', {
    client_id: APP.apiKey,
    client_secret: APP.apiSecret,
    grant_type: 'refresh_token',
    refresh_token: token,
  });
}

export function graphql(
  standin: ShopifyStandin,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Reply> {
  return post(standin, '/admin/api/2026-10/graphql.json', { query, variables }, token);
}

/** An offline access token, ready to use. */
export async function offlineToken(standin: ShopifyStandin): Promise<string> {
  const reply = await exchangeToken(standin);
  return String(reply.body['access_token']);
}
