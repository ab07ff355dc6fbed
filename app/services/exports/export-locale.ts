/** Languages that exported words exist in. */
export type ExportLanguage = 'es' | 'en';

/** The language of a file's words, and the full tag by which its numbers and dates are written: es-ES is not es-MX. */
export interface ExportLocale {
  readonly language: ExportLanguage;
  /** BCP 47 */
  readonly tag: string;
}

/** The locale that a customer is written to in: their own where we have words for it, otherwise `fallback`. */
export function customerLocale(customerTag: string, fallback: ExportLocale): ExportLocale {
  try {
    const { language, baseName } = new Intl.Locale(customerTag.replaceAll('_', '-'));
    return language === 'es' || language === 'en' ? { language, tag: baseName } : fallback;
  } catch {
    return fallback;
  }
}
