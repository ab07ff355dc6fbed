import type { Contact } from './contact';
import { phone, text, type Cell } from './csv-row';
import { customerLocale, type ExportLanguage, type ExportLocale } from './export-locale';
import type { Unreachable } from './export-writer';
import { greetingName } from './greeting-name';
import { personalMessage, type MessageFacts } from './personal-message';
import { parsePhoneNumber } from './phone-number';

/** The first columns of a file of messages. */
export const WHATSAPP_COLUMNS: Readonly<Record<ExportLanguage, readonly string[]>> = {
  es: ['Teléfono', 'Nombre', 'Mensaje', 'Enlace para enviarlo'],
  en: ['Phone', 'First name', 'Message', 'Link to send it'],
};

/**
 * The first cells of a message, to those only who said yes to WhatsApp: for a tool that sends (number, message) and for
 * a person (the link opens the chat with the message written).
 * @param fallback locale of the message where we have no words in the customer's
 */
export function whatsAppContact(
  { phone: number, firstName, locale }: Contact,
  message: Omit<MessageFacts, 'name'>,
  fallback: ExportLocale,
): Cell[] | Unreachable {
  const e164 = number === null ? null : parsePhoneNumber(number.number);
  if (number === null || e164 === null) return 'no-address';
  if (number.whatsAppConsent !== 'subscribed') return 'no-consent';
  const name = greetingName(firstName);
  const written = personalMessage({ ...message, name }, customerLocale(locale, fallback));
  const link = `https://wa.me/${e164.slice(1)}?text=${encodeURIComponent(written)}`;
  return [phone(e164), text(name), text(written), text(link)];
}
