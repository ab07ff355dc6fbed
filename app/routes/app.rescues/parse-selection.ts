import { SMART_FILTERS, type SmartFilter } from '~/domain/customer-filter';

/** Whom another page wants to win back. */
type Selection =
  | { readonly kind: 'recommended' }
  | { readonly kind: 'filter'; readonly smart: SmartFilter | null; readonly search: string | null }
  | { readonly kind: 'customers'; readonly customerIds: readonly string[] };

/** As many as a page of the list lets anybody tick, many times over. */
const MOST_PICKED = 5_000;
const LONGEST_TEXT = 255;

/** @returns null when the form is not one of ours */
export function parseSelection(form: FormData): Selection | null {
  switch (form.get('kind')) {
    case 'recommended':
      return { kind: 'recommended' };
    case 'filter': {
      const smart = text(form.get('smart'));
      const known = SMART_FILTERS.find((filter) => filter === smart) ?? null;
      return smart !== null && known === null
        ? null
        : { kind: 'filter', smart: known, search: text(form.get('search')) };
    }
    case 'customers': {
      const customerIds = form.getAll('customer').flatMap((value) => text(value) ?? []);
      return customerIds.length > MOST_PICKED ? null : { kind: 'customers', customerIds };
    }
    default:
      return null;
  }
}

function text(value: FormDataEntryValue | null): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim().slice(0, LONGEST_TEXT);
  return trimmed === '' ? null : trimmed;
}
