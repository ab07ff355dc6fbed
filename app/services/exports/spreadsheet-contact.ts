import type { Contact } from './contact';
import { text, type Cell } from './csv-row';
import { CUSTOMER_WORDS } from './customer-words';
import type { ExportLanguage } from './export-locale';

export function spreadsheetContactHeader(language: ExportLanguage): string[] {
  const words = CUSTOMER_WORDS[language];
  return [
    words.customer,
    words.firstName,
    words.lastName,
    words.email,
    words.emailConsent,
    words.whatsAppConsent,
    words.record,
  ];
}

/**
 * Who a customer is, for a person who reads a table. The pseudonym comes with its word: alone, `12E45` would be read
 * as a number. The id is in the address of the record, where a spreadsheet cannot round it. Telephone numbers are left
 * to the file for WhatsApp: a spreadsheet takes away their plus.
 * @param alias pseudonym that pages show
 * @param shopDomain `example.myshopify.com`
 */
export function spreadsheetContact(
  contact: Contact,
  { alias, shopDomain, language }: { alias: string; shopDomain: string; language: ExportLanguage },
): Cell[] {
  const words = CUSTOMER_WORDS[language];
  const yesNo = (consent: string | undefined): Cell => text(consent === 'subscribed' ? words.yes : words.no);
  return [
    text(`${words.customer} ${alias}`),
    text(contact.firstName),
    text(contact.lastName),
    text(contact.email?.address ?? null),
    yesNo(contact.email?.consent),
    yesNo(contact.phone?.whatsAppConsent),
    text(`https://${shopDomain}/admin/customers/${contact.sourceId}`),
  ];
}
