import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation, useNavigate, useNavigation } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { embeddedPath } from '~/components/embedded-path';
import { pageTitle } from '~/components/page-title';
import { ShopFormatProvider } from '~/i18n/shop-format';
import { CustomersPage } from './customers-page';
import { customersUrl, parseCustomersQuery } from './customers-query';

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

export default function Customers() {
  const { view, now } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { search } = useLocation();
  const busy = useNavigation().state === 'loading';
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <CustomersPage
        view={view}
        busy={busy}
        onQuery={(query) => navigate(embeddedPath(customersUrl(query), search), { preventScrollReset: true })}
      />
    </ShopFormatProvider>
  );
}
