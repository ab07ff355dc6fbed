import { spreadsheetDialect } from './csv-dialect';
import type { ExportWriter } from './export-writer';
import { offerCells, offerHeader } from './offer-columns';
import type { RescueExportTerms, RescueRecipient } from './rescue-export-terms';
import { WHATSAPP_COLUMNS, whatsAppContact } from './whatsapp-contact';

/**
 * A message with the code to each customer of a rescue, or one without where there is none. The offer stands in cells
 * of its own too: for tools that fill in approved templates instead of sending a text.
 */
export function rescueWhatsApp(terms: RescueExportTerms): ExportWriter<RescueRecipient> {
  const { shop, locale, campaignLocale } = terms;
  return {
    dialect: spreadsheetDialect(locale.tag),
    header: [...WHATSAPP_COLUMNS[locale.language], ...offerHeader(locale.language, shop.currency)],
    row: ({ offer }, contact) => {
      const message = { shopName: shop.name, occasion: 'missed', offer } as const;
      const cells = whatsAppContact(contact, message, campaignLocale);
      return typeof cells === 'string' ? cells : [...cells, ...offerCells(offer)];
    },
  };
}
