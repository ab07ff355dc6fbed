import { z } from 'zod';
import type { Clock } from '~/domain/clock';
import { ConnectorError } from '~/connectors/contract';
import { httpFailure, networkFailure } from '~/connectors/http-failure';

const grantSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});
const refusalSchema = z.looseObject({ error: z.string() });

/** Refusals that say our own key or secret is wrong: opening the app again would not help. */
const OUR_FAULT = new Set(['invalid_client', 'application_cannot_be_found', 'unsupported_grant_type']);

/**
 * Shopify has been seen to leave `expires_in` out of a retried refresh; a token without an end would never be
 * refreshed again, so it is given a short one.
 */
const ASSUMED_LIFETIME_S = 600;

export interface RefreshedTokens {
  readonly accessToken: string;
  readonly scope: string;
  readonly expires: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpires: Date;
}

export interface RefreshGrantOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * Exchanges a refresh token for a new pair. Asked directly, because the library turns every refusal but one into a bare
 * 500 and cannot be given a lock, a clock or a fetch of its own.
 * @throws ConnectorError `unauthorized` when the merchant has to open the app again
 */
export async function refreshGrant(
  shop: string,
  refreshToken: string,
  { apiKey, apiSecret, fetch: doFetch, clock }: RefreshGrantOptions,
): Promise<RefreshedTokens> {
  const response = await post(doFetch, `https://${shop}/admin/oauth/access_token`, {
    client_id: apiKey,
    client_secret: apiSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const body = parseJson(response.text);
  if (response.status >= 400 && response.status < 404) throw refused(response.status, body);
  if (response.status !== 200) throw httpFailure('the token endpoint', response, clock.now());
  const grant = grantSchema.safeParse(body);
  if (!grant.success) {
    // The parse error would quote nothing secret, but the body itself must never be logged: it is left out.
    throw new ConnectorError('invalid-response', 'the token endpoint answered in an unknown shape');
  }
  const now = clock.now().getTime();
  return {
    accessToken: grant.data.access_token,
    scope: grant.data.scope,
    expires: new Date(now + (grant.data.expires_in ?? ASSUMED_LIFETIME_S) * 1000),
    refreshToken: grant.data.refresh_token,
    refreshTokenExpires: new Date(now + grant.data.refresh_token_expires_in * 1000),
  };
}

async function post(doFetch: typeof fetch, url: string, body: Readonly<Record<string, string>>) {
  try {
    const response = await doFetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    throw networkFailure('the token endpoint', cause);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** 400 to 403: RFC 6749 puts the reason into `error`; Shopify answers a dead refresh token with 400 or 401. */
function refused(status: number, body: unknown): ConnectorError {
  if (status === 402) return new ConnectorError('payment-required', 'the token endpoint answered 402');
  const reason = refusalSchema.safeParse(body).data?.error ?? `status ${status}`;
  return OUR_FAULT.has(reason)
    ? new ConnectorError('invalid-response', `the token endpoint does not know this app: ${reason}`)
    : new ConnectorError('unauthorized', `the refresh token was refused: ${reason}`);
}
