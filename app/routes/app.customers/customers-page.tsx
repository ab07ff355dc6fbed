import { BlockStack, Button, Pagination, Select, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CustomerTable } from '~/components/customer-table';
import { MessageScreen } from '~/components/message-screen';
import { Panel } from '~/components/panel';
import { Screen } from '~/components/screen';
import { codedMessage } from '~/i18n/coded-message';
import { useMoment } from '~/i18n/use-moment';
import {
  CUSTOMER_SORTS,
  SEGMENTS,
  type CustomersQuery,
  type CustomersView,
} from '~/services/views/customers-view';
import { customersUrl } from './customers-query';

interface CustomersPageProps {
  readonly view: CustomersView;
  /** Another page of the list is on its way. */
  readonly busy: boolean;
  readonly onQuery: (query: CustomersQuery) => void;
}

type ReadyView = Extract<CustomersView, { state: 'ready' }>;

/** Every customer with a forecast: sorted, filtered, page by page. */
export function CustomersPage({ view, busy, onQuery }: CustomersPageProps) {
  const t = useTranslations('customers');
  const moment = useMoment();
  const whole = useTranslations();
  if (view.state === 'empty') {
    return (
      <MessageScreen
        title={t('title')}
        heading={t('emptyTitle')}
        body={t('emptyBody')}
        button={{ text: t('emptyButton'), url: '/app' }}
      />
    );
  }
  return (
    <Screen
      title={t('title')}
      meta={
        <ul className="tm-asof">
          <li>{t('total', { count: view.total })}</li>
          <li>{whole('dashboard.asOf.computed', { when: moment(view.asOf.computedAt) })}</li>
          <li>{t('privacy')}</li>
        </ul>
      }
    >
      <Panel flush>
        <Filters query={view.query} onQuery={onQuery} />
        {view.rows.length === 0 ? (
          <NoneFound view={view} />
        ) : (
          <List view={view} busy={busy} onQuery={onQuery} />
        )}
      </Panel>
    </Screen>
  );
}

function Filters({
  query,
  onQuery,
}: Pick<CustomersPageProps, 'onQuery'> & { readonly query: CustomersQuery }) {
  const t = useTranslations();
  return (
    <div className="tm-filters">
      <Select
        label={t('customers.segment.label')}
        value={query.segment ?? ''}
        options={[
          { value: '', label: t('customers.segment.all') },
          ...SEGMENTS.map((segment) => ({ value: segment, label: codedMessage(t, 'segments', segment) })),
        ]}
        onChange={(value) =>
          onQuery({ ...query, segment: SEGMENTS.find((segment) => segment === value) ?? null, page: 1 })
        }
      />
      <Select
        label={t('customers.sort.label')}
        value={query.sort}
        options={CUSTOMER_SORTS.map((sort) => ({ value: sort, label: t(`customers.sort.${sort}`) }))}
        onChange={(value) =>
          onQuery({ ...query, sort: CUSTOMER_SORTS.find((sort) => sort === value) ?? query.sort, page: 1 })
        }
      />
    </div>
  );
}

const SORT_OF_COLUMN = {
  returns: 'p-buy',
  lastOrder: 'last-order',
  value: 'clv',
  atRisk: 'money-at-risk',
} as const;
const COLUMN_OF_SORT = {
  'p-buy': 'returns',
  'last-order': 'lastOrder',
  clv: 'value',
  'money-at-risk': 'atRisk',
} as const;

function List({ view, busy, onQuery }: { readonly view: ReadyView } & Omit<CustomersPageProps, 'view'>) {
  const t = useTranslations('customers');
  const { query, total, pageSize, rows } = view;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (query.page - 1) * pageSize + 1;
  return (
    <div aria-busy={busy} className={busy ? 'tm-busy' : undefined}>
      <CustomerTable
        rows={rows}
        caption={t('caption', { sort: t(`sort.${query.sort}`) })}
        showOrders
        sorting={{
          current: COLUMN_OF_SORT[query.sort],
          url: (column) => customersUrl({ ...query, sort: SORT_OF_COLUMN[column], page: 1 }),
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

function NoneFound({ view }: { readonly view: ReadyView }) {
  const t = useTranslations();
  const segment = view.query.segment
    ? codedMessage(t, 'segments', view.query.segment)
    : t('customers.segment.all');
  return (
    <div className="tm-panel__pad">
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t('customers.noneTitle')}
        </Text>
        <p className="tm-prose">{t('customers.noneBody', { segment })}</p>
        <Button url="/app/customers">{t('customers.noneButton')}</Button>
      </BlockStack>
    </div>
  );
}
