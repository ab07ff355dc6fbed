import { AppProvider } from '@shopify/polaris';
import polarisEn from '@shopify/polaris/locales/en.json';
import polarisEs from '@shopify/polaris/locales/es.json';
import type { ReactNode } from 'react';
import { useLocale } from '~/i18n/use-locale';
import { AppLink } from './app-link';

const POLARIS_TEXTS = { en: polarisEn, es: polarisEs };

/** Polaris in the merchant's language, with the router's links. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { language } = useLocale();
  return (
    <AppProvider i18n={POLARIS_TEXTS[language]} linkComponent={AppLink}>
      {children}
    </AppProvider>
  );
}
