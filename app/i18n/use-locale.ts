import { createContext, useContext } from 'react';
import type { Locale } from './locale';

export const LocaleContext = createContext<Locale>({ language: 'es', tag: 'es-ES' });

export function useLocale(): Locale {
  return useContext(LocaleContext);
}
