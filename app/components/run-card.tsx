import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { errorText } from '~/i18n/coded-message';
import { useMoment } from '~/i18n/use-moment';
import type { RunView } from '~/services/views/run-view';
import { Panel } from './panel';
import { announceRun, RunNow, RunSteps } from './run-steps';

/** What the page knows while a run works, and how to start one. */
export interface RunControl {
  readonly run: RunView | null;
  readonly start: () => void;
  /** A start has been asked for and is not answered yet. */
  readonly starting: boolean;
}

interface RunCardProps {
  readonly control: RunControl;
  /** ISO instant of the numbers on the page; null while there are none. */
  readonly shownSince: string | null;
  /** ISO instant of the next automatic run, where one is planned. */
  readonly nextRunAt: string | null;
}

/** A run under way, or one that failed: nothing for a run whose numbers are already on the page. */
export function RunCard({ control, shownSince, nextRunAt }: RunCardProps) {
  const t = useTranslations();
  const { run } = control;
  const first = shownSince === null;
  const running = run?.status === 'running';
  return (
    <>
      {/* Always present: a live region that appears together with its text is not read out. */}
      <p className="tm-hidden" role="status" aria-live="polite">
        {run ? announceRun(t, run) : ''}
      </p>
      {running && first && (
        <Panel title={t('run.firstTitle')}>
          <BlockStack gap="400">
            <Text as="p" tone="subdued">
              {t('run.firstBody')}
            </Text>
            <RunSteps run={run} />
          </BlockStack>
        </Panel>
      )}
      {running && !first && (
        <Panel title={t('run.refreshTitle')} className="tm-refresh">
          <RunNow run={run} />
          <p className="tm-muted">{t('run.refreshBody')}</p>
        </Panel>
      )}
      {run && (run.status === 'failed' || run.status === 'cancelled') && (
        <RunFailure run={run} control={control} shownSince={shownSince} nextRunAt={nextRunAt} />
      )}
    </>
  );
}

function RunFailure({ run, control, shownSince, nextRunAt }: RunCardProps & { readonly run: RunView }) {
  const t = useTranslations();
  const moment = useMoment();
  const failedStep = run.steps.find((step) => step.status === 'failed');
  const reason = errorText(t, failedStep?.errorCode ?? 'internal');
  const title =
    run.status === 'cancelled'
      ? 'run.cancelled'
      : shownSince === null
        ? 'run.failedFirst'
        : 'run.failedRefresh';
  return (
    <Banner tone="warning" title={t(title)}>
      <BlockStack gap="200" inlineAlign="start">
        {run.status === 'failed' && (
          <Text as="p" fontWeight="semibold">
            {reason.what}
          </Text>
        )}
        <Text as="p">
          {shownSince === null ? t('run.effectFirst') : t('run.effectRefresh', { when: moment(shownSince) })}
        </Text>
        {run.status === 'failed' && <Text as="p">{reason.advice}</Text>}
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={control.start} loading={control.starting}>
            {t('run.retry')}
          </Button>
          {nextRunAt !== null && (
            <Text as="span" tone="subdued">
              {t('run.retryAt', { when: moment(nextRunAt) })}
            </Text>
          )}
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
