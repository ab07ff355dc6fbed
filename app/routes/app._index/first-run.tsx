import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { RunCard, type RunControl } from '~/components/run-card';

/** Before the first numbers: start, progress or failure, and what the place will hold. */
export function FirstRun({ control }: { readonly control: RunControl }) {
  const t = useTranslations('run');
  // A run that has just ended has no card of its own: its numbers are being fetched.
  const idle = control.run === null;
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
