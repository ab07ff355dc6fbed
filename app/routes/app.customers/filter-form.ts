import { z } from 'zod';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { CUSTOMER_SORTS, type FilterChange } from '~/services/views/customers-view';

const schema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('save'),
    // How long it may be is for the service to say, in words.
    name: z.string().max(1_000),
    smart: z.union([z.literal('').transform(() => null), z.enum(SMART_FILTERS)]),
    sort: z.enum(CUSTOMER_SORTS),
    direction: z.enum(['asc', 'desc']),
  }),
  z.object({ kind: z.literal('delete'), id: z.uuid() }),
]);

/** Null for a form that this page does not send. */
export function parseFilterForm(form: FormData): FilterChange | null {
  const parsed = schema.safeParse(Object.fromEntries(form));
  return parsed.success ? parsed.data : null;
}

export function filterForm(change: FilterChange): FormData {
  const form = new FormData();
  form.set('kind', change.kind);
  if (change.kind === 'delete') {
    form.set('id', change.id);
    return form;
  }
  form.set('name', change.name);
  form.set('smart', change.smart ?? '');
  form.set('sort', change.sort);
  form.set('direction', change.direction);
  return form;
}
