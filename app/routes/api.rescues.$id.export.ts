import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { badExportRequest, exportResponse } from '~/components/export-response';
import { resolveLocale } from '~/i18n/locale';
import { EXPORT_FORMATS } from '~/services/views/export-view';

/** The customers of a rescue with their codes, as a file. Fields: format, locale. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { shopId, userId } = await context.timon.authenticateAdmin(request);
  const form = await request.formData().catch(() => null);
  if (form === null) return badExportRequest();
  const id = z.uuid().safeParse(params['id']);
  const format = z.enum(EXPORT_FORMATS).safeParse(form.get('format'));
  if (!id.success || !format.success) return badExportRequest();
  const locale = z.string().max(40).catch('').parse(form.get('locale'));
  const outcome = await context.timon.exportRescue(
    shopId,
    id.data,
    { format: format.data, locale: resolveLocale(locale, request.headers.get('Accept-Language')) },
    `merchant:${userId ?? 'unknown'}`,
    request.signal,
  );
  return exportResponse(outcome);
}
