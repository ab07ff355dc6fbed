import type { NewPrediction } from '../../app/data/model-runs/customer-prediction';
import { ConnectorError } from '../../app/connectors/contract';
import { saveModelRun } from '../../app/data/model-runs/save-model-run';
import { createRun } from '../../app/data/pipeline/create-run';
import type { Db } from '../../app/data/db';
import { isoDay } from '../../app/domain/iso-day';
import type { JobContext } from '../../app/jobs/queue';
import { createLogger } from '../../app/observability/logger.server';
import type { ServiceContext } from '../../app/services/context';
import { CLV_SCHEMA_VERSION, type ClvResult } from '../../app/services/stored-results';
import { writeInsights } from '../../app/services/write-insights';
import { clvResult } from './clv-result';

/** Services on a database, without a queue or a thread for fits; the shop's platform never answers. */
export function servicesOn(db: Db, now: () => Date): ServiceContext {
  return {
    db,
    clock: { now },
    log: createLogger({ level: 'silent', service: 'worker' }),
    connectShopify: () => {
      throw new ConnectorError('unavailable', 'there is no shop behind these services');
    },
  } as Partial<ServiceContext> as ServiceContext;
}

const JOB: JobContext = { attempt: 1, lastAttempt: false, signal: new AbortController().signal };

/** Opens a pass whose fit is stored, ready for its last step. */
export async function openFittedPass(
  db: Db,
  shopId: string,
  fit: {
    readonly day: string;
    readonly predictions: readonly NewPrediction[];
    readonly result?: Partial<ClvResult>;
  },
): Promise<string> {
  const at = new Date(`${fit.day}T03:00:00Z`);
  const analysisDay = isoDay(fit.day);
  const { run } = await createRun(db, shopId, {
    ...{ trigger: 'nightly', analysisDay, steps: ['insights'], at },
  });
  await saveModelRun(
    db,
    shopId,
    {
      ...{ pipelineRunId: run.id, kind: 'clv', schemaVersion: CLV_SCHEMA_VERSION, engineVersion: 'clv-test' },
      ...{ seed: 1, dataCutoff: at, at, result: () => clvResult({ ...fit.result, now: fit.day }) },
    },
    fit.predictions,
  );
  return run.id;
}

/** The last step of a pass, as its job runs it. */
export function finishPass(context: ServiceContext, shopId: string, runId: string): Promise<void> {
  return writeInsights(context, { shopId, runId }, JOB);
}
