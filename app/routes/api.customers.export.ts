import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { badExportRequest, exportResponse } from '~/components/export-response';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { resolveLocale } from '~/i18n/locale';
import { EXPORT_FORMATS, LARGEST_EXPORT } from '~/services/views/export-view';

const empty = z.literal('').transform(() => null);
const selection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customers'),
    customerIds: z
      .array(z.string().regex(/^\d{1,20}$/))
      .min(1)
      .max(LARGEST_EXPORT),
  }),
  z.object({
    kind: z.literal('filter'),
    smart: z.union([empty, z.enum(SMART_FILTERS)]),
    search: z.union([empty, z.string().trim().min(1).max(200)]),
  }),
]);

/** Customers as a file: those named, or those of a filter. Fields: format, locale, and the selection's own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shopId, userId } = await context.timon.authenticateAdmin(request);
  const form = await request.formData().catch(() => null);
  if (form === null) return badExportRequest();
  const format = z.enum(EXPORT_FORMATS).safeParse(form.get('format'));
  const wanted = selection.safeParse({
    kind: form.get('kind'),
    customerIds: form.getAll('customer'),
    smart: form.get('smart') ?? '',
    search: form.get('search') ?? '',
  });
  if (!format.success || !wanted.success) return badExportRequest();
  const { data } = wanted;
  const locale = z.string().max(40).catch('').parse(form.get('locale'));
  const outcome = await context.timon.exportCustomers(
    shopId,
    {
      format: format.data,
      locale: resolveLocale(locale, request.headers.get('Accept-Language')),
      selection:
        data.kind === 'customers'
          ? data
          : { kind: 'filter', filter: { smart: data.smart, search: data.search } },
    },
    `merchant:${userId ?? 'unknown'}`,
    request.signal,
  );
  return exportResponse(outcome);
}
