import type { ExportFigures } from '~/data/model-runs/read-export-figures';
import { spreadsheetDialect } from './csv-dialect';
import type { CustomersTerms } from './customers-terms';
import type { ExportWriter } from './export-writer';
import { WHATSAPP_COLUMNS, whatsAppContact } from './whatsapp-contact';

/**
 * A message to each customer. Who has not been seen for long is told so; nobody else is.
 *
 * Written as a spreadsheet of the merchant's region saves "CSV UTF-8": a person opens it, and a tool that takes files
 * from such persons takes this one.
 */
export function customersWhatsApp({ shop, locale }: CustomersTerms): ExportWriter<ExportFigures> {
  return {
    dialect: spreadsheetDialect(locale.tag),
    header: WHATSAPP_COLUMNS[locale.language],
    row: ({ leaving }, contact) =>
      whatsAppContact(
        contact,
        { shopName: shop.name, occasion: leaving ? 'missed' : 'hello', offer: null },
        locale,
      ),
  };
}
