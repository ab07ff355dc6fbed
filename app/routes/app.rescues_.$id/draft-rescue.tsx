import { Banner, Link, UnstyledLink } from '@shopify/polaris';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RescuePlanView } from '~/services/views/rescue-view';
import { CreateStep } from './create-step';
import { GroupStep } from './group-step';
import { OfferStep } from './offer-step';
import type { RescueControl } from './rescue-control';
import type { KnownRescue } from './rescue-page';
import { RESCUE_STEPS, stepUrl, type RescueStep } from './rescue-steps';
import './rescue-steps.css';

export interface DraftProps {
  readonly view: KnownRescue;
  readonly plan: RescuePlanView;
  readonly control: RescueControl;
}

/** The three steps to a rescue: review the group, understand the offer, create. */
export function DraftRescue({ step, ...draft }: DraftProps & { readonly step: RescueStep }) {
  const { view, plan, control } = draft;
  const empty = plan.customers === 0;
  // With nobody to write to there is no second step.
  const shown = empty ? 'group' : step;
  const top = useFocusOnChange(shown);
  return (
    <>
      <StepList id={view.id} current={shown} empty={empty} />
      <Limited plan={plan} />
      <Answer control={control} />
      <div ref={top} tabIndex={-1} className="tm-stack tm-step">
        {shown === 'group' && <GroupStep {...draft} />}
        {shown === 'offer' && <OfferStep {...draft} />}
        {shown === 'create' && <CreateStep {...draft} />}
      </div>
    </>
  );
}

function StepList({
  id,
  current,
  empty,
}: {
  readonly id: string;
  readonly current: RescueStep;
  readonly empty: boolean;
}) {
  const t = useTranslations('rescue.steps');
  return (
    <nav aria-label={t('label')}>
      <ol className="tm-steps">
        {RESCUE_STEPS.map((step) => (
          <li key={step} className={step === current ? 'tm-steps__current' : undefined}>
            {empty && step !== 'group' ? (
              <span className="tm-muted">{t(step)}</span>
            ) : (
              <UnstyledLink url={stepUrl(id, step)} {...(step === current ? { 'aria-current': 'step' } : {})}>
                {t(step)}
              </UnstyledLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The automatic stop, where it keeps offers out of this rescue. */
function Limited({ plan: { limit } }: Pick<DraftProps, 'plan'>) {
  const t = useTranslations('rescue.group.limited');
  if (limit === 'none') return null;
  return <Banner tone="warning">{t.rich(limit, { a: toRescues })}</Banner>;
}

const toRescues = (chunks: ReactNode): ReactNode => <Link url="/app/rescues">{chunks}</Link>;

/** Why what was pressed did not happen. */
function Answer({ control }: { readonly control: RescueControl }) {
  const t = useTranslations('rescue.create');
  switch (control.answer) {
    case 'looked-up-again':
      return <Banner tone="warning">{t('lookedUpAgain')}</Banner>;
    case 'not-ready':
      return <Banner tone="warning">{t('notReady')}</Banner>;
    default:
      return null;
  }
}

/** Whoever moves by keyboard or ear begins at the top of the next step. */
function useFocusOnChange(step: RescueStep) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    top.current?.focus();
  }, [step]);
  return top;
}
