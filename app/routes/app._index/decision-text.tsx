import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { assertNever } from '~/domain/assert-never';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';
import { RescueSentence } from '~/components/rescue-sentence';

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;

/** The decision in two or three sentences. */
export function DecisionText({ decision }: { readonly decision: DecisionView }) {
  const t = useTranslations();
  const format = useFormat();
  switch (decision.kind) {
    case 'rescue':
      return <RescueSentence decision={decision} />;
    case 'look-at-risk': {
      const { mean, ...range } = format.estimate(decision.money);
      const { customers, topCustomers } = decision;
      // More than fit into one sitting: the sentence asks for the first of them.
      const many = topCustomers > 0 && topCustomers < customers;
      return (
        <>
          <p className="tm-decision__headline">
            {many
              ? t.rich('dashboard.decision.look-at-top', { customers, topCustomers, money: mean, b: bold })
              : t.rich('dashboard.decision.look-at-risk', { customers, money: mean, b: bold })}
          </p>
          <p className="tm-decision__detail">{t('range.likely', range)}</p>
          {many && (
            <p className="tm-decision__detail">
              {t('dashboard.decision.concentration', {
                topCustomers,
                topShare: format.percent(decision.topShare),
              })}
            </p>
          )}
        </>
      );
    }
    case 'all-quiet':
      return (
        <p className="tm-decision__headline">
          {t.rich('dashboard.decision.all-quiet', { customers: decision.customers, b: bold })}
        </p>
      );
    case 'too-early':
      return (
        <>
          <p className="tm-decision__headline">
            {t.rich('dashboard.decision.too-early', {
              required: decision.requiredRepeatCustomers,
              repeat: decision.repeatCustomers,
              days: decision.historyDays,
              b: bold,
            })}
          </p>
          <p className="tm-decision__detail">
            {t('dashboard.decision.overdue', { count: decision.overdueCustomers })}
          </p>
        </>
      );
    case 'no-orders':
      return <p className="tm-decision__headline">{t('dashboard.decision.no-orders')}</p>;
    default:
      return assertNever(decision);
  }
}
