import { useTranslations } from 'use-intl';
import { codedMessage, errorText } from '~/i18n/coded-message';
import type { Translate } from '~/i18n/translator';
import type { RunView, StepView } from '~/services/views/run-view';

/** Each step of a run with its state, its phase and the real counts. Rows keep their height while they change. */
export function RunSteps({ run }: { readonly run: RunView }) {
  const t = useTranslations();
  return (
    <ol className="tm-steps">
      {run.steps.map((step) => (
        <li key={step.step} className={`tm-steps__row tm-steps__row--${step.status}`}>
          <span className="tm-steps__mark" aria-hidden="true" />
          <div className="tm-steps__text">
            <div className="tm-steps__line">
              <span className="tm-steps__name">{codedMessage(t, 'steps', step.step)}</span>
              <span className="tm-steps__state">{t(`run.step.${step.status}`)}</span>
            </div>
            <div className="tm-steps__detail">{detailText(t, step)}</div>
            <StepBar step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Only the step that a run is at: for a page that has numbers to show meanwhile. */
export function RunNow({ run }: { readonly run: RunView }) {
  const t = useTranslations();
  const step = run.steps.find(({ status }) => status === 'running') ?? run.steps[0];
  if (!step) return null;
  const detail = detailText(t, step);
  const name = codedMessage(t, 'steps', step.step);
  return (
    <div>
      <p>{detail === '' ? name : t('run.current', { step: name, detail })}</p>
      <StepBar step={step} />
    </div>
  );
}

/** The step that a run is at, in one sentence: changes rarely enough to be read out. */
export function announceRun(t: Translate, run: RunView): string {
  const current = run.steps.find((step) => step.status === 'running');
  if (run.status === 'done') return t('run.finished');
  if (!current) return '';
  return t('run.announce', {
    step: codedMessage(t, 'steps', current.step),
    phase: codedMessage(t, 'phases', current.detail?.phase ?? 'unknown'),
  });
}

function StepBar({ step }: { readonly step: StepView }) {
  const t = useTranslations();
  const progress = step.status === 'done' ? 1 : step.status === 'running' ? step.progress : 0;
  const percent = progress === null ? null : Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <div
      className={`tm-bar ${percent === null ? 'tm-bar--unknown' : ''}`}
      role="progressbar"
      aria-label={t('run.bar', { step: codedMessage(t, 'steps', step.step) })}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
    >
      <span style={{ width: `${percent ?? 100}%` }} />
    </div>
  );
}

function detailText(t: Translate, step: StepView): string {
  if (step.status === 'running' && step.errorCode !== null) {
    return t('run.retrying', { what: errorText(t, step.errorCode).what, attempt: step.attempts + 1 });
  }
  if (step.status === 'failed') return errorText(t, step.errorCode ?? 'internal').what;
  if (!step.detail) return '';
  const { phase, orders, ordersTotal, customers } = step.detail;
  const counts = [
    orders === undefined
      ? ordersTotal === undefined
        ? null
        : t('run.orders', { count: ordersTotal })
      : ordersTotal === undefined
        ? t('run.orders', { count: orders })
        : t('run.ordersOf', { count: orders, total: ordersTotal }),
    customers === undefined ? null : t('run.customers', { count: customers }),
  ];
  const phaseText = step.status === 'running' ? codedMessage(t, 'phases', phase) : null;
  return [phaseText, ...counts].filter((part) => part !== null).join(' · ');
}
