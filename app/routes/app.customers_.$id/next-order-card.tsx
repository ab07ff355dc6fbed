import { useTranslations } from 'use-intl';
import { FactList } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerForecastView } from '~/services/views/customer-record-view';

const LABELS = { 0.5: 'p50', 0.8: 'p80', 0.95: 'p95' } as const;

/** By when the next order comes, as often as it says, of a customer who has not left. */
export function NextOrderCard({ nextOrder }: Pick<CustomerForecastView, 'nextOrder'>) {
  const t = useTranslations('record.next');
  const format = useFormat();
  return (
    <Panel title={t('title')}>
      <p className="tm-muted">{t('body')}</p>
      <FactList
        facts={nextOrder.map(({ probability, days, day }) => ({
          label: t(`label.${LABELS[probability]}`),
          value: days === null || day === null ? t('never') : t('before', { days, day: format.day(day) }),
        }))}
      />
    </Panel>
  );
}
