import { Button, Link, Text } from '@shopify/polaris';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { CustomerTable } from '~/components/customer-table';
import { Panel } from '~/components/panel';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';
import './danger-card.css';

interface DangerCardProps {
  /** In the order in which they are worth a look. */
  readonly rows: readonly CustomerAtRiskView[];
  /** False while rules rank the customers: nothing is said then about chances and money. */
  readonly forecast: boolean;
}

const FIRST = 10;

/** The customers to look at first, the rest of the hundred on demand; all of them are on the customers' page. */
export function DangerCard({ rows, forecast }: DangerCardProps) {
  const t = useTranslations();
  const [whole, setWhole] = useState(false);
  // Ninety rows take longer to draw than a press may wait.
  const [drawing, startDrawing] = useTransition();
  const list = useRef<HTMLDivElement>(null);
  // The button makes room for the rows: who had the focus on it goes on reading at the first new one, in the same place.
  useEffect(() => {
    if (!whole) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])];
    links[FIRST]?.focus({ preventScroll: true });
  }, [whole]);
  const recoverable = forecast && rows.some(({ rescueGain }) => rescueGain !== null);
  const title = recoverable
    ? 'retention.danger.title'
    : forecast
      ? 'dashboard.danger.title'
      : 'dashboard.danger.ruleTitle';
  const caption = recoverable ? 'caption' : forecast ? 'riskCaption' : 'ruleCaption';
  const shown = whole ? rows : rows.slice(0, FIRST);
  return (
    <Panel
      title={t(title)}
      aside={<Link url="/app/customers?filter=leaving">{t('dashboard.danger.all')}</Link>}
      flush
    >
      {rows.length === 0 ? (
        <div className="tm-panel__pad">
          <Text as="p" tone="subdued">
            {t('dashboard.danger.empty')}
          </Text>
        </div>
      ) : (
        <div ref={list}>
          <CustomerTable
            rows={shown}
            caption={t(`retention.danger.${caption}`)}
            forecast={forecast}
            showOrders={!forecast}
          />
        </div>
      )}
      {rows.length > FIRST && (
        <div className="tm-danger__more">
          <Button variant="tertiary" loading={drawing} onClick={() => startDrawing(() => setWhole(!whole))}>
            {whole
              ? t('retention.danger.showFirst', { count: FIRST })
              : t('retention.danger.showAll', { count: rows.length })}
          </Button>
          <p className="tm-hidden" role="status">
            {whole ? t('retention.danger.shown', { count: rows.length }) : ''}
          </p>
        </div>
      )}
    </Panel>
  );
}
