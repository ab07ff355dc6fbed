import { Pagination } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CustomerTable } from '~/components/customer-table';
import type { CustomerColumn } from '~/components/customer-table-header';
import type { RowSelection } from '~/components/customer-table-selection';
import type { CustomersQuery, CustomerSort, CustomersView } from '~/services/views/customers-view';
import { customersUrl } from './customers-query';

interface CustomerListProps {
  readonly view: Extract<CustomersView, { state: 'ready' }>;
  readonly busy: boolean;
  readonly selection: RowSelection;
  readonly onQuery: (query: CustomersQuery) => void;
}

const SORT_OF_COLUMN = {
  customer: 'alias',
  returns: 'p-buy',
  lastOrder: 'last-order',
  orders: 'orders',
  value: 'clv',
  atRisk: 'money-at-risk',
  recoverable: 'rescue-gain',
} as const satisfies Record<CustomerColumn, CustomerSort>;
const COLUMN_OF_SORT = {
  alias: 'customer',
  'p-buy': 'returns',
  'last-order': 'lastOrder',
  orders: 'orders',
  clv: 'value',
  'money-at-risk': 'atRisk',
  'rescue-gain': 'recoverable',
} as const satisfies Record<CustomerSort, CustomerColumn>;

/** One page of the list, and the way to its neighbours. */
export function CustomerList({ view, busy, selection, onQuery }: CustomerListProps) {
  const t = useTranslations('customers');
  const { query, total, pageSize, rows, forecast } = view;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (query.page - 1) * pageSize + 1;
  const order = t(query.direction === 'asc' ? 'order.rising' : 'order.falling');
  return (
    <div aria-busy={busy} className={busy ? 'tm-busy' : undefined}>
      <CustomerTable
        rows={rows}
        caption={t('caption', { sort: t(`sort.${query.sort}`), order })}
        showOrders
        forecast={forecast}
        showRescueGain={forecast}
        selection={selection}
        sorting={{
          column: COLUMN_OF_SORT[query.sort],
          direction: query.direction,
          url: (column) => customersUrl(sortedBy(query, column)),
        }}
      />
      <div className="tm-pagination">
        <Pagination
          hasPrevious={query.page > 1}
          hasNext={query.page < pages}
          onPrevious={() => onQuery({ ...query, page: query.page - 1 })}
          onNext={() => onQuery({ ...query, page: query.page + 1 })}
          accessibilityLabels={{ previous: t('previous'), next: t('next') }}
          label={t('page', { page: query.page, pages })}
        />
        <p className="tm-muted" role="status">
          {t('shown', { first, last: first + rows.length - 1, total })}
        </p>
      </div>
    </div>
  );
}

/** The current column turns round; another begins with its largest, codes with the first. */
function sortedBy(query: CustomersQuery, column: CustomerColumn): CustomersQuery {
  const sort = SORT_OF_COLUMN[column];
  if (sort === query.sort)
    return { ...query, direction: query.direction === 'asc' ? 'desc' : 'asc', page: 1 };
  return { ...query, sort, direction: sort === 'alias' ? 'asc' : 'desc', page: 1 };
}
