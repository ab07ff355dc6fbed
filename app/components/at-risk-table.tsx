import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { AtRiskPoint } from '~/domain/at-risk-course';
import { DataTable } from './data-table';
import { Disclosure } from './disclosure';

/** The points of the line as figures, the latest first. */
export function AtRiskTable({ points }: { readonly points: readonly AtRiskPoint[] }) {
  const t = useTranslations('charts');
  const format = useFormat();
  return (
    <Disclosure title={t('table')}>
      <DataTable
        caption={t('atRisk.caption')}
        columns={[t('day'), t('atRisk.money'), t('range')]}
        rows={points
          .map(({ day, moneyAtRisk }) => {
            const { mean, low, high } = format.estimate(moneyAtRisk);
            return { key: day, cells: [format.day(day), mean, t('rangeValue', { low, high })] as const };
          })
          .reverse()}
      />
    </Disclosure>
  );
}
