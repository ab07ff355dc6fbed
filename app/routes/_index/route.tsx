import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { Screen } from '~/components/screen';

export const meta: MetaFunction = () => [{ title: 'Timón' }];

/** Public: says where the app lives. Shopify opens the app here with the shop's parameters, which /app understands. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has('shop') || searchParams.has('host')) return redirect(`/app${search}`);
  return null;
}

export default function Landing() {
  const t = useTranslations('landing');
  return (
    <Screen title="Timón">
      <Panel className="tm-decision">
        <BlockStack gap="400" inlineAlign="start">
          <Text as="h2" variant="headingXl">
            {t('title')}
          </Text>
          <p className="tm-prose">{t('body')}</p>
          <p className="tm-prose">{t('open')}</p>
          <Button variant="primary" url="https://admin.shopify.com" target="_top">
            {t('button')}
          </Button>
        </BlockStack>
      </Panel>
    </Screen>
  );
}
