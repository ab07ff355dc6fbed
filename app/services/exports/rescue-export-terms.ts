import type { IsoDay } from '~/domain/iso-day';
import type { ExportLocale } from './export-locale';
import type { RescueOffer } from './rescue-offer';

/** What every line of a rescue's file shares. */
export interface RescueExportTerms {
  readonly shop: { readonly name: string; readonly domain: string; readonly currency: string };
  /** The file's own words and numbers. */
  readonly locale: ExportLocale;
  /** The campaign's language, for customers whose own we have no words in. */
  readonly campaignLocale: ExportLocale;
  /** How the merchant knows the campaign. */
  readonly number: number;
  readonly exportDay: IsoDay;
  /** Pseudonym that pages show. */
  readonly aliasOf: (customerId: string) => string;
}

export interface RescueRecipient {
  readonly customerId: string;
  /** `null` for a message without a discount. */
  readonly offer: RescueOffer | null;
}
