import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { pageTitle } from '~/components/page-title';
import { useRunControl } from '~/components/use-run-control';
import { ShopFormatProvider } from '~/i18n/shop-format';
import { ConnectionsPage } from './connections-page';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.connections');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  return { view: await context.timon.readConnections(shopId), now: context.timon.clock.now().toISOString() };
}

export default function Connections() {
  const { view, now } = useLoaderData<typeof loader>();
  const control = useRunControl(view.run);
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <ConnectionsPage view={view} control={control} />
    </ShopFormatProvider>
  );
}
