import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { AtRiskPoint } from '~/domain/at-risk-course';
import type { AtRiskChange } from './at-risk-change';

interface AtRiskWords {
  now(point: AtRiskPoint): string;
  /** Of a shop that has been calculated once. */
  begins(point: AtRiskPoint): string;
  change(change: AtRiskChange, now: AtRiskPoint): string;
  /** How often the range holds, for example 8 times in 10. */
  often(point: AtRiskPoint): { readonly times: string; readonly of: string };
}

/** What the line of money at risk says, in sentences: the chart's label, its caption, and all there is of one point. */
export function useAtRiskWords(): AtRiskWords {
  const t = useTranslations('charts.atRisk');
  const format = useFormat();
  const values = ({ day, moneyAtRisk }: AtRiskPoint) => ({
    day: format.day(day),
    ...format.estimate(moneyAtRisk),
  });
  const now = (point: AtRiskPoint): string => {
    const text = values(point);
    return text.low === text.high ? t('nowExact', text) : t('now', text);
  };
  return {
    now,
    begins: (point) => t('begins', { now: now(point) }),
    change: ({ since, difference, real }, { moneyAtRisk }) => {
      // A difference has no more digits than the range of what it is a difference of.
      const amount = (units: number): string => format.estimate({ ...moneyAtRisk, mean: units }).mean;
      const by = amount(Math.abs(difference));
      const day = format.day(since);
      if (by === amount(0)) return t('same', { day });
      const side = difference > 0 ? 'More' : 'Less';
      return t(`${real ? 'real' : 'within'}${side}`, { day, amount: by });
    },
    often: ({ moneyAtRisk }) => {
      const { times, of } = format.estimate(moneyAtRisk);
      return { times, of };
    },
  };
}
