import { ProgressBar } from '@shopify/polaris';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { DecisionView } from '~/services/views/dashboard-view';

type TooEarly = Extract<DecisionView, { kind: 'too-early' }>;

/** How far the shop is from its first forecast. */
export function DecisionProgress({ decision }: { readonly decision: TooEarly }) {
  const t = useTranslations('dashboard.decision');
  const id = useId();
  const { repeatCustomers, requiredRepeatCustomers } = decision;
  return (
    <div className="tm-decision__progress">
      <ProgressBar
        size="small"
        progress={Math.min(100, (100 * repeatCustomers) / Math.max(1, requiredRepeatCustomers))}
        ariaLabelledBy={id}
      />
      <p className="tm-muted" id={id}>
        {t('progress', { repeat: repeatCustomers, required: requiredRepeatCustomers })}
      </p>
    </div>
  );
}
