import type { LoaderFunctionArgs } from '@remix-run/node';

/** The addresses under /auth belong to Shopify's library, which answers each of them by throwing a response. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.timon.authenticateAdmin(request);
  return null;
}
