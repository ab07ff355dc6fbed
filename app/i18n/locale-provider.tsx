import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Locale } from './locale';
import { LocaleContext } from './use-locale';
import { FORMATS, messagesFor } from './translator';

/** Gives everything below it the merchant's language and formats. */
export function LocaleProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  return (
    <LocaleContext.Provider value={locale}>
      <IntlProvider
        locale={locale.tag}
        messages={messagesFor(locale.language)}
        formats={FORMATS}
        timeZone="UTC"
      >
        {children}
      </IntlProvider>
    </LocaleContext.Provider>
  );
}
