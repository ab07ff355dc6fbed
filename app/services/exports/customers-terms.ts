import type { IsoDay } from '~/domain/iso-day';
import type { ExportLocale } from './export-locale';

/** What every line of a file about a pass shares. */
export interface CustomersTerms {
  readonly shop: { readonly name: string; readonly domain: string; readonly currency: string };
  readonly locale: ExportLocale;
  /** The day that the figures stand on. */
  readonly analysisDay: IsoDay;
  /** For example `mbg-nbd`; `null` where rules answer. */
  readonly model: string | null;
  /** How often the truth lies between low and high, a share; `null` where there are no ranges. */
  readonly intervalLevel: number | null;
  /** Pseudonym that pages show. */
  readonly aliasOf: (customerId: string) => string;
}

/** `mbg-nbd` as people who know it write it: `MBG/NBD`. */
export function modelName(model: string): string {
  return model.toUpperCase().replace('-', '/');
}
