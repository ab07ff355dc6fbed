import { createTranslator } from '~/i18n/translator';

/** The sentence that the law asks for, in the language of the rescue: its customers may not speak the merchant's. */
export function disclosureIn(language: 'es' | 'en'): string {
  return createTranslator({ language, tag: language })('rescue.disclosure');
}
