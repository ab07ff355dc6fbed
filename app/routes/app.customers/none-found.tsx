import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { usualOrder, type CustomersQuery } from '~/services/views/customers-view';
import { customersUrl } from './customers-query';

interface NoneFoundProps {
  readonly query: CustomersQuery;
  readonly codesOnly: boolean;
}

/** Why the list is empty, and what to do about it. */
export function NoneFound({ query: { smart, search }, codesOnly }: NoneFoundProps) {
  const t = useTranslations('customers');
  const filter = t(smart === null ? 'filter.all' : `filter.${smart}`);
  return (
    <div className="tm-panel__pad">
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t(search === null ? 'noneTitle' : 'search.noneTitle')}
        </Text>
        <p className="tm-prose">
          {search === null
            ? t('noneBody', { segment: filter })
            : t(codesOnly ? 'search.noneCodesBody' : 'search.noneBody', { search, filter })}
        </p>
        {search !== null && smart !== null && (
          <Button url={customersUrl({ smart: null, search, ...usualOrder(null), page: 1 })}>
            {t('search.everywhere')}
          </Button>
        )}
        <Button url="/app/customers">{t('noneButton')}</Button>
      </BlockStack>
    </div>
  );
}
