import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  useFetcher,
  useLoaderData,
  useLocation,
  useNavigate,
  useNavigation,
  useSubmit,
} from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { embeddedPath } from '~/components/embedded-path';
import { pageTitle } from '~/components/page-title';
import { ShopFormatProvider } from '~/i18n/shop-format';
import type { FilterOutcome } from '~/services/views/customers-view';
import { CustomersPage } from './customers-page';
import { customersUrl, parseCustomersQuery } from './customers-query';
import { filterForm, parseFilterForm } from './filter-form';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.customers');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const query = parseCustomersQuery(new URL(request.url).searchParams);
  return {
    view: await context.timon.readCustomers(shopId, query),
    now: context.timon.clock.now().toISOString(),
  };
}

/** Keeps a list under a name, or lets go of one. A refusal is an answer like any other: the page shows it. */
export async function action({ request, context }: ActionFunctionArgs): Promise<FilterOutcome> {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const form = await request.formData().catch(() => null);
  const change = form && parseFilterForm(form);
  if (change === null) throw new Response(null, { status: 400 });
  return context.timon.changeFilters(shopId, change);
}

export default function Customers() {
  const { view, now } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const submit = useSubmit();
  const filters = useFetcher<typeof action>();
  const { search } = useLocation();
  const { state, formMethod } = useNavigation();
  const post = (form: FormData): void => {
    filters.submit(form, { method: 'post' });
  };
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <CustomersPage
        view={view}
        busy={state === 'loading' && formMethod === undefined}
        onQuery={(query) => navigate(embeddedPath(customersUrl(query), search), { preventScrollReset: true })}
        filters={{
          outcome: filters.data ?? null,
          busy: filters.state !== 'idle',
          save: (name) => {
            if (view.state === 'ready') post(filterForm({ kind: 'save', name, ...view.query }));
          },
          remove: (id) => post(filterForm({ kind: 'delete', id })),
        }}
        opening={formMethod === 'POST'}
        onRescue={(form) => submit(form, { method: 'post', action: embeddedPath('/app/rescues', search) })}
      />
    </ShopFormatProvider>
  );
}
