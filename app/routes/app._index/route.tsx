import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { pageTitle } from '~/components/page-title';
import { useRescueStart } from '~/components/use-rescue-start';
import { useRunControl } from '~/components/use-run-control';
import { ShopFormatProvider } from '~/i18n/shop-format';
import { DashboardPage } from './dashboard-page';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.dashboard');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  return { view: await context.timon.readDashboard(shopId), now: context.timon.clock.now().toISOString() };
}

export default function Dashboard() {
  const { view, now } = useLoaderData<typeof loader>();
  const control = useRunControl(view.run);
  const start = useRescueStart();
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <DashboardPage view={view} control={control} start={start} />
    </ShopFormatProvider>
  );
}
