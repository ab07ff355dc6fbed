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
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM model_run WHERE shop_id = $1 AND pipeline_run_id = $2 AND kind = 'clv'`,
      [shopId, pipelineRunId],
    );
    const ids = gains.map(({ customerId }) => customerId);
    const ofFit = [shopId, rows[0]?.id ?? null];
    // Apart, each along an index: joined to itself, the table is walked once a row just after a pass, when the server has
    // not looked at its new rows.
    await client.query(
      `UPDATE customer_prediction SET rescue_gain = NULL
       WHERE shop_id = $1 AND model_run_id = $2 AND rescue_gain IS NOT NULL AND customer_id <> ALL($3::text[])`,
      [...ofFit, ids],
    );
    await client.query(
      `UPDATE customer_prediction p SET rescue_gain = given.gain
       FROM unnest($3::text[], $4::float8[]) AS given(customer_id, gain)
       WHERE p.shop_id = $1 AND p.model_run_id = $2 AND p.customer_id = given.customer_id
         AND p.rescue_gain IS DISTINCT FROM given.gain`,
      [...ofFit, ids, gains.map(({ gain }) => gain)],
    );
  });
}
