import { useLocale } from '~/i18n/use-locale';

/** A number as a person of the page's language would type it: no thousands set apart, at most four decimals. */
export function useTypedNumber(): (value: number | null) => string {
  const { language } = useLocale();
  return (value) => {
    if (value === null) return '';
    const text = String(Number(value.toFixed(4)));
    return language === 'es' ? text.replace('.', ',') : text;
  };
}
