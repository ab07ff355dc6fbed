import type { LoaderFunctionArgs, MetaFunction, TypedResponse } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { pageTitle } from '~/components/page-title';
import { ShopFormatProvider } from '~/i18n/shop-format';
import type { CustomerRecordView } from '~/services/views/customer-record-view';
import { RecordPage } from './record-page';
import { useCustomerContact } from './use-customer-contact';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.customers');

interface RecordData {
  readonly view: CustomerRecordView;
  readonly now: string;
}

/** A customer nobody knows is a state of the page with the status that says so, not a failure. */
export async function loader({
  request,
  params,
  context,
}: LoaderFunctionArgs): Promise<TypedResponse<RecordData>> {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const view = await context.timon.readCustomerRecord(shopId, params['id'] ?? '');
  return Response.json(
    { view, now: context.timon.clock.now().toISOString() },
    { status: view.state === 'unknown' ? 404 : 200 },
  );
}

export default function CustomerRecord() {
  const { view, now } = useLoaderData<typeof loader>();
  const contact = useCustomerContact(view.state === 'ready' ? view.customerId : null);
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <RecordPage view={view} contact={contact} />
    </ShopFormatProvider>
  );
}
