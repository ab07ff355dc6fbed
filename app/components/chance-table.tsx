import { useTranslations } from 'use-intl';
import type { IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { ChanceCourseView, ChancePointView } from '~/services/views/customer-record-view';
import { DataTable } from './data-table';
import { Disclosure } from './disclosure';
import { useChance } from './use-chance';

interface ChanceTableProps {
  readonly course: ChanceCourseView;
  readonly purchases: readonly IsoDay[];
}

/** Of the points between, one in so many is a row: nobody reads a hundred. */
const BETWEEN = 4;

/** Where the line stands on the days with an order, today, at its end and in between, the latest first. */
export function ChanceTable({ course: { past, ahead, windowDays }, purchases }: ChanceTableProps) {
  const t = useTranslations('charts');
  const format = useFormat();
  const chance = useChance();
  const bought = new Set(purchases);
  const told = ({ day }: ChancePointView, index: number, { length }: readonly ChancePointView[]): boolean =>
    bought.has(day) || index % BETWEEN === 0 || index === length - 1;
  const row = ({ day, mean, low, high }: ChancePointView, event: string) => ({
    key: day,
    cells: [
      format.day(day),
      chance(mean),
      t('rangeValue', { low: chance(low), high: chance(high) }),
      event,
    ] as const,
  });
  return (
    <Disclosure title={t('table')}>
      <DataTable
        caption={t('chance.caption', { days: windowDays })}
        columns={[t('day'), t('chance.column', { days: windowDays }), t('range'), t('chance.event')]}
        rows={[
          ...past
            .filter(told)
            .map((point) => row(point, t(bought.has(point.day) ? 'chance.order' : 'chance.none'))),
          // The first day ahead is the analysis day again.
          ...ahead
            .filter(told)
            .slice(1)
            .map((point) => row(point, t('chance.ifNone'))),
        ].reverse()}
      />
    </Disclosure>
  );
}
