import { createHash } from 'node:crypto';

// Crockford's base 32: no letter that reads like a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;

/** A short stable name for a customer, such as `7K2QM`: the same in every place and run, and no personal datum. */
export function customerAlias(shopId: string, customerId: string): string {
  const digest = createHash('sha256').update(`${shopId} ${customerId}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
