import { ProgressBar, SkeletonBodyText } from '@shopify/polaris';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { errorText } from '~/i18n/coded-message';
import type { KnownRescue } from './rescue-page';

interface WorkingRescueProps {
  readonly view: KnownRescue;
  readonly status: 'checking' | 'creating' | 'undoing';
}

/** While a job is at it: what it does, how far it is, and the outline of what will be here. */
export function WorkingRescue({ view, status }: WorkingRescueProps) {
  const t = useTranslations('rescue');
  const whole = useTranslations();
  const id = useId();
  const total = view.codes.length;
  // Codes are written down when the rescue is confirmed; a message needs none.
  const codes = Math.max(total, view.plan?.tiers.filter(({ discount }) => discount > 0).length ?? 0);
  const ready = view.codes.filter((code) => code.status !== 'pending').length;
  return (
    <Panel title={t(`${status}.heading`, { codes })} className="tm-decision">
      <div role="status" aria-busy="true">
        <p className="tm-prose">{t(`${status}.body`, { codes })}</p>
        {view.errorCode && <p className="tm-prose">{errorText(whole, view.errorCode).what}.</p>}
        {status === 'creating' && total > 0 && (
          <div className="tm-decision__progress">
            <ProgressBar size="small" progress={(100 * ready) / total} ariaLabelledBy={id} />
            <p id={id} className="tm-muted">
              {t('creating.progress', { ready, total })}
            </p>
          </div>
        )}
      </div>
      {status === 'checking' && (
        <div className="tm-rule" aria-hidden="true">
          <SkeletonBodyText lines={6} />
        </div>
      )}
    </Panel>
  );
}
