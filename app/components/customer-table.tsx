import { UnstyledLink } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';
import './customer-table.css';
import { customerUrl } from './customer-url';
import { ReturnChance } from './return-chance';
import { SegmentBadge } from './segment-badge';

type SortableColumn = 'returns' | 'lastOrder' | 'value' | 'atRisk';

interface CustomerTableProps {
  readonly rows: readonly CustomerAtRiskView[];
  /** Read out before the table. */
  readonly caption: string;
  /** Address that sorts by a column, and the column sorted by now; without it headers are plain text. All fall. */
  readonly sorting?: { readonly current: SortableColumn; readonly url: (column: SortableColumn) => string };
  readonly showOrders?: boolean;
  /** False hides chances and money, which only a model can give. */
  readonly forecast?: boolean;
}

/** Customers with their forecast: a table on wide screens, a card a customer on narrow ones (by CSS, without a jump). */
export function CustomerTable({
  rows,
  caption,
  sorting,
  showOrders = false,
  forecast = true,
}: CustomerTableProps) {
  const t = useTranslations();
  const format = useFormat();

  const header = (column: SortableColumn, numeric = false): ReactNode => {
    const text = t(`customers.column.${column}`);
    const current = sorting?.current === column;
    return (
      <th
        scope="col"
        className={numeric ? 'tm-table__number' : undefined}
        {...(current ? { 'aria-sort': 'descending' as const } : {})}
      >
        {sorting ? (
          <UnstyledLink url={sorting.url(column)} className={`tm-sort ${current ? 'tm-sort--current' : ''}`}>
            {text}
            <span aria-hidden="true"> ↓</span>
          </UnstyledLink>
        ) : (
          text
        )}
      </th>
    );
  };
  const amount = (value: number | null): string => (value === null ? '–' : format.money(value));

  return (
    <div className="tm-table-wrap">
      <table className="tm-table">
        <caption className="tm-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('customers.column.customer')}</th>
            {forecast && header('returns')}
            {header('lastOrder')}
            {showOrders && (
              <th scope="col" className="tm-table__number">
                {t('customers.column.orders')}
              </th>
            )}
            {forecast && header('value', true)}
            {forecast && header('atRisk', true)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.customerId}>
              <th scope="row">
                <UnstyledLink url={customerUrl(row.customerId)} className="tm-table__name tm-table__link">
                  {t('customers.alias', { alias: row.alias })}
                </UnstyledLink>
                <SegmentBadge segment={row.segment} />
              </th>
              {forecast && (
                <td data-label={t('customers.column.returns')}>
                  <ReturnChance probability={row.pBuy90} />
                </td>
              )}
              <td data-label={t('customers.column.lastOrder')}>
                <span title={format.day(row.lastOrderDay)}>
                  {t('customers.daysAgo', { days: row.daysSinceLastOrder })}
                </span>
                <span className="tm-table__note">
                  {row.medianGapDays === null
                    ? t('customers.noRhythm', { orders: row.ordersCounted })
                    : t('customers.rhythm', { days: Math.round(row.medianGapDays) })}
                </span>
              </td>
              {showOrders && (
                <td className="tm-table__number" data-label={t('customers.column.orders')}>
                  {format.integer(row.ordersCounted)}
                </td>
              )}
              {forecast && (
                <>
                  <td className="tm-table__number" data-label={t('customers.column.value')}>
                    {amount(row.clv12m)}
                  </td>
                  <td className="tm-table__number tm-table__strong" data-label={t('customers.column.atRisk')}>
                    {amount(row.moneyAtRisk)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
