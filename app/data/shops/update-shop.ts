import type pg from 'pg';
import type { Db } from '../db';
import { lockCustomers } from '../privacy/lock-customers';
import { withShop, withShopConnection } from '../with-shop';

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
 * @param alongside what becomes true with it, in the same transaction; erasures of customers wait meanwhile
 * @returns false when the run is not this shop's, failed or was cancelled; nothing changes then
 */
export function setCurrentRun(
  db: Db,
  shopId: string,
  runId: string,
  alongside: (client: pg.PoolClient) => Promise<unknown> = () => Promise.resolve(),
): Promise<boolean> {
  return withShopConnection(db, shopId, async (client) => {
    await lockCustomers(client, shopId, 'import');
    // FOR UPDATE: waits for a writer of this run's results (save-model-run.ts) to finish.
    const { rowCount } = await client.query(
      `SELECT 1 FROM pipeline_run WHERE shop_id = $1 AND id = $2 AND status IN ('running', 'done') FOR UPDATE`,
      [shopId, runId],
    );
    if (rowCount === 0) return false;
    await alongside(client);
    await client.query('UPDATE shop SET current_run_id = $2 WHERE id = $1', [shopId, runId]);
    return true;
  });
}
