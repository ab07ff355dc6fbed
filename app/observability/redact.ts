const REDACTED = '[redacted]';

/** Keys whose values name or reach a person, or open a door. Compared without case, `_` and `-`. */
const PRIVATE_KEYS = new Set(
  [
    'authorization cookie set-cookie password secret api-key api-secret client-secret encryption-key',
    'token access-token refresh-token id-token session-token x-shopify-access-token x-shopify-hmac-sha256 hmac',
    'email e-mail phone first-name last-name full-name display-name customer-name company customer customers',
    'address addresses address1 address2 shipping-address billing-address default-address zip ip ip-address',
    'body payload variables parameters',
  ]
    .join(' ')
    .split(' ')
    .map(plainKey),
);

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/** Shopify, Slack and OpenAI keys, JSON web tokens, and credentials in headers and URLs. */
const SECRETS = [
  /\bshp(?:at|ca|pa|ss|ua|rt)_[A-Za-z0-9_-]+/g,
  /\bxox[a-z]-[A-Za-z0-9-]+/g,
  /\bsk-[A-Za-z0-9_-]{16,}/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi,
  /(?<=:\/\/)[^\s:/@]*:[^\s/@]+(?=@)/g,
];
const DEEPEST = 6;

/** Takes e-mail addresses and credentials out of a text. */
export function redactText(text: string): string {
  return SECRETS.reduce((clean, secret) => clean.replace(secret, REDACTED), text).replace(EMAIL, REDACTED);
}

/** A copy without the values of private keys, at any depth; errors are left to their own serialiser. */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      PRIVATE_KEYS.has(plainKey(key)) ? REDACTED : redactValue(value, 1),
    ]),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) {
    return value;
  }
  if (depth > DEEPEST) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      PRIVATE_KEYS.has(plainKey(key)) ? REDACTED : redactValue(inner, depth + 1),
    ]),
  );
}

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[_-]/g, '');
}
