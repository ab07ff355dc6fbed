import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { ReconciliationView } from '~/services/views/dashboard-view';

/** Differences of revenue up to these count as equal (rounding of refunds) and as small (orders of the last minutes). */
const EQUAL = 0.0005;
const SMALL = 0.01;

/** Our totals beside Shopify's own. */
export function Reconciliation({ reconciliation }: { readonly reconciliation: ReconciliationView | null }) {
  const t = useTranslations();
  const format = useFormat();
  const moment = useMoment();
  if (!reconciliation) {
    return (
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('reconciliation.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t('reconciliation.none')}
        </Text>
      </BlockStack>
    );
  }
  const { ordersHere, ordersAtSource, revenueHere, revenueAtSource, repairedOrders } = reconciliation;
  const distance = Math.abs(reconciliation.difference);
  const verdict =
    distance <= EQUAL && ordersHere === ordersAtSource ? 'match' : distance <= SMALL ? 'close' : 'differs';
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t('reconciliation.title')}
        </Text>
        <Badge tone={verdict === 'differs' ? 'warning' : 'success'}>{t(`reconciliation.${verdict}`)}</Badge>
      </InlineStack>
      <Text as="p">{t('reconciliation.orders', { here: ordersHere, source: ordersAtSource })}</Text>
      <Text as="p">
        {t('reconciliation.revenue', {
          here: format.moneyExact(revenueHere),
          source: format.moneyExact(revenueAtSource),
          difference: format.percent(distance, 2),
        })}
      </Text>
      {repairedOrders > 0 && <Text as="p">{t('reconciliation.repaired', { count: repairedOrders })}</Text>}
      <Text as="p" tone="subdued">
        {t('reconciliation.at', { when: moment(reconciliation.at) })}
      </Text>
    </BlockStack>
  );
}
