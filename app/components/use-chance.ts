import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';

const SMALLEST = 0.01;

/** A forecast probability in whole per cent. None is ever certain: what rounds to 0 or 100 % is said as a bound. */
export function useChance(): (probability: number) => string {
  const t = useTranslations('record.chances');
  const format = useFormat();
  return (probability) => {
    if (probability < SMALLEST / 2) return t('under', { percent: format.percent(SMALLEST) });
    if (probability >= 1 - SMALLEST / 2) return t('over', { percent: format.percent(1 - SMALLEST) });
    return format.percent(probability);
  };
}
