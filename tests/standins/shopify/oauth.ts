import { type AccessTokens, TOKEN_LIFETIMES_S, type TokenPair } from './access-tokens';
import { verifySessionToken } from './session-token';
import type { ShopState } from './shop-state';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface TokenServer {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly tokens: AccessTokens;
  /** Locale that a user was given when their session token was minted. */
  readonly localeOf: (userId: string) => string;
}

function refuse(status: number, error: string, description: string): TokenAnswer {
  return { status, body: { error, error_description: description } };
}

function secondsLeft(expiresAtMs: number | null): number {
  return expiresAtMs === null ? 0 : Math.max(0, Math.floor((expiresAtMs - Date.now()) / 1000));
}

function pairBody(pair: TokenPair): Readonly<Record<string, unknown>> {
  return {
    access_token: pair.access.value,
    scope: pair.access.scopes.join(','),
    expires_in: secondsLeft(pair.access.expiresAtMs),
    refresh_token: pair.refresh.value,
    refresh_token_expires_in: secondsLeft(pair.refresh.expiresAtMs),
  };
}

/** `POST /admin/oauth/access_token`: token exchange of a session token, and refresh. */
export function answerTokenRequest(
  body: Readonly<Record<string, unknown>>,
  shop: ShopState,
  server: TokenServer,
): TokenAnswer {
  if (body['client_id'] !== server.apiKey) {
    return refuse(
      400,
      'application_cannot_be_found',
      `Could not find Shopify API application with api_key ${String(body['client_id'])}`,
    );
  }
  if (body['client_secret'] !== server.apiSecret) {
    return refuse(400, 'invalid_client', 'Client authentication failed');
  }
  switch (body['grant_type']) {
    case TOKEN_EXCHANGE:
      return exchange(body, shop, server);
    case 'refresh_token': {
      const pair = server.tokens.refreshWith(String(body['refresh_token']), shop.profile.domain, [
        ...shop.scopes,
      ]);
      return pair
        ? { status: 200, body: pairBody(pair) }
        : refuse(401, 'invalid_request', 'This request requires an active refresh_token');
    }
    default:
      return refuse(400, 'unsupported_grant_type', 'The grant type is not supported');
  }
}

function exchange(
  body: Readonly<Record<string, unknown>>,
  shop: ShopState,
  server: TokenServer,
): TokenAnswer {
  if (body['subject_token_type'] !== ID_TOKEN) {
    return refuse(400, 'invalid_request', 'subject_token_type is not supported');
  }
  const { domain } = shop.profile;
  const claims = shop.installed ? verifySessionToken(String(body['subject_token']), server, domain) : null;
  if (!claims) return refuse(400, 'invalid_subject_token', 'The subject token is invalid or expired');
  const scopes = [...shop.scopes];
  if (body['requested_token_type'] === ONLINE) {
    return {
      status: 200,
      body: onlineBody(server.tokens.issueOnline(domain, scopes).value, scopes, claims.sub, server),
    };
  }
  if (body['requested_token_type'] !== OFFLINE) {
    return refuse(400, 'invalid_requested_token_type', 'requested_token_type is not supported');
  }
  if (String(body['expiring']) === '1') {
    return { status: 200, body: pairBody(server.tokens.issueExpiring(domain, scopes)) };
  }
  return {
    status: 200,
    body: { access_token: server.tokens.issuePermanent(domain, scopes).value, scope: scopes.join(',') },
  };
}

function onlineBody(
  value: string,
  scopes: readonly string[],
  userId: string,
  server: TokenServer,
): Readonly<Record<string, unknown>> {
  return {
    access_token: value,
    scope: scopes.join(','),
    expires_in: TOKEN_LIFETIMES_S.online - 1,
    associated_user_scope: scopes.join(','),
    associated_user: {
      id: Number(userId),
      first_name: 'Demo',
      last_name: 'Owner',
      email: 'owner@timon-demo.example',
      account_owner: true,
      locale: server.localeOf(userId),
      collaborator: false,
      email_verified: true,
    },
  };
}
