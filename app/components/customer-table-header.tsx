import { UnstyledLink } from '@shopify/polaris';
import { useTranslations } from 'use-intl';

export type CustomerColumn =
  'customer' | 'returns' | 'lastOrder' | 'orders' | 'value' | 'atRisk' | 'recoverable';

export interface TableSorting {
  readonly column: CustomerColumn;
  readonly direction: 'asc' | 'desc';
  /** Address of the list sorted by a column; of the current one in the other direction. */
  readonly url: (column: CustomerColumn) => string;
}

interface ColumnHeaderProps {
  readonly column: CustomerColumn;
  readonly numeric: boolean;
  readonly sorting: TableSorting | undefined;
}

/** The head of a column: a link that sorts by it, or plain text. */
export function ColumnHeader({ column, numeric, sorting }: ColumnHeaderProps) {
  const t = useTranslations('customers.column');
  const current = sorting?.column === column;
  const rising = current && sorting.direction === 'asc';
  return (
    <th
      scope="col"
      className={numeric ? 'tm-table__number' : undefined}
      {...(current ? { 'aria-sort': rising ? ('ascending' as const) : ('descending' as const) } : {})}
    >
      {sorting ? (
        <UnstyledLink url={sorting.url(column)} className={`tm-sort ${current ? 'tm-sort--current' : ''}`}>
          {t(column)}
          <span aria-hidden="true">{rising ? ' ↑' : ' ↓'}</span>
        </UnstyledLink>
      ) : (
        t(column)
      )}
    </th>
  );
}
