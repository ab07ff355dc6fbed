import { useTranslations } from 'use-intl';
import type { IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { ChanceCourseView } from '~/services/views/customer-record-view';
import { useChance } from './use-chance';

interface ChanceWords {
  /** How the chance has changed since the last order, and where it goes without another. */
  conclusion(course: ChanceCourseView, lastOrder: IsoDay | undefined): string;
  /** How often the range holds, for example 9 times in 10. */
  often(course: ChanceCourseView): { readonly times: string; readonly of: string };
}

/** What the line of a customer's chance says, in a sentence. */
export function useChanceWords(): ChanceWords {
  const t = useTranslations('charts.chance');
  const format = useFormat();
  const chance = useChance();
  return {
    conclusion: ({ windowDays, past, ahead }, lastOrder) => {
      const today = past.at(-1);
      const then = past.find(({ day }) => day === lastOrder) ?? today;
      const values = {
        days: windowDays,
        now: chance(today?.mean ?? 0),
        then: chance(then?.mean ?? 0),
        later: chance(ahead.at(-1)?.mean ?? 0),
      };
      if (!today || !then || then === today) return t('fresh', values);
      if (values.then === values.now) return t('steady', values);
      return t(then.mean > today.mean ? 'fell' : 'rose', values);
    },
    often: ({ level }) => {
      const { times, of } = format.estimate({ mean: 0, low: 0, high: 0, level });
      return { times, of };
    },
  };
}
