import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Claims of an App Bridge session token (https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens). */
export interface SessionTokenClaims {
  readonly iss: string;
  readonly dest: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
  readonly sid: string;
}

const LIFETIME_S = 60;

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

/** Signs a session token as App Bridge hands it to an embedded app: HS256 with the app's secret, one minute long. */
export function mintSessionToken(
  app: { readonly apiKey: string; readonly apiSecret: string },
  shopDomain: string,
  userId: number,
  overrides: Partial<SessionTokenClaims> = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims: SessionTokenClaims = {
    iss: `https://${shopDomain}/admin`,
    dest: `https://${shopDomain}`,
    aud: app.apiKey,
    sub: String(userId),
    exp: now + LIFETIME_S,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
    ...overrides,
  };
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${body}.${signature(body, app.apiSecret).toString('base64url')}`;
}

function isClaims(value: unknown): value is SessionTokenClaims {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dest' in value &&
    'aud' in value &&
    'exp' in value &&
    typeof value.exp === 'number' &&
    'nbf' in value &&
    typeof value.nbf === 'number' &&
    'sub' in value
  );
}

/** The claims of a genuine, current token of this app and shop, else `null`. */
export function verifySessionToken(
  token: string,
  app: { readonly apiKey: string; readonly apiSecret: string },
  shopDomain: string,
): SessionTokenClaims | null {
  const [header = '', payload = '', signed = ''] = token.split('.');
  const wanted = signature(`${header}.${payload}`, app.apiSecret);
  const given = Buffer.from(signed, 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  let claims: unknown;
  try {
    claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!isClaims(claims)) return null;
  const now = Date.now() / 1000;
  const current = claims.exp > now && claims.nbf <= now + 5;
  return current && claims.aud === app.apiKey && claims.dest === `https://${shopDomain}` ? claims : null;
}
