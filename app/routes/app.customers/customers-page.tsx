import { Badge, Banner } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { MessageScreen } from '~/components/message-screen';
import { Panel } from '~/components/panel';
import { Screen } from '~/components/screen';
import { useMoment } from '~/i18n/use-moment';
import type { CustomersQuery, CustomersView } from '~/services/views/customers-view';
import './customers-page.css';
import { CustomerList } from './customer-list';
import { ListFilters } from './list-filters';
import { NoneFound } from './none-found';
import { SavedFilters, type FilterControl } from './saved-filters';
import { SelectionBar } from './selection-bar';
import { useSelection } from './use-selection';

export interface CustomersPageProps {
  readonly view: CustomersView;
  /** Another page of the list is on its way. */
  readonly busy: boolean;
  readonly onQuery: (query: CustomersQuery) => void;
  readonly filters: FilterControl;
  /** A rescue of the chosen customers is being opened. */
  readonly opening: boolean;
  readonly onRescue: (form: FormData) => void;
}

type ReadyView = Extract<CustomersView, { state: 'ready' }>;

/** Every customer with a forecast: filtered, searched, sorted, chosen, page by page. */
export function CustomersPage({ view, ...props }: CustomersPageProps) {
  const t = useTranslations('customers');
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
  return <ReadyPage view={view} {...props} />;
}

function ReadyPage({
  view,
  busy,
  onQuery,
  filters,
  opening,
  onRescue,
}: Omit<CustomersPageProps, 'view'> & { readonly view: ReadyView }) {
  const t = useTranslations('customers');
  const selection = useSelection(view);
  const { query, forecast, total } = view;
  return (
    <Screen title={t('title')} meta={<AsOf view={view} />}>
      {!forecast && (
        <Banner tone="info">
          <p>{t('rulesOnly')}</p>
        </Banner>
      )}
      <Panel flush className="tm-customers">
        <ListFilters query={query} forecast={forecast} onQuery={onQuery} />
        <SavedFilters filters={view.savedFilters} query={query} control={filters} />
        {view.codesOnly && (
          <div className="tm-customers__notice">
            <Banner tone="warning">
              <p>{t('search.codesOnly')}</p>
            </Banner>
          </div>
        )}
        {total === 0 ? (
          <NoneFound query={query} codesOnly={view.codesOnly} />
        ) : (
          <>
            <CustomerList view={view} busy={busy} selection={selection} onQuery={onQuery} />
            <SelectionBar
              selection={selection}
              total={total}
              rescues={forecast}
              opening={opening}
              onRescue={onRescue}
            />
          </>
        )}
      </Panel>
    </Screen>
  );
}

function AsOf({ view: { asOf, total } }: { readonly view: ReadyView }) {
  const t = useTranslations();
  const moment = useMoment();
  return (
    <ul className="tm-asof">
      {asOf.stale && (
        <li>
          <Badge tone="warning">{t('dashboard.asOf.stale')}</Badge>
        </li>
      )}
      <li>{t('customers.total', { count: total })}</li>
      <li>{t('dashboard.asOf.computed', { when: moment(asOf.computedAt) })}</li>
      <li>{t('customers.privacy')}</li>
    </ul>
  );
}
