/** A telephone number in E.164: a plus, a country code, at most fifteen digits, nothing else. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' };

const E164 = /^\+[1-9]\d{6,14}$/;

/** `null` for anything but E.164. Shopify keeps numbers in that form; the check is what lets them be written plainly. */
export function parsePhoneNumber(value: string): PhoneNumber | null {
  return E164.test(value) ? (value as PhoneNumber) : null;
}
