import type { Db } from '../db';
import type { ConnectionModel } from '../generated/prisma/models';
import { toJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

const CONNECTION_STATES = ['waiting', 'syncing', 'ok', 'degraded', 'failed', 'disconnected'] as const;
type ConnectionState = (typeof CONNECTION_STATES)[number];

export interface Connection {
  /** `shopify`, `csv`, `google-ads` ... */
  readonly source: string;
  readonly state: ConnectionState;
  readonly errorCode: string | null;
  /** ISO instants. */
  readonly lastSuccessAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly cursorUpdatedAt: string | null;
  /** An export that was started and is not taken in yet. */
  readonly bulkOperationId: string | null;
  readonly lastMode: 'bulk' | 'paginated' | null;
  /** As stored: parse it with the schema of whoever wrote it. */
  readonly reconciliation: unknown;
  readonly reconciledAt: string | null;
}

export interface ConnectionPatch {
  readonly state?: ConnectionState;
  readonly errorCode?: string | null;
  readonly lastSuccessAt?: Date;
  readonly lastAttemptAt?: Date;
  readonly cursorUpdatedAt?: Date | null;
  readonly bulkOperationId?: string | null;
  readonly lastMode?: 'bulk' | 'paginated';
  readonly reconciliation?: unknown;
  readonly reconciledAt?: Date;
}

export async function readConnection(db: Db, shopId: string, source: string): Promise<Connection | null> {
  const row = await withShop(db, shopId, (tx) =>
    tx.connection.findUnique({ where: { shopId_source: { shopId, source } } }),
  );
  return row && toConnection(row);
}

export async function listConnections(db: Db, shopId: string): Promise<Connection[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.connection.findMany({ where: { shopId }, orderBy: { source: 'asc' } }),
  );
  return rows.map(toConnection);
}

/** Changes the named fields; makes the connection (`waiting`) when it is not there yet. */
export async function updateConnection(
  db: Db,
  shopId: string,
  source: string,
  patch: ConnectionPatch,
): Promise<Connection> {
  const { reconciliation, ...fields } = patch;
  const data = {
    ...fields,
    ...(reconciliation === undefined ? {} : { reconciliation: toJsonColumn(reconciliation) }),
  };
  const row = await withShop(db, shopId, (tx) =>
    tx.connection.upsert({
      where: { shopId_source: { shopId, source } },
      create: { state: 'waiting', ...data, shopId, source },
      update: data,
    }),
  );
  return toConnection(row);
}

function toConnection(row: ConnectionModel): Connection {
  return {
    source: row.source,
    state: CONNECTION_STATES.find((state) => state === row.state) ?? 'failed',
    errorCode: row.errorCode,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
    cursorUpdatedAt: row.cursorUpdatedAt?.toISOString() ?? null,
    bulkOperationId: row.bulkOperationId,
    lastMode: row.lastMode === 'bulk' || row.lastMode === 'paginated' ? row.lastMode : null,
    reconciliation: row.reconciliation,
    reconciledAt: row.reconciledAt?.toISOString() ?? null,
  };
}
