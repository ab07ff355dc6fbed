import type { Db } from '~/data/db';
import { saveModelRun } from '~/data/model-runs/save-model-run';
import { createRun } from '~/data/pipeline/create-run';
import type { ColumnValuation } from '~/engine/clv/value-customers';
import { storedPredictions } from '~/services/stored-predictions';
import { CLV_SCHEMA_VERSION } from '~/services/stored-results';
import { clvResult } from '../../tests/support/clv-result';
import { finishPass, servicesOn } from '../../tests/support/insights-pass';

interface LoadedPass {
  readonly runId: string;
  /** Of the transaction that stores the fit and all its predictions. */
  readonly loadSeconds: number;
}

/** A pass as the product stores it, from the fit on; it is the one that pages read afterwards. */
export async function loadPass(
  db: Db,
  shopId: string,
  valuation: ColumnValuation,
  at: Date,
): Promise<LoadedPass> {
  const { run } = await createRun(db, shopId, {
    ...{ trigger: 'nightly', analysisDay: valuation.now, steps: ['insights'], at },
  });
  const start = performance.now();
  await saveModelRun(
    db,
    shopId,
    {
      ...{ pipelineRunId: run.id, kind: 'clv', schemaVersion: CLV_SCHEMA_VERSION, engineVersion: 'bench' },
      ...{ seed: 1, dataCutoff: at, at, result: () => clvResult({ now: valuation.now }) },
    },
    storedPredictions(shopId, valuation),
  );
  const loadSeconds = (performance.now() - start) / 1_000;
  await finishPass(
    servicesOn(db, () => at),
    shopId,
    run.id,
  );
  return { runId: run.id, loadSeconds };
}
