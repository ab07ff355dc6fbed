import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { createFormat, type Format } from './format';
import { useLocale } from './use-locale';

const ShopFormatContext = createContext<Format | null>(null);

interface ShopFormatProviderProps {
  readonly currency: string;
  readonly timeZone: string;
  /** ISO instant of the server that "today" refers to. */
  readonly now: string;
  readonly children: ReactNode;
}

/** Amounts in the shop's currency and days in the shop's zone for everything below it. */
export function ShopFormatProvider({ currency, timeZone, now, children }: ShopFormatProviderProps) {
  const locale = useLocale();
  const format = useMemo(
    () => createFormat({ locale, currency, timeZone, now }),
    [locale, currency, timeZone, now],
  );
  return <ShopFormatContext.Provider value={format}>{children}</ShopFormatContext.Provider>;
}

export function useFormat(): Format {
  const format = useContext(ShopFormatContext);
  if (!format) throw new Error('useFormat needs a ShopFormatProvider above it');
  return format;
}
