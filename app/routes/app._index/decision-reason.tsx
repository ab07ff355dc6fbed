import { useTranslations } from 'use-intl';
import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';
import type { RescueOutlookView } from '~/services/views/rescue-outlook-view';
import { RescueReasons } from './rescue-reasons';

interface DecisionReasonProps {
  readonly decision: DecisionView;
  readonly rescue: RescueOutlookView | null;
}

/** How the decision came about, in the merchant's words. */
export function DecisionReason({ decision, rescue }: DecisionReasonProps) {
  const t = useTranslations('dashboard.why');
  const reasons = {
    rescue: [],
    'send-rescue': [t('sendLate'), t('sendKnown')],
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
        {decision.kind === 'rescue' && rescue && <RescueReasons rescue={rescue} />}
        {decision.kind === 'look-at-risk' && <Certainty estimate={decision.money} />}
        {(decision.kind === 'rescue' || decision.kind === 'send-rescue') && (
          <Certainty estimate={decision.gain} />
        )}
      </ol>
    </div>
  );
}

/** The interval in per cents of its mean, where all of it is above nothing: "111 % below" says nothing to anybody. */
function Certainty({ estimate: { mean, low, high } }: { readonly estimate: Estimate }) {
  const t = useTranslations('dashboard.why');
  const format = useFormat();
  if (!(mean > 0 && low >= 0)) return null;
  return (
    <li>
      {t('certainty', { below: format.percent(1 - low / mean), above: format.percent(high / mean - 1) })}
    </li>
  );
}
