import { isRouteErrorResponse } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Screen } from './screen';

/** A page that failed as a readable state: what happened, what it means for the numbers, one button. */
export function FailurePage({ error }: { readonly error: unknown }) {
  const t = useTranslations();
  const status = isRouteErrorResponse(error) ? error.status : null;

  // Shopify's library throws small pages of App Bridge that renew the session: they must run as they are.
  if (isRouteErrorResponse(error) && typeof error.data === 'string' && error.data.includes('data-api-key')) {
    return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
  }

  const kind =
    status === 404 ? 'notFound' : status === 401 || status === 403 || status === 410 ? 'denied' : null;
  const title = kind ? t(`failure.${kind}Title`) : t('failure.title');
  const effect = kind ? t(`failure.${kind}Effect`) : t('failure.effect');
  return (
    <Screen title={title}>
      <Banner tone={kind === 'notFound' ? 'info' : 'warning'}>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="p">{effect}</Text>
          <InlineStack gap="300" blockAlign="center">
            {kind === 'notFound' ? (
              <Button variant="primary" url="/app">
                {t('failure.home')}
              </Button>
            ) : (
              <Button variant="primary" onClick={() => window.location.reload()}>
                {t('failure.retry')}
              </Button>
            )}
            {status !== null && (
              <Text as="span" tone="subdued">
                {t('failure.reference', { status: String(status) })}
              </Text>
            )}
          </InlineStack>
        </BlockStack>
      </Banner>
    </Screen>
  );
}
