import { randomUUID } from 'node:crypto';
import type { Db } from '../db';
import { beginImport } from '../privacy/begin-import';
import { withShopConnection } from '../with-shop';
import type { NewPrediction } from './customer-prediction';
import { loadPredictions } from './load-predictions';

export interface NewModelRun {
  readonly pipelineRunId: string;
  readonly kind: 'clv' | 'mmm' | 'insights';
  readonly schemaVersion: number;
  readonly engineVersion: string;
  readonly seed: number;
  /** Newest source change that the fit has seen. */
  readonly dataCutoff: Date;
  /** Gives the JSON of `schemaVersion`; asked when all predictions have been written, for it may sum them up. */
  readonly result: () => unknown;
  readonly at: Date;
}

export interface SavedModelRun {
  readonly id: string;
  readonly status: 'saved' | 'replaced' | 'kept';
  readonly predictions: number;
}

/**
 * Stores a fit and its predictions in one transaction. A step that is run again replaces what it stored; once pages
 * read the run's results they stay as they are (`kept`). Customers erased since the fit are left out.
 */
export function saveModelRun(
  db: Db,
  shopId: string,
  run: NewModelRun,
  predictions: Iterable<NewPrediction> = [],
): Promise<SavedModelRun> {
  return withShopConnection(db, shopId, async (client) => {
    const isErased = await beginImport(client, shopId);
    // Against setCurrentRun: a run cannot become current while its results are being written.
    const locked = await client.query(
      'SELECT 1 FROM pipeline_run WHERE shop_id = $1 AND id = $2 FOR UPDATE',
      [shopId, run.pipelineRunId],
    );
    if (locked.rowCount === 0) throw new Error(`unknown pipeline run ${run.pipelineRunId}`);
    const { rows } = await client.query<{ id: string; current: boolean }>(
      `SELECT m.id, m.pipeline_run_id IS NOT DISTINCT FROM s.current_run_id AS current
       FROM model_run m JOIN shop s ON s.id = m.shop_id
       WHERE m.shop_id = $1 AND m.pipeline_run_id = $2 AND m.kind = $3`,
      [shopId, run.pipelineRunId, run.kind],
    );
    const previous = rows[0];
    if (previous?.current) return { id: previous.id, status: 'kept', predictions: 0 };
    if (previous) {
      await client.query('DELETE FROM customer_prediction WHERE shop_id = $1 AND model_run_id = $2', [
        shopId,
        previous.id,
      ]);
      await client.query('DELETE FROM model_run WHERE shop_id = $1 AND id = $2', [shopId, previous.id]);
    }
    const id = randomUUID();
    const count = await loadPredictions(client, shopId, id, without(predictions, isErased));
    await client.query(
      `INSERT INTO model_run
         (id, shop_id, pipeline_run_id, kind, schema_version, engine_version, seed, data_cutoff, result, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, shopId, run.pipelineRunId, run.kind, run.schemaVersion, run.engineVersion, run.seed],
        ...[run.dataCutoff, JSON.stringify(run.result()), run.at],
      ],
    );
    return { id, status: previous ? 'replaced' : 'saved', predictions: count };
  });
}

function* without(
  predictions: Iterable<NewPrediction>,
  isErased: (id: string) => boolean,
): Generator<NewPrediction> {
  for (const prediction of predictions) if (!isErased(prediction.customerId)) yield prediction;
}
