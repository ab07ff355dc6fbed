const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the messages, and the full tag by which numbers and dates are written (es-ES is not es-MX). */
export interface Locale {
  readonly language: Language;
  readonly tag: string;
}

const DEFAULT_LOCALE: Locale = { language: 'es', tag: 'es-ES' };
const HOME_REGION: Readonly<Record<Language, string>> = { es: 'es-ES', en: 'en-US' };

/**
 * Shopify opens the app with the merchant's `locale`; without it the browser's wishes decide, then Spanish.
 * A bare `es` takes its region from the browser where the browser names one.
 * @param wanted value of the URL's `locale` parameter
 * @param acceptLanguage the request's Accept-Language header
 */
export function resolveLocale(wanted: string | null, acceptLanguage: string | null): Locale {
  const wishes = parseAcceptLanguage(acceptLanguage);
  const first = [wanted, ...wishes].map(toLocale).find((locale) => locale !== null);
  if (!first) return DEFAULT_LOCALE;
  if (first.tag !== first.language) return first;
  const regional = wishes
    .map(toLocale)
    .find((locale) => locale?.language === first.language && locale.tag !== locale.language);
  return regional ?? { language: first.language, tag: HOME_REGION[first.language] };
}

function toLocale(text: string | null): Locale | null {
  const canonical = text === null ? null : canonicalTag(text);
  const language = LANGUAGES.find((known) => canonical?.split('-')[0] === known);
  return language && canonical ? { language, tag: canonical } : null;
}

/** Without extensions (`-u-nu-...`), which would let a URL choose digits and calendars. */
function canonicalTag(text: string): string | null {
  try {
    return new Intl.Locale(text.replaceAll('_', '-')).baseName;
  } catch {
    return null;
  }
}

/** Tags of the header, most wanted first. */
function parseAcceptLanguage(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
