import { Badge, Button, Collapsible } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { RescueForm } from '~/components/rescue-form';
import type { RescueStart } from '~/components/use-rescue-start';
import type { DecisionView } from '~/services/views/dashboard-view';
import type { RescueOutlookView } from '~/services/views/rescue-outlook-view';
import { certaintyOf } from './certainty';
import { DecisionProgress } from './decision-progress';
import { DecisionReason } from './decision-reason';
import { DecisionText } from './decision-text';

const TARGET: Readonly<Record<Exclude<DecisionView['kind'], 'rescue' | 'send-rescue'>, string>> = {
  'look-at-risk': '/app/customers?filter=leaving',
  'all-quiet': '/app/customers?sort=clv',
  'too-early': '/app/customers',
  'no-orders': '/app/connections',
};

interface DecisionCardProps {
  readonly decision: DecisionView;
  readonly rescue: RescueOutlookView | null;
  readonly start: RescueStart;
}

/** The one decision of the screen: verb, money, interval in words, one button, and the reason on demand. */
export function DecisionCard({ decision, rescue, start }: DecisionCardProps) {
  const t = useTranslations('dashboard');
  const [open, setOpen] = useState(false);
  const reasonId = useId();
  const certainty = certaintyWord(decision);
  const calm = certainty === null;
  return (
    <Panel className={`tm-decision ${calm ? '' : 'tm-decision--act'}`}>
      <div className="tm-decision__row">
        <div className="tm-decision__text">
          <div className="tm-decision__eyebrow">
            <span>{t('eyebrow')}</span>
            {certainty && <Badge>{t(`certainty.${certainty}`)}</Badge>}
          </div>
          <DecisionText decision={decision} />
          {decision.kind === 'too-early' && <DecisionProgress decision={decision} />}
        </div>
        <div className="tm-decision__actions">
          <Act decision={decision} start={start} />
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
        <DecisionReason decision={decision} rescue={rescue} />
      </Collapsible>
    </Panel>
  );
}

/** The one button. */
function Act({ decision, start }: Omit<DecisionCardProps, 'rescue'>) {
  const t = useTranslations();
  if (decision.kind === 'rescue') {
    return (
      <RescueForm
        start={start}
        fields={{ kind: 'recommended' }}
        button={{ text: t('retention.decision.create'), variant: 'primary', size: 'large' }}
      />
    );
  }
  return (
    <Button variant="primary" size="large" url={targetOf(decision)}>
      {t(`dashboard.action.${decision.kind}`)}
    </Button>
  );
}

function targetOf(decision: Exclude<DecisionView, { kind: 'rescue' }>): string {
  return decision.kind === 'send-rescue' ? `/app/rescues/${decision.campaignId}` : TARGET[decision.kind];
}

/** Only decisions about money have one. */
function certaintyWord(decision: DecisionView): ReturnType<typeof certaintyOf> | null {
  if (decision.kind === 'rescue' || decision.kind === 'send-rescue') return certaintyOf(decision.gain);
  return decision.kind === 'look-at-risk' ? certaintyOf(decision.money) : null;
}
