import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { embeddedPath } from '~/components/embedded-path';
import { pageTitle } from '~/components/page-title';
import { useRescueStart } from '~/components/use-rescue-start';
import { resolveLocale } from '~/i18n/locale';
import { ShopFormatProvider } from '~/i18n/shop-format';
import { parseSelection } from './parse-selection';
import { RescuesPage } from './rescues-page';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.rescues');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  return { view: await context.timon.readRescues(shopId), now: context.timon.clock.now().toISOString() };
}

/** Begins a rescue of the group that another page chose, or lifts the automatic stop. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { timon } = context;
  const { shopId, userId } = await timon.authenticateAdmin(request);
  const actor = `merchant:${userId ?? 'unknown'}`;
  const { search, searchParams } = new URL(request.url);
  const form = await request.formData();
  if (form.get('kind') === 'lift-stop') {
    await timon.rescue.liftStop(shopId, actor);
    return { lifted: true };
  }
  const selection = parseSelection(form);
  if (selection === null) throw new Response(null, { status: 400 });
  const { language } = resolveLocale(searchParams.get('locale'), request.headers.get('Accept-Language'));
  const opened = await timon.openRescue(shopId, selection, { actor, language });
  // Without forecasts, or with nobody selected, the list of rescues says what is missing.
  const path = opened.status === 'opened' ? `/app/rescues/${opened.campaignId}` : '/app/rescues';
  return redirect(embeddedPath(path, search));
}

export default function Rescues() {
  const { view, now } = useLoaderData<typeof loader>();
  const start = useRescueStart();
  const lifting = useFetcher<{ readonly lifted: boolean }>();
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <RescuesPage
        view={view}
        start={start}
        lift={{
          start: () => lifting.submit({ kind: 'lift-stop' }, { method: 'post' }),
          busy: lifting.state !== 'idle',
          done: lifting.data?.lifted === true,
        }}
      />
    </ShopFormatProvider>
  );
}
