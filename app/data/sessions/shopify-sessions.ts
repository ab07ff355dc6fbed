import type { Db } from '../db';
import type { ShopifySessionModel } from '../generated/prisma/models';
import { withSetting } from '../with-shop';

/** A Shopify session whose secrets were encrypted before they came here. */
export interface StoredSession {
  readonly id: string;
  readonly shopDomain: string;
  readonly isOnline: boolean;
  readonly scope: string | null;
  readonly expiresAt: Date | null;
  /** Which key opens `secrets`. */
  readonly keyId: string;
  readonly secrets: Uint8Array;
}

export async function storeSession(db: Db, session: StoredSession, at: Date): Promise<void> {
  const { id, ...fields } = session;
  const data = { ...fields, secrets: new Uint8Array(session.secrets), updatedAt: at };
  await withSetting(db, { 'app.session_id': id }, (tx) =>
    tx.shopifySession.upsert({ where: { id }, create: { id, ...data }, update: data }),
  );
}

export async function loadSession(db: Db, id: string): Promise<StoredSession | null> {
  const row = await withSetting(db, { 'app.session_id': id }, (tx) =>
    tx.shopifySession.findUnique({ where: { id } }),
  );
  return row && toSession(row);
}

/** @returns false when there was none */
export async function deleteSession(db: Db, id: string): Promise<boolean> {
  const { count } = await withSetting(db, { 'app.session_id': id }, (tx) =>
    tx.shopifySession.deleteMany({ where: { id } }),
  );
  return count === 1;
}

export async function deleteSessions(db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids) await deleteSession(db, id);
}

export async function findSessionsByShop(db: Db, shopDomain: string): Promise<StoredSession[]> {
  const rows = await withSetting(db, { 'app.shop_domain': shopDomain }, (tx) =>
    tx.shopifySession.findMany({ where: { shopDomain }, orderBy: { id: 'asc' } }),
  );
  return rows.map(toSession);
}

function toSession(row: ShopifySessionModel): StoredSession {
  const { updatedAt: _updatedAt, ...session } = row;
  return session;
}
