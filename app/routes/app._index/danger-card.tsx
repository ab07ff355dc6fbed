import { Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CustomerTable } from '~/components/customer-table';
import { Panel } from '~/components/panel';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';

/** The customers with most at stake, first of all the list on the customers' page. */
export function DangerCard({ rows }: { readonly rows: readonly CustomerAtRiskView[] }) {
  const t = useTranslations();
  const sort = t('customers.sort.money-at-risk');
  return (
    <Panel
      title={t('dashboard.danger.title')}
      aside={<Link url="/app/customers?sort=money-at-risk">{t('dashboard.danger.all')}</Link>}
      flush
    >
      {rows.length === 0 ? (
        <div className="tm-panel__pad">
          <Text as="p" tone="subdued">
            {t('dashboard.danger.empty')}
          </Text>
        </div>
      ) : (
        <CustomerTable rows={rows} caption={t('customers.caption', { sort })} />
      )}
    </Panel>
  );
}
