import { Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CustomerTable } from '~/components/customer-table';
import { Panel } from '~/components/panel';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';

interface DangerCardProps {
  readonly rows: readonly CustomerAtRiskView[];
  /** False while rules rank the customers: nothing is said then about chances and money. */
  readonly forecast: boolean;
}

/** The customers to look at first, as many as fit; all of them are on the customers' page. */
export function DangerCard({ rows, forecast }: DangerCardProps) {
  const t = useTranslations();
  const sort = forecast ? 'money-at-risk' : 'last-order';
  return (
    <Panel
      title={t(forecast ? 'dashboard.danger.title' : 'dashboard.danger.ruleTitle')}
      aside={<Link url="/app/customers?segment=leaving">{t('dashboard.danger.all')}</Link>}
      flush
    >
      {rows.length === 0 ? (
        <div className="tm-panel__pad">
          <Text as="p" tone="subdued">
            {t('dashboard.danger.empty')}
          </Text>
        </div>
      ) : (
        <CustomerTable
          rows={rows}
          caption={t('customers.caption', { sort: t(`customers.sort.${sort}`) })}
          forecast={forecast}
          showOrders={!forecast}
        />
      )}
    </Panel>
  );
}
