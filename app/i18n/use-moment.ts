import { useTranslations } from 'use-intl';
import { useFormat } from './shop-format';

/** An instant in words: `yesterday, 21:40`. */
export function useMoment(): (instant: string) => string {
  const t = useTranslations();
  const format = useFormat();
  return (instant) => {
    const { relation, date, time } = format.moment(instant);
    return relation === 'other' ? t('moment.other', { date, time }) : t(`moment.${relation}`, { time });
  };
}
