import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';

interface CountText {
  readonly text: string;
  /** The number as it is read, to choose singular or plural by. */
  readonly count: number;
}

/** Numbers that are counts on average: whole from 10 up, with one decimal below, and never a false zero. */
export function useCount(): (value: number) => CountText {
  const t = useTranslations('trust.number');
  const format = useFormat();
  return (value) => {
    const rounded = Math.round(value * 10) / 10;
    if (Math.abs(value) >= 9.95 || Number.isInteger(value)) {
      return { text: format.integer(value), count: Math.round(value) };
    }
    if (rounded === 0) return { text: t('small', { value: 0.1 }), count: 0.1 };
    return Number.isInteger(rounded)
      ? { text: format.integer(rounded), count: rounded }
      : { text: t('decimal', { value: rounded }), count: rounded };
  };
}
