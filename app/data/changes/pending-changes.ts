import type { Db } from '../db';
import { withShop, type ShopTransaction } from '../with-shop';

export interface Change {
  readonly kind: 'order' | 'customer';
  readonly sourceId: string;
  /** The source said that it was deleted there. */
  readonly deletion?: boolean;
}

export interface PendingChange extends Change {
  /** Which announcement this is: compared when the change is settled. */
  readonly announcedAt: Date;
}

/** Notes that something changed at the source and is yet to be fetched. Announcements of one thing collapse. */
export function announceChanges(db: Db, shopId: string, changes: readonly Change[], at: Date): Promise<void> {
  return withShop(db, shopId, (tx) => announce(tx, shopId, changes, at));
}

/**
 * The oldest changes that wait. Reading takes nothing away: a job that dies in between is done again.
 * Fetch and store them, then call {@link settleChanges}.
 */
export async function takePendingChanges(db: Db, shopId: string, limit: number): Promise<PendingChange[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.pendingChange.findMany({
      where: { shopId },
      orderBy: [{ announcedAt: 'asc' }, { kind: 'asc' }, { sourceId: 'asc' }],
      take: limit,
    }),
  );
  return rows.map((row) => ({
    kind: row.kind === 'customer' ? 'customer' : 'order',
    sourceId: row.sourceId,
    deletion: row.deletion,
    announcedAt: row.announcedAt,
  }));
}

/** Crosses off changes that were fetched, but not those that were announced again meanwhile. @returns how many */
export function settleChanges(db: Db, shopId: string, taken: readonly PendingChange[]): Promise<number> {
  return withShop(
    db,
    shopId,
    (tx) => tx.$executeRaw`
      DELETE FROM pending_change p
      USING unnest(${taken.map((change) => change.kind)}::text[], ${taken.map((change) => change.sourceId)}::text[],
        ${taken.map((change) => change.announcedAt.toISOString())}::timestamptz[]) AS t(kind, source_id, announced_at)
      WHERE p.shop_id = ${shopId}::uuid AND p.kind = t.kind AND p.source_id = t.source_id
        AND p.announced_at = t.announced_at`,
  );
}

export function countPendingChanges(db: Db, shopId: string): Promise<number> {
  return withShop(db, shopId, (tx) => tx.pendingChange.count({ where: { shopId } }));
}

export async function announce(
  tx: ShopTransaction,
  shopId: string,
  changes: readonly Change[],
  at: Date,
): Promise<void> {
  // One row a thing, in one order: two webhooks at once cannot deadlock.
  const unique = [...new Map(changes.map((change) => [`${change.kind} ${change.sourceId}`, change]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
  // Each announcement moves the instant on, if by a millisecond only: no two look alike to settleChanges.
  await tx.$executeRaw`
    INSERT INTO pending_change AS old (shop_id, kind, source_id, deletion, announced_at)
    SELECT ${shopId}::uuid, t.kind, t.source_id, t.deletion, ${at}
    FROM unnest(${unique.map((change) => change.kind)}::text[], ${unique.map((change) => change.sourceId)}::text[],
      ${unique.map((change) => change.deletion ?? false)}::boolean[]) AS t(kind, source_id, deletion)
    ON CONFLICT (shop_id, kind, source_id) DO UPDATE
      SET deletion = old.deletion OR EXCLUDED.deletion,
        announced_at = GREATEST(EXCLUDED.announced_at, old.announced_at + INTERVAL '1 millisecond')`;
}

/**
 * Announces the orders since an instant whose origin the source was still working out when they were read: it tells
 * nobody when it is done.
 * @returns how many
 */
export function announceOpenOrigins(db: Db, shopId: string, since: Date, at: Date): Promise<number> {
  return withShop(
    db,
    shopId,
    (tx) => tx.$executeRaw`
      INSERT INTO pending_change (shop_id, kind, source_id, announced_at)
      SELECT shop_id, 'order', source_id, ${at} FROM "order"
      WHERE shop_id = ${shopId}::uuid AND NOT origin_ready AND processed_at >= ${since}
      ORDER BY source_id
      ON CONFLICT (shop_id, kind, source_id) DO NOTHING`,
  );
}
