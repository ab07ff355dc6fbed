import { deleteSavedFilter, insertSavedFilter } from '~/data/filters/saved-filters';
import { storableText } from '~/data/storable-text';
import type { ServiceContext } from './context';
import type { FilterQuery } from './stored-filter';
import {
  LONGEST_FILTER_NAME,
  MOST_SAVED_FILTERS,
  type FilterChange,
  type FilterOutcome,
} from './views/customers-view';

/** Keeps a list under a name, for everybody of the shop, or lets go of one. */
export async function changeFilters(
  { db, clock }: ServiceContext,
  shopId: string,
  change: FilterChange,
): Promise<FilterOutcome> {
  if (change.kind === 'delete') {
    await deleteSavedFilter(db, shopId, change.id);
    return { status: 'deleted' };
  }
  const name = (storableText(change.name) ?? '').trim().replace(/\s+/g, ' ');
  if (name === '') return { status: 'refused', fault: 'name-missing' };
  if (name.length > LONGEST_FILTER_NAME) return { status: 'refused', fault: 'name-long' };
  const { smart, sort, direction } = change;
  const query: FilterQuery = { smart, sort, direction };
  const at = clock.now();
  const outcome = await insertSavedFilter(db, shopId, { name, query, at, most: MOST_SAVED_FILTERS });
  return outcome === 'saved' ? { status: 'saved' } : { status: 'refused', fault: outcome };
}
