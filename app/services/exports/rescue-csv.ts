import { spreadsheetDialect } from './csv-dialect';
import { day, number, text } from './csv-row';
import { DISCLOSURE } from './disclosure';
import { customerLocale, type ExportLanguage } from './export-locale';
import type { ExportWriter } from './export-writer';
import { offerCells, offerHeader } from './offer-columns';
import type { RescueExportTerms, RescueRecipient } from './rescue-export-terms';
import { spreadsheetContact, spreadsheetContactHeader } from './spreadsheet-contact';

interface RescueWords {
  readonly rescue: string;
  readonly disclosure: string;
  readonly exported: string;
}

const WORDS: Readonly<Record<ExportLanguage, RescueWords>> = {
  es: {
    rescue: 'Rescate n.º',
    disclosure: 'Frase que debe acompañar al descuento',
    exported: 'Día de la exportación',
  },
  en: {
    rescue: 'Rescue no.',
    disclosure: 'Sentence that must go with the discount',
    exported: 'Day of the export',
  },
};

/** The customers of a rescue with their code, for a spreadsheet. */
export function rescueCsv(terms: RescueExportTerms): ExportWriter<RescueRecipient> {
  const { shop, locale, campaignLocale, number: rescue, exportDay, aliasOf } = terms;
  const { language } = locale;
  const words = WORDS[language];
  return {
    dialect: spreadsheetDialect(locale.tag),
    header: [
      ...spreadsheetContactHeader(language),
      words.rescue,
      ...offerHeader(language, shop.currency),
      words.disclosure,
      words.exported,
    ],
    row: ({ customerId, offer }, contact) => [
      ...spreadsheetContact(contact, { alias: aliasOf(customerId), shopDomain: shop.domain, language }),
      number(rescue),
      ...offerCells(offer),
      text(offer === null ? null : DISCLOSURE[customerLocale(contact.locale, campaignLocale).language]),
      day(exportDay),
    ],
  };
}
