import { z } from 'zod';
import type { StoredFilter } from '~/data/filters/saved-filters';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { CUSTOMER_SORTS, type SavedFilter } from './views/customers-view';

const filterQuerySchema = z.object({
  smart: z.enum(SMART_FILTERS).nullable(),
  sort: z.enum(CUSTOMER_SORTS),
  direction: z.enum(['asc', 'desc']),
});

/** What `saved_filter.query` holds. */
export type FilterQuery = z.infer<typeof filterQuerySchema>;

/** A filter of a release that knew other lists is left out. */
export function toSavedFilters(stored: readonly StoredFilter[]): SavedFilter[] {
  return stored.flatMap(({ id, name, query }) => {
    const parsed = filterQuerySchema.safeParse(query);
    return parsed.success ? [{ id, name, ...parsed.data }] : [];
  });
}
