import type { ActionFunctionArgs } from '@remix-run/node';

/** Every webhook of `shopify.app.toml`: verified, claimed, filed, answered. The work is done by jobs. */
export async function action({ request, context }: ActionFunctionArgs) {
  await context.timon.receiveWebhook(request);
  return new Response(null, { status: 200 });
}
