import type { Db } from '../db';
import { withShop } from '../with-shop';

/** A million orders take about ten seconds. */
const MOVE_DAYS_MS = 10 * 60_000;

export async function updateShopScopes(
  db: Db,
  shopId: string,
  grantedScopes: readonly string[],
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.shop.updateMany({ where: { id: shopId }, data: { grantedScopes: [...grantedScopes] } }),
  );
}

/**
 * What the merchant changed of the shop itself. With another zone, every sale moves to the day that it belongs to there,
 * in the same transaction.
 */
export async function updateShopFacts(
  db: Db,
  shopId: string,
  facts: { readonly name: string; readonly timeZone: string },
): Promise<void> {
  await withShop(
    db,
    shopId,
    async (tx) => {
      await tx.shop.updateMany({ where: { id: shopId }, data: facts });
      await tx.$executeRaw`
        UPDATE "order" SET local_day = (processed_at AT TIME ZONE ${facts.timeZone})::date
        WHERE shop_id = ${shopId}::uuid AND local_day <> (processed_at AT TIME ZONE ${facts.timeZone})::date`;
    },
    { timeoutMs: MOVE_DAYS_MS },
  );
}

/** A second call keeps the first instant; a redacted shop stays redacted. */
export async function markShopUninstalled(db: Db, shopId: string, at: Date): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.shop.updateMany({
      where: { id: shopId, status: 'active' },
      data: { status: 'uninstalled', uninstalledAt: at },
    }),
  );
}

/**
 * Makes a run's results those that pages read, in one statement: results of two runs never mix.
 * @returns false when the run is not this shop's, failed or was cancelled; nothing changes then
 */
export async function setCurrentRun(db: Db, shopId: string, runId: string): Promise<boolean> {
  // FOR SHARE: waits for a writer of this run's results (save-model-run.ts) to finish.
  const changed = await withShop(
    db,
    shopId,
    (tx) => tx.$executeRaw`
      UPDATE shop SET current_run_id = ${runId}::uuid
      WHERE id = ${shopId}::uuid AND EXISTS (
        SELECT 1 FROM pipeline_run
        WHERE shop_id = ${shopId}::uuid AND id = ${runId}::uuid AND status IN ('running', 'done') FOR SHARE)`,
  );
  return changed === 1;
}
