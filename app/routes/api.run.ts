import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

/** State of the shop's newest run, polled by pages while it works. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  return Response.json(
    { run: await context.timon.readRun(shopId) },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** Starts a run on demand; a run already under way is the answer to a second request. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shopId, userId } = await context.timon.authenticateAdmin(request);
  return Response.json(await context.timon.startRun(shopId, `merchant:${userId ?? 'unknown'}`));
}
