import type { ExportLanguage } from './export-locale';

/** What the law of the EU wants said where a machine chose the price (directive 2011/83, article 6(1)(ea)). */
export const DISCLOSURE: Readonly<Record<ExportLanguage, string>> = {
  es: 'Este descuento se ha personalizado a partir de tu historial de compras.',
  en: 'This discount was personalised using your purchase history.',
};
