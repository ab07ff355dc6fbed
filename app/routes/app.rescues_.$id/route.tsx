import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction, TypedResponse } from '@remix-run/node';
import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { pageTitle } from '~/components/page-title';
import { isAtWork } from '~/domain/rescue-status';
import { ShopFormatProvider } from '~/i18n/shop-format';
import type { RescueView } from '~/services/views/rescue-view';
import { RescuePage } from './rescue-page';
import type { RescueAnswer, RescueControl } from './rescue-control';
import { stepOf } from './rescue-steps';
import { useFollowRescue } from './use-follow-rescue';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.rescues');

interface RescueData {
  readonly view: RescueView;
  readonly now: string;
}

/** A rescue nobody knows is a state of the page with the status that says so, not a failure. */
export async function loader({
  request,
  params,
  context,
}: LoaderFunctionArgs): Promise<TypedResponse<RescueData>> {
  const { shopId } = await context.timon.authenticateAdmin(request);
  const { timon } = context;
  const view = await timon.readRescue(shopId, params['id'] ?? '');
  if (view.state === 'known' && isAtWork(view.status)) await timon.rescue.resume(shopId, view.id);
  return Response.json(
    { view, now: timon.clock.now().toISOString() },
    { status: view.state === 'unknown' ? 404 : 200 },
  );
}

/** What the merchant presses. An answer says what became of it; the page then shows the rescue as it is. */
export async function action({
  request,
  params,
  context,
}: ActionFunctionArgs): Promise<TypedResponse<RescueAnswer>> {
  const { rescue, ...timon } = context.timon;
  const { shopId, userId } = await timon.authenticateAdmin(request);
  const actor = `merchant:${userId ?? 'unknown'}`;
  const id = params['id'] ?? '';
  if ((await timon.readRescue(shopId, id)).state === 'unknown') throw new Response(null, { status: 404 });
  const form = await request.formData();
  const customerId = form.get('customer');
  const done = (moved: boolean): TypedResponse<RescueAnswer> =>
    Response.json({ status: moved ? 'done' : 'not-ready' });
  switch (form.get('intent')) {
    case 'remove':
    case 'restore': {
      if (typeof customerId !== 'string') throw new Response(null, { status: 400 });
      const member = form.get('intent') === 'restore';
      return done(await rescue.revise(shopId, id, { customerId, member }));
    }
    case 'confirm':
      return Response.json(await rescue.confirm(shopId, id, actor));
    case 'undo':
      return done(await rescue.undo(shopId, id, actor));
    case 'retry':
      return done(await rescue.retry(shopId, id));
    case 'discard':
      return done(await rescue.discard(shopId, id));
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function Rescue() {
  const { view, now } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const fetcher = useFetcher<RescueAnswer>();
  useFollowRescue(view);
  const control: RescueControl = {
    answer: fetcher.state === 'idle' ? (fetcher.data?.status ?? null) : null,
    pressed: fetcher.state === 'idle' ? null : intentOf(fetcher.formData),
    press: (intent, customerId) => {
      // A second press while the first is under way would only ask the same again.
      if (fetcher.state !== 'idle') return;
      fetcher.submit(customerId === undefined ? { intent } : { intent, customer: customerId }, {
        method: 'post',
      });
    },
  };
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <RescuePage view={view} step={stepOf(search)} control={control} />
    </ShopFormatProvider>
  );
}

function intentOf(form: FormData | undefined): string {
  const intent = form?.get('intent');
  return typeof intent === 'string' ? intent : '';
}
