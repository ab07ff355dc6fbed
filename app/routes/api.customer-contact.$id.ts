import type { LoaderFunctionArgs } from '@remix-run/node';

/** Name, e-mail and phone of one customer, asked of Shopify in this moment: kept by nobody on the way. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const contact = await context.timon.readCustomerContact(shopId, params['id'] ?? '', request.signal);
  return Response.json({ contact }, { headers: { 'Cache-Control': 'no-store' } });
}
