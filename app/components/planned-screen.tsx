import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from './panel';
import { Screen } from './screen';

/** A screen whose numbers do not exist yet: what will be here and what is missing, without a placeholder figure. */
export function PlannedScreen({ section }: { readonly section: 'marketing' | 'simulator' }) {
  const t = useTranslations(section);
  const lists = [
    { title: t('will'), items: [t('will1'), t('will2'), t('will3')] },
    { title: t('missing'), items: [t('missing1'), t('missing2')] },
  ];
  return (
    <Screen title={t('title')}>
      <Panel className="tm-decision">
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingLg">
            {t('heading')}
          </Text>
          <p className="tm-prose">{t('body')}</p>
          <Button url="/app/connections">{t('button')}</Button>
        </BlockStack>
      </Panel>
      <div className="tm-columns tm-columns--even">
        {lists.map((list) => (
          <Panel key={list.title} title={list.title}>
            <ul className="tm-list">
              {list.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </Screen>
  );
}
