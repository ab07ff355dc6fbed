import { Button, Select } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SMART_FILTERS } from '~/domain/customer-filter';
import {
  CUSTOMER_SORTS,
  FORECAST_FILTERS,
  FORECAST_SORTS,
  usualOrder,
  type CustomersQuery,
} from '~/services/views/customers-view';
import { SearchField } from './search-field';

interface ListFiltersProps {
  readonly query: CustomersQuery;
  /** False while rules answer: what only a model can tell is not offered. */
  readonly forecast: boolean;
  readonly onQuery: (query: CustomersQuery) => void;
}

/** Ready-made lists, the search, and the order for those who see no column heads. */
export function ListFilters({ query, forecast, onQuery }: ListFiltersProps) {
  const t = useTranslations('customers');
  const filters = SMART_FILTERS.filter((filter) => forecast || !FORECAST_FILTERS.has(filter));
  const sorts = CUSTOMER_SORTS.filter((sort) => forecast || !FORECAST_SORTS.has(sort));
  const { sort, direction } = query;
  const order = direction === 'asc' ? 'rising' : 'falling';
  return (
    <div className="tm-filters">
      <Select
        label={t('filter.label')}
        value={query.smart ?? ''}
        options={[
          { value: '', label: t('filter.all') },
          ...filters.map((filter) => ({ value: filter, label: t(`filter.${filter}`) })),
        ]}
        onChange={(value) => {
          const smart = SMART_FILTERS.find((filter) => filter === value) ?? null;
          onQuery({ ...query, smart, ...usualOrder(smart), page: 1 });
        }}
      />
      <SearchField
        key={query.search ?? ''}
        search={query.search}
        onSearch={(search) => onQuery({ ...query, search, page: 1 })}
      />
      <div className="tm-order">
        <Select
          label={t('sort.label')}
          value={sort}
          options={sorts.map((name) => ({ value: name, label: t(`sort.${name}`) }))}
          onChange={(value) =>
            onQuery({
              ...query,
              sort: CUSTOMER_SORTS.find((name) => name === value) ?? sort,
              direction: value === 'alias' ? 'asc' : 'desc',
              page: 1,
            })
          }
        />
        <Button
          accessibilityLabel={t(`orderButton.${order}`)}
          onClick={() => onQuery({ ...query, direction: direction === 'asc' ? 'desc' : 'asc', page: 1 })}
        >
          {direction === 'asc' ? '↑' : '↓'}
        </Button>
      </div>
    </div>
  );
}
