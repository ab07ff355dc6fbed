import type { Contact } from './contact';
import { text, phone, type Cell } from './csv-row';
import type { Unreachable } from './export-writer';
import { isHarmless } from './harmless-text';
import { parsePhoneNumber } from './phone-number';

/** Klaviyo's own names, by which its import maps columns without being told; an address has to be the first. */
export const KLAVIYO_PROFILE = ['Email', 'First Name', 'Last Name', 'Phone Number'] as const;

/**
 * The first cells of a profile, of those only who said yes to e-mail.
 *
 * There is no consent column on purpose: an empty cell in it would mean "never subscribed", and "subscribed" would
 * bring back who has unsubscribed in Klaviyo since. The number is given only with a yes to SMS, because whoever imports
 * a list of numbers is asked whether all of them said yes.
 *
 * An address that a spreadsheet would run as a formula is left out: made harmless, it would be somebody else's.
 */
export function klaviyoProfile({ email, phone: number, firstName, lastName }: Contact): Cell[] | Unreachable {
  if (email === null) return 'no-address';
  if (email.consent !== 'subscribed') return 'no-consent';
  if (!isHarmless(email.address)) return 'no-address';
  return [
    text(email.address),
    text(firstName),
    text(lastName),
    phone(number?.smsConsent === 'subscribed' ? parsePhoneNumber(number.number) : null),
  ];
}
