import type { LoaderFunctionArgs } from '@remix-run/node';
import { documentHeaders } from '~/components/document-headers';

export const headers = documentHeaders;

/** An unknown address inside the app: the page around it stays, and says so in the merchant's language. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.timon.authenticateAdmin(request);
  throw new Response(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
