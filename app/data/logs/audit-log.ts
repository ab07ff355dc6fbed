import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

export interface NewAuditEntry {
  readonly at: Date;
  /** `merchant:<staff id>`, `system` or `shopify`. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** JSON; no personal data: nothing here can be erased. */
  readonly detail: unknown;
}

export interface AuditEntry extends Omit<NewAuditEntry, 'at'> {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
}

/** Writes down who did what. The database lets nobody but its owner's superuser change or erase it. */
export async function appendAudit(db: Db, shopId: string, entry: NewAuditEntry): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.auditLog.createMany({ data: [{ ...entry, shopId, detail: toRequiredJsonColumn(entry.detail) }] }),
  );
}

/** Newest first. */
export async function listAudit(
  db: Db,
  shopId: string,
  { limit }: { readonly limit: number },
): Promise<AuditEntry[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.auditLog.findMany({ where: { shopId }, orderBy: { id: 'desc' }, take: limit }),
  );
  return rows.map((row) => ({
    id: row.id.toString(),
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    detail: row.detail,
  }));
}
