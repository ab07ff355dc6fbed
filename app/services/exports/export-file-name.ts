import type { CustomerFilter, SmartFilter } from '~/domain/customer-filter';
import type { IsoDay } from '~/domain/iso-day';
import type { ExportFormat } from '../views/export-view';
import type { ExportLanguage } from './export-locale';

/** Plain letters: file names travel through systems that know no others. */
interface FileWords {
  readonly customers: string;
  readonly selected: string;
  readonly rescue: string;
  readonly filters: Readonly<Record<SmartFilter, string>>;
}

const WORDS: Readonly<Record<ExportLanguage, FileWords>> = {
  es: {
    customers: 'clientes',
    selected: 'clientes-elegidos',
    rescue: 'rescate',
    filters: {
      leaving: 'clientes-que-se-van',
      'likely-gone': 'clientes-casi-perdidos',
      'silent-vip': 'vip-sin-pedidos',
      'new-whale': 'nuevos-de-alto-potencial',
      'vip-at-risk': 'vip-en-riesgo',
      loyal: 'clientes-fieles',
      'potential-whale': 'clientes-de-alto-potencial',
      standard: 'clientes-normales',
      lost: 'clientes-perdidos',
    },
  },
  en: {
    customers: 'customers',
    selected: 'chosen-customers',
    rescue: 'rescue',
    filters: {
      leaving: 'customers-slipping-away',
      'likely-gone': 'customers-likely-gone',
      'silent-vip': 'silent-vips',
      'new-whale': 'new-with-high-potential',
      'vip-at-risk': 'vips-at-risk',
      loyal: 'loyal-customers',
      'potential-whale': 'high-potential-customers',
      standard: 'standard-customers',
      lost: 'lost-customers',
    },
  },
};

/** `timon-vip-en-riesgo-klaviyo-2026-03-02.csv`. @param filter `null` for customers picked by hand */
export function customersFileName(
  filter: CustomerFilter | null,
  format: ExportFormat,
  { language, day }: { readonly language: ExportLanguage; readonly day: IsoDay },
): string {
  const words = WORDS[language];
  const what =
    filter === null
      ? words.selected
      : filter.smart !== null
        ? words.filters[filter.smart]
        : filter.search === null
          ? words.customers
          : words.selected;
  return fileName(what, format, day);
}

/** `timon-rescate-3-whatsapp-2026-03-02.csv` */
export function rescueFileName(
  number: number,
  format: ExportFormat,
  { language, day }: { readonly language: ExportLanguage; readonly day: IsoDay },
): string {
  return fileName(`${WORDS[language].rescue}-${number}`, format, day);
}

function fileName(what: string, format: ExportFormat, day: IsoDay): string {
  return ['timon', what, ...(format === 'csv' ? [] : [format]), day].join('-') + '.csv';
}
