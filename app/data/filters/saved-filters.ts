import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

export interface StoredFilter {
  readonly id: string;
  readonly name: string;
  /** As stored: parse it. */
  readonly query: unknown;
}

export interface NewFilter {
  readonly name: string;
  /** JSON. No personal data. */
  readonly query: unknown;
  readonly at: Date;
  /** Most filters that a shop may have. */
  readonly most: number;
}

/** By name, as people sort. */
export async function listSavedFilters(db: Db, shopId: string): Promise<StoredFilter[]> {
  const rows = await withShop(db, shopId, (tx) => tx.savedFilter.findMany({ where: { shopId } }));
  return rows
    .map(({ id, name, query }) => ({ id, name, query }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Names that differ only in their capitals are the same name. */
export function insertSavedFilter(
  db: Db,
  shopId: string,
  { name, query, at, most }: NewFilter,
): Promise<'saved' | 'name-taken' | 'too-many'> {
  return withShop(db, shopId, async (tx) => {
    // Two tabs that save at once must not both find a place free.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`saved-filters ${shopId}`}, 0))`;
    const others = await tx.savedFilter.findMany({ where: { shopId }, select: { name: true } });
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return 'name-taken';
    if (others.length >= most) return 'too-many';
    await tx.savedFilter.create({
      data: { shopId, name, query: toRequiredJsonColumn(query), createdAt: at },
    });
    return 'saved';
  });
}

/** Once deleted, deleting again changes nothing. */
export async function deleteSavedFilter(db: Db, shopId: string, id: string): Promise<void> {
  await withShop(db, shopId, (tx) => tx.savedFilter.deleteMany({ where: { shopId, id } }));
}
