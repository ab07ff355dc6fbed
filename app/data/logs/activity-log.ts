import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

const ACTIVITY_TONES = ['success', 'info', 'warning', 'critical'] as const;
type ActivityTone = (typeof ACTIVITY_TONES)[number];

export interface NewActivity {
  readonly at: Date;
  readonly tone: ActivityTone;
  /** Key of the message catalog. */
  readonly key: string;
  /** The message's values; JSON. No personal data. */
  readonly values: unknown;
}

export interface Activity {
  /** Grows; the place to page on from. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly tone: ActivityTone;
  readonly key: string;
  /** As stored: parse it. */
  readonly values: unknown;
}

/** Writes down for the merchant what the engine did. */
export async function appendActivity(db: Db, shopId: string, activity: NewActivity): Promise<void> {
  const { at, tone, key } = activity;
  await withShop(db, shopId, (tx) =>
    tx.activityLog.createMany({
      data: [{ shopId, at, tone, key, values: toRequiredJsonColumn(activity.values) }],
    }),
  );
}

/** Newest first. @param before id of the last entry of the page before */
export async function listActivity(
  db: Db,
  shopId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<Activity[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.activityLog.findMany({
      where: { shopId, ...(before === undefined ? {} : { id: { lt: BigInt(before) } }) },
      orderBy: { id: 'desc' },
      take: limit,
    }),
  );
  return rows.map((row) => ({
    id: row.id.toString(),
    at: row.at.toISOString(),
    tone: ACTIVITY_TONES.find((tone) => tone === row.tone) ?? 'info',
    key: row.key,
    values: row.values,
  }));
}

/** Forgets entries older than an instant. @returns how many */
export async function pruneActivity(db: Db, shopId: string, before: Date): Promise<number> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.activityLog.deleteMany({ where: { shopId, at: { lt: before } } }),
  );
  return count;
}
