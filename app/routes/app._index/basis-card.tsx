import { useTranslations } from 'use-intl';
import { FactList } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import { Reconciliation } from '~/components/reconciliation';
import { codedMessage } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import type { AsOfView, BasisView } from '~/services/views/dashboard-view';

/** What the numbers were computed from, so that they can be compared with Shopify's own. */
export function BasisCard({ basis, asOf }: { readonly basis: BasisView; readonly asOf: AsOfView }) {
  const t = useTranslations();
  const format = useFormat();
  const { test, cancelled, unpaid, nothingPaid } = basis.excluded;
  const excluded = [
    test > 0 && t('dashboard.basis.excludedTest', { count: test }),
    cancelled > 0 && t('dashboard.basis.excludedCancelled', { count: cancelled }),
    unpaid > 0 && t('dashboard.basis.excludedUnpaid', { count: unpaid }),
    nothingPaid > 0 && t('dashboard.basis.excludedNothingPaid', { count: nothingPaid }),
  ].filter((text) => text !== false);

  const facts = [
    { label: t('dashboard.basis.orders'), value: format.integer(basis.orders) },
    { label: t('dashboard.basis.customers'), value: format.integer(basis.customers) },
    { label: t('dashboard.basis.revenue'), value: format.moneyExact(basis.revenue) },
    ...(basis.firstDay && basis.lastDay
      ? [
          {
            label: t('dashboard.basis.period'),
            value: t('dashboard.basis.periodValue', {
              first: format.day(basis.firstDay),
              last: format.day(basis.lastDay),
            }),
          },
        ]
      : []),
    { label: t('dashboard.basis.analysis'), value: format.day(asOf.analysisDay) },
    {
      label: t('dashboard.basis.guests'),
      value: t('dashboard.basis.guestsValue', { count: basis.guestOrders }),
    },
    {
      label: t('dashboard.basis.excluded'),
      value:
        excluded.length === 0 ? (
          t('dashboard.basis.excludedNone')
        ) : (
          <ul className="tm-plain">
            {excluded.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ),
    },
    ...(basis.customersModelled > 0
      ? [
          {
            label: t('dashboard.basis.modelled'),
            value: t('dashboard.basis.modelledValue', {
              purchases: basis.purchases,
              customers: basis.customersModelled,
            }),
          },
          { label: t('dashboard.basis.model'), value: codedMessage(t, 'models', basis.model ?? 'rules') },
        ]
      : []),
  ];

  return (
    <Panel title={t('dashboard.basis.title')}>
      <FactList facts={facts} />
      <div className="tm-rule">
        <Reconciliation reconciliation={basis.reconciliation} />
      </div>
    </Panel>
  );
}
