import { IMPORT_DIALECT } from './csv-dialect';
import { number, percent, text } from './csv-row';
import { DISCLOSURE } from './disclosure';
import { customerLocale } from './export-locale';
import type { ExportWriter } from './export-writer';
import { KLAVIYO_PROFILE, klaviyoProfile } from './klaviyo-profile';
import { amount } from './offer-columns';
import type { RescueExportTerms, RescueRecipient } from './rescue-export-terms';
import { spokenDay } from './spoken-values';

/**
 * Profiles with their code as custom properties. Whether an import empties a property where the cell is empty is not
 * documented, so the code of an earlier rescue may stay: the number of the rescue and the per cent, 0 without a
 * discount, are always written and tell a template which it is.
 */
export function rescueKlaviyo(terms: RescueExportTerms): ExportWriter<RescueRecipient> {
  const { shop, campaignLocale, number: rescue } = terms;
  return {
    dialect: IMPORT_DIALECT,
    header: [
      ...KLAVIYO_PROFILE,
      'Timon Rescue',
      'Timon Language',
      'Timon Discount Percent',
      'Timon Code',
      'Timon Code Ends',
      'Timon Code Last Day',
      'Timon Minimum Basket',
      'Timon Currency',
      'Timon Disclosure',
    ],
    row: ({ offer }, contact) => {
      const profile = klaviyoProfile(contact);
      if (typeof profile === 'string') return profile;
      const locale = customerLocale(contact.locale, campaignLocale);
      return [
        ...profile,
        number(rescue),
        text(locale.language),
        percent(offer?.share ?? 0),
        text(offer?.code ?? null),
        text(offer?.endsAt ? klaviyoMoment(offer.endsAt) : null),
        text(offer?.lastDay ? spokenDay(offer.lastDay, locale) : null),
        amount(offer?.minimum ?? null),
        text(shop.currency),
        text(offer === null ? null : DISCLOSURE[locale.language]),
      ];
    },
  };
}

/** `2026-03-31 21:59:59+00:00`: one of the forms that Klaviyo reads as a date, with its zone. */
function klaviyoMoment(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')}+00:00`;
}
