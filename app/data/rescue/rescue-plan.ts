import type { Db } from '../db';
import { withShop, withShopConnection } from '../with-shop';

export interface StoredRescuePlan {
  readonly schemaVersion: number;
  readonly result: unknown;
}

/** What a pass recommends to win back; `null` where nothing was worked out. */
export async function readRescuePlan(
  db: Db,
  shopId: string,
  pipelineRunId: string,
): Promise<StoredRescuePlan | null> {
  const row = await withShop(db, shopId, (tx) =>
    tx.rescuePlan.findFirst({ where: { shopId, pipelineRunId } }),
  );
  return row && { schemaVersion: row.schemaVersion, result: row.result };
}

export interface NewRescuePlan extends StoredRescuePlan {
  readonly pipelineRunId: string;
  /** Expected incremental margin of the best offer to each candidate, currency units. */
  readonly gains: readonly { readonly customerId: string; readonly gain: number }[];
  readonly at: Date;
}

/** Writes a pass's recommendation and what each customer can bring, in place of what was there, in one transaction. */
export function saveRescuePlan(db: Db, shopId: string, plan: NewRescuePlan): Promise<void> {
  const { pipelineRunId, schemaVersion, result, gains, at } = plan;
  return withShopConnection(db, shopId, async (client) => {
    // One writer at a time, or the gains of one and the sentence of another would stay.
    await client.query('SELECT 1 FROM pipeline_run WHERE shop_id = $1 AND id = $2 FOR UPDATE', [
      shopId,
      pipelineRunId,
    ]);
    await client.query(
      `INSERT INTO rescue_plan (pipeline_run_id, shop_id, schema_version, result, created_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (pipeline_run_id) DO UPDATE
         SET schema_version = EXCLUDED.schema_version, result = EXCLUDED.result, created_at = EXCLUDED.created_at`,
      [pipelineRunId, shopId, schemaVersion, JSON.stringify(result), at],
    );
    await client.query(
      `WITH fit AS (
         SELECT id FROM model_run WHERE shop_id = $1 AND pipeline_run_id = $2 AND kind = 'clv'
       ), given AS (
         SELECT * FROM unnest($3::text[], $4::float8[]) AS t(customer_id, gain)
       )
       UPDATE customer_prediction p SET rescue_gain = given.gain
       FROM fit, customer_prediction old LEFT JOIN given ON given.customer_id = old.customer_id
       WHERE p.shop_id = $1 AND p.model_run_id = fit.id
         AND old.model_run_id = p.model_run_id AND old.customer_id = p.customer_id AND old.shop_id = $1
         AND old.rescue_gain IS DISTINCT FROM given.gain`,
      [shopId, pipelineRunId, gains.map(({ customerId }) => customerId), gains.map(({ gain }) => gain)],
    );
  });
}
