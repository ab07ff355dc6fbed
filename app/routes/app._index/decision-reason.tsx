import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';

/** How the decision came about, in the merchant's words. */
export function DecisionReason({ decision }: { readonly decision: DecisionView }) {
  const t = useTranslations('dashboard.why');
  const format = useFormat();
  const reasons = {
    'look-at-risk': [t('rhythm'), t('chance'), t('money')],
    'all-quiet': [t('rhythm'), t('chance'), t('quiet')],
    'too-early': [t('early')],
    'no-orders': [],
  }[decision.kind];
  return (
    <div className="tm-reason">
      <h2 className="tm-reason__title">{t('title')}</h2>
      <ol>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {decision.kind === 'look-at-risk' && decision.money.mean > 0 && (
          <li>
            {t('certainty', {
              below: format.percent(1 - decision.money.low / decision.money.mean),
              above: format.percent(decision.money.high / decision.money.mean - 1),
            })}
          </li>
        )}
      </ol>
    </div>
  );
}
