import { createTranslator as createUseIntlTranslator, type useTranslations } from 'use-intl';
import type { Language, Locale } from './locale';
import { en } from './messages/en';
import { es } from './messages/es';

type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    Locale: string;
    Messages: Messages;
    Formats: typeof FORMATS;
  }
}

export type Translate = ReturnType<typeof useTranslations<never>>;

/** Named number styles of the messages: `{count, number, whole}`. */
export const FORMATS = {
  number: {
    whole: { maximumFractionDigits: 0, useGrouping: true },
    smallPercent: { style: 'percent', maximumFractionDigits: 2 },
  },
} as const;

// The types of arguments come from the English text; the Spanish one is held to the same keys and arguments by tests.
const CATALOGS: Readonly<Record<Language, Messages>> = { en, es: es as Messages };

export function messagesFor(language: Language): Messages {
  return CATALOGS[language];
}

/** The messages of a language outside of React (exports, page titles). */
export function createTranslator(locale: Locale): Translate {
  return createUseIntlTranslator({
    locale: locale.tag,
    messages: messagesFor(locale.language),
    formats: FORMATS,
    timeZone: 'UTC',
  });
}
