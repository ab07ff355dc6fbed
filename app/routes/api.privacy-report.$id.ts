import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

/** A customer's data as a file, for the merchant to hand over. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const id = z.uuid().safeParse(params['id']);
  const report = id.success ? await context.timon.readPrivacyReport(shopId, id.data) : null;
  if (report === null) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(report, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="customer-data-${id.data ?? ''}.json"`,
      'Cache-Control': 'no-store',
    },
  });
}
