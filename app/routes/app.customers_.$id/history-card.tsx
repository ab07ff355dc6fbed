import { useTranslations } from 'use-intl';
import { FactList } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerRecordView } from '~/services/views/customer-record-view';

interface HistoryCardProps {
  readonly history: Extract<CustomerRecordView, { state: 'ready' }>['history'];
}

/** What the orders themselves say. */
export function HistoryCard({ history }: HistoryCardProps) {
  const t = useTranslations('record.history');
  const format = useFormat();
  const { firstOrderDay, lastOrderDay, ordersCounted, medianGapDays, meanOrderValue } = history;
  return (
    <Panel title={t('title')}>
      <FactList
        facts={[
          { label: t('first'), value: format.day(firstOrderDay) },
          { label: t('last'), value: format.day(lastOrderDay) },
          { label: t('orders'), value: format.integer(ordersCounted) },
          {
            label: t('gap'),
            value:
              medianGapDays === null
                ? t('gapNone')
                : t('gapValue', { days: Math.max(1, Math.round(medianGapDays)) }),
          },
          { label: t('mean'), value: format.moneyExact(meanOrderValue) },
        ]}
      />
      <p className="tm-muted">{t('note')}</p>
    </Panel>
  );
}
