import { UnstyledLink } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';
import './customer-table.css';
import { ColumnHeader, type CustomerColumn, type TableSorting } from './customer-table-header';
import { PageCheckbox, RowCheckbox, type RowSelection } from './customer-table-selection';
import { customerUrl } from './customer-url';
import { ReturnChance } from './return-chance';
import { SegmentBadge } from './segment-badge';

interface CustomerTableProps {
  readonly rows: readonly CustomerAtRiskView[];
  /** Read out before the table. */
  readonly caption: string;
  /** Without it headers are plain text. */
  readonly sorting?: TableSorting;
  /** Without it nobody can be chosen. */
  readonly selection?: RowSelection;
  readonly showOrders?: boolean;
  /** False hides chances and money, which only a model can give. */
  readonly forecast?: boolean;
  /** What a rescue can win of each; shown where anybody's is known unless said otherwise. */
  readonly showRescueGain?: boolean;
}

/** Customers with their forecast: a table on wide screens, a card a customer on narrow ones (by CSS, without a jump). */
export function CustomerTable({
  rows,
  caption,
  sorting,
  selection,
  showOrders = false,
  forecast = true,
  showRescueGain = rows.some(({ rescueGain }) => rescueGain !== null),
}: CustomerTableProps) {
  const t = useTranslations();
  const format = useFormat();

  const header = (column: CustomerColumn, numeric = false) => (
    <ColumnHeader column={column} numeric={numeric} sorting={sorting} />
  );
  const amount = (value: number | null): string => (value === null ? '–' : format.money(value));

  return (
    <div className="tm-table-wrap">
      <table className={selection ? 'tm-table tm-table--choice' : 'tm-table'}>
        <caption className="tm-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <td className="tm-table__choice">
                <PageCheckbox rows={rows} selection={selection} />
              </td>
            )}
            {header('customer')}
            {forecast && header('returns')}
            {header('lastOrder')}
            {showOrders && header('orders', true)}
            {forecast && header('value', true)}
            {forecast && header('atRisk', true)}
            {forecast && showRescueGain && header('recoverable', true)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.customerId}>
              {selection && (
                <td className="tm-table__choice">
                  <RowCheckbox row={row} selection={selection} />
                </td>
              )}
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
                  {showRescueGain && (
                    <td className="tm-table__number" data-label={t('customers.column.recoverable')}>
                      {amount(row.rescueGain)}
                    </td>
                  )}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
