import { useTranslations } from 'use-intl';

/** Figures without a unit that may be tiny, such as a score: two significant digits. */
export function useSmallFigure(): (value: number) => string {
  const t = useTranslations('trust.number');
  return (value) => t('significant', { value });
}
