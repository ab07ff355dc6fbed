import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { documentHeaders } from '~/components/document-headers';
import { pageTitle } from '~/components/page-title';
import { ShopFormatProvider } from '~/i18n/shop-format';
import type { SettingsAnswer } from '~/services/views/settings-view';
import { parseSettingsForm } from './parse-settings-form';
import { SettingsPage } from './settings-page';
import type { SettingsSave } from './settings-save';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'settings.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopId } = await context.timon.authenticateAdmin(request);
  return { view: await context.timon.readSettings(shopId), now: context.timon.clock.now().toISOString() };
}

/** Saves one section. A refused one is an answer like any other: the page shows it beside the fields. */
export async function action({ request, context }: ActionFunctionArgs): Promise<SettingsAnswer> {
  const { shopId, userId } = await context.timon.authenticateAdmin(request);
  const parsed = parseSettingsForm(await request.formData());
  if (parsed === null) throw new Response(null, { status: 400 });
  if (parsed.status === 'invalid') return parsed;
  await context.timon.saveSettings(shopId, `merchant:${userId ?? 'unknown'}`, parsed.change);
  return { status: 'saved', section: parsed.change.section };
}

export default function Settings() {
  const { view, now } = useLoaderData<typeof loader>();
  const saves = { margin: useSave(), currency: useSave(), 'rescue-limits': useSave() };
  return (
    <ShopFormatProvider currency={view.shop.currency} timeZone={view.shop.timeZone} now={now}>
      <SettingsPage view={view} saves={saves} />
    </ShopFormatProvider>
  );
}

/** A fetcher keeps the page, and what was typed, where they are. */
function useSave(): SettingsSave {
  const fetcher = useFetcher<typeof action>();
  return {
    answer: fetcher.data ?? null,
    saving: fetcher.state !== 'idle',
    submit: (form) => fetcher.submit(form, { method: 'post' }),
  };
}
