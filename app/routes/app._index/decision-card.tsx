import { Badge, Button, Collapsible, ProgressBar } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import type { DecisionView } from '~/services/views/dashboard-view';
import { certaintyOf } from './certainty';
import { DecisionReason } from './decision-reason';
import { DecisionText } from './decision-text';

const TARGET: Readonly<Record<DecisionView['kind'], string>> = {
  'look-at-risk': '/app/customers?segment=leaving',
  'all-quiet': '/app/customers?sort=clv',
  'too-early': '/app/customers',
  'no-orders': '/app/connections',
};

/** The one decision of the screen: verb, money, interval in words, one button, and the reason on demand. */
export function DecisionCard({ decision }: { readonly decision: DecisionView }) {
  const t = useTranslations('dashboard');
  const [open, setOpen] = useState(false);
  const reasonId = useId();
  const certainty = decision.kind === 'look-at-risk' ? certaintyOf(decision.money) : null;
  const calm = decision.kind !== 'look-at-risk';
  return (
    <Panel className={`tm-decision ${calm ? '' : 'tm-decision--act'}`}>
      <div className="tm-decision__row">
        <div className="tm-decision__text">
          <div className="tm-decision__eyebrow">
            <span>{t('eyebrow')}</span>
            {certainty && <Badge>{t(`certainty.${certainty}`)}</Badge>}
          </div>
          <DecisionText decision={decision} />
          {decision.kind === 'too-early' && (
            <div className="tm-decision__progress">
              <ProgressBar
                size="small"
                progress={Math.min(
                  100,
                  (100 * decision.repeatCustomers) / Math.max(1, decision.requiredRepeatCustomers),
                )}
                ariaLabelledBy={`${reasonId}-progress`}
              />
              <p className="tm-muted" id={`${reasonId}-progress`}>
                {t('decision.progress', {
                  repeat: decision.repeatCustomers,
                  required: decision.requiredRepeatCustomers,
                })}
              </p>
            </div>
          )}
        </div>
        <div className="tm-decision__actions">
          <Button variant="primary" size="large" url={TARGET[decision.kind]}>
            {t(`action.${decision.kind}`)}
          </Button>
          {decision.kind !== 'no-orders' && (
            <Button
              variant="tertiary"
              size="large"
              disclosure={open ? 'up' : 'down'}
              ariaExpanded={open}
              ariaControls={reasonId}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'why.hide' : 'why.show')}
            </Button>
          )}
        </div>
      </div>
      <Collapsible id={reasonId} open={open} transition={false}>
        <DecisionReason decision={decision} />
      </Collapsible>
    </Panel>
  );
}
