import { createHmac } from 'node:crypto';

/** Stands for a customer where their id must not: HMAC-SHA256 of the source's id under the shop's salt, hexadecimal. */
export function customerPseudonym(salt: string, customerId: string): string {
  return createHmac('sha256', salt).update(customerId).digest('hex');
}
