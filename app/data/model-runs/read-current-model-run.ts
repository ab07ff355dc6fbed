import type { Db } from '../db';
import { withShop, type ShopTransaction } from '../with-shop';

export interface StoredModelRun {
  readonly id: string;
  readonly pipelineRunId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  readonly engineVersion: string;
  readonly seed: number;
  /** ISO instants. */
  readonly dataCutoff: string;
  readonly createdAt: string;
  /** As stored: parse it with the schema of `schemaVersion`. */
  readonly result: unknown;
}

/** The fit of a kind in the run that pages read; `null` before the first run is done. */
export function readCurrentModelRun(
  db: Db,
  shopId: string,
  kind: 'clv' | 'mmm' | 'insights',
): Promise<StoredModelRun | null> {
  return withShop(db, shopId, async (tx) => {
    const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { currentRunId: true } });
    if (!shop?.currentRunId) return null;
    return findModelRun(tx, shopId, shop.currentRunId, kind);
  });
}

/** The fit of a kind in any run of the shop, current or not: for the steps that build on it. */
export function readModelRun(
  db: Db,
  shopId: string,
  pipelineRunId: string,
  kind: 'clv' | 'mmm' | 'insights',
): Promise<StoredModelRun | null> {
  return withShop(db, shopId, (tx) => findModelRun(tx, shopId, pipelineRunId, kind));
}

async function findModelRun(
  tx: ShopTransaction,
  shopId: string,
  pipelineRunId: string,
  kind: string,
): Promise<StoredModelRun | null> {
  const row = await tx.modelRun.findUnique({
    where: { pipelineRunId_kind: { pipelineRunId, kind }, shopId },
  });
  return (
    row && {
      id: row.id,
      pipelineRunId: row.pipelineRunId,
      kind: row.kind,
      schemaVersion: row.schemaVersion,
      engineVersion: row.engineVersion,
      seed: row.seed,
      dataCutoff: row.dataCutoff.toISOString(),
      createdAt: row.createdAt.toISOString(),
      result: row.result,
    }
  );
}
