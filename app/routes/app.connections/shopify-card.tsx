import { Badge, Button, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { FactList } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import { Reconciliation } from '~/components/reconciliation';
import type { RunControl } from '~/components/run-card';
import { isoDay } from '~/domain/iso-day';
import { errorText } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { ShopifyConnectionView } from '~/services/views/connections-view';

const TONE = {
  waiting: 'info',
  syncing: 'info',
  ok: 'success',
  degraded: 'attention',
  failed: 'critical',
  disconnected: 'critical',
} as const satisfies Record<ShopifyConnectionView['state'], string>;

interface ShopifyCardProps {
  readonly name: string;
  readonly connection: ShopifyConnectionView;
  readonly control: RunControl;
}

/** The Shopify source: its light in words and colour, what has been read, and whether it equals Shopify's totals. */
export function ShopifyCard({ name, connection, control }: ShopifyCardProps) {
  const t = useTranslations();
  const format = useFormat();
  const moment = useMoment();
  const { state, errorCode, lastSuccessAt, nextRunAt, firstDay, lastDay, mode } = connection;
  // A failed run says the same, with its effect and its button, right below this card.
  const error = errorCode === null || control.run?.status === 'failed' ? null : errorText(t, errorCode);
  const facts = [
    {
      label: t('connections.lastSuccess'),
      value: lastSuccessAt === null ? t('connections.never') : moment(lastSuccessAt),
    },
    {
      label: t('connections.nextRun'),
      value: nextRunAt === null ? t('connections.notPlanned') : moment(nextRunAt),
    },
    { label: t('connections.orders'), value: format.integer(connection.orders) },
    { label: t('connections.customers'), value: format.integer(connection.customers) },
    ...(firstDay !== null && lastDay !== null
      ? [
          {
            label: t('connections.period'),
            value: t('connections.periodValue', {
              first: format.day(isoDay(firstDay)),
              last: format.day(isoDay(lastDay)),
            }),
          },
        ]
      : []),
    {
      label: t('connections.mode'),
      value: mode === null ? t('connections.modeNone') : t(`connections.${mode}`),
    },
  ];
  return (
    <Panel
      title="Shopify"
      aside={
        <span className="tm-light">
          <span className={`tm-light__lamp tm-light__lamp--${TONE[state]}`} aria-hidden="true" />
          <Badge tone={TONE[state]}>{t(`connections.state.${state}`)}</Badge>
        </span>
      }
    >
      <Text as="p" tone="subdued">
        {name}
      </Text>
      {error && (
        <div className="tm-inset" role="status">
          <Text as="p" fontWeight="semibold">
            {error.what}
          </Text>
          <Text as="p">{error.advice}</Text>
        </div>
      )}
      <FactList facts={facts} />
      <div className="tm-rule">
        <Reconciliation reconciliation={connection.reconciliation} />
      </div>
      <div className="tm-rule">
        {state === 'disconnected' ? (
          <Text as="p">{t('connections.reconnect')}</Text>
        ) : (
          <Button
            onClick={control.start}
            loading={control.starting}
            disabled={control.run?.status === 'running'}
          >
            {t('connections.readNow')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
