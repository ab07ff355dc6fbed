import { Badge, Button, Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { SetupView } from '~/services/views/setup-view';
import './setup-card.css';

type Step = SetupView['steps'][number];

const TONES = { done: { tone: 'success' }, open: { tone: 'attention' }, later: {} } as const;

/** How many of the steps that can be done now are done. */
export function setupProgress({ steps }: SetupView): { readonly done: number; readonly possible: number } {
  return {
    done: steps.filter(({ state }) => state === 'done').length,
    possible: steps.filter(({ state }) => state !== 'later').length,
  };
}

/** The guide: five steps, to be taken up and left as the merchant likes. It opens itself until the first is done. */
export function SetupCard({ setup }: { readonly setup: SetupView }) {
  const t = useTranslations('setup');
  const { done, possible } = setupProgress(setup);
  return (
    <details className="tm-panel tm-setup" open={done === 0}>
      <summary>
        <h2 className="tm-panel__title">{t('title')}</h2>
        <span className="tm-muted">{t('progress', { done, possible })}</span>
        <span className="tm-bar tm-setup__bar" aria-hidden="true">
          <span style={{ width: `${((100 * done) / Math.max(1, possible)).toFixed(0)}%` }} />
        </span>
      </summary>
      <p className="tm-muted tm-setup__body">{t(done === possible ? 'complete' : 'body')}</p>
      <ol className="tm-plain tm-setup__steps">
        {setup.steps.map((step) => (
          <SetupStep key={step.step} step={step} />
        ))}
      </ol>
      <p className="tm-setup__all">
        <Link url="/app/settings">{t('settings')}</Link>
      </p>
    </details>
  );
}

function SetupStep({ step: { step, state } }: { readonly step: Step }) {
  const t = useTranslations('setup');
  const name = t(`step.${step}`);
  return (
    <li className="tm-setup__step">
      <div>
        <p className="tm-setup__name">
          {name} <Badge {...TONES[state]}>{t(`state.${state}`)}</Badge>
        </p>
        <p className="tm-muted">{t(`why.${step}`)}</p>
      </div>
      {state !== 'later' && (
        <Button
          url={`/app/settings#${step}`}
          accessibilityLabel={t('actionFor', { action: t(`action.${state}`), step: name })}
        >
          {t(`action.${state}`)}
        </Button>
      )}
    </li>
  );
}
