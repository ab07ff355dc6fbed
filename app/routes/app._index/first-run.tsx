import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { RunCard, type RunControl } from '~/components/run-card';
import type { RunView } from '~/services/views/run-view';

interface FirstRunProps {
  /** The run that the page was loaded with. */
  readonly loaded: RunView | null;
  readonly control: RunControl;
}

/** Before the first numbers: start, progress or failure, and what the place will hold. */
export function FirstRun({ loaded, control }: FirstRunProps) {
  const t = useTranslations('run');
  // A run that ended while the page watched has no card: its numbers are on their way. One that had ended before and
  // left no numbers is followed by another.
  const idle = control.run === null || loaded?.status === 'done';
  return (
    <>
      {idle && (
        <Panel title={t('startTitle')} className="tm-decision">
          <BlockStack gap="400" inlineAlign="start">
            <p className="tm-prose">{t('startBody')}</p>
            <Button variant="primary" size="large" onClick={control.start} loading={control.starting}>
              {t('start')}
            </Button>
          </BlockStack>
        </Panel>
      )}
      <RunCard control={control} shownSince={null} nextRunAt={null} />
      <Panel title={t('preview')}>
        <ol className="tm-preview">
          {[t('preview1'), t('preview2'), t('preview3')].map((text) => (
            <li key={text}>
              <Text as="p">{text}</Text>
              <span className="tm-preview__lines" aria-hidden="true" />
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
