import type { Db } from '../db';
import { toJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

/**
 * Begins a step, or begins it again after a crash: counts the attempt, clears the last error.
 * @returns what the job must do: work; nothing, as the step is done; nothing, as the run is over
 */
export function startStep(
  db: Db,
  shopId: string,
  runId: string,
  step: string,
  at: Date,
): Promise<'started' | 'already-done' | 'run-over'> {
  return withShop(db, shopId, async (tx) => {
    const run = await tx.pipelineRun.findUnique({ where: { id: runId, shopId } });
    if (run?.status !== 'running') return 'run-over';
    const started = await tx.$executeRaw`
      UPDATE pipeline_step SET status = 'running', attempts = attempts + 1, error_code = NULL, finished_at = NULL,
        started_at = COALESCE(started_at, ${at})
      WHERE shop_id = ${shopId}::uuid AND run_id = ${runId}::uuid AND step = ${step} AND status <> 'done'`;
    return started === 1 ? 'started' : 'already-done';
  });
}

/**
 * @param progress 0 to 1, `null` where the amount of work is not known
 * @param detail what the page says meanwhile; JSON
 */
export async function progressStep(
  db: Db,
  shopId: string,
  runId: string,
  step: string,
  progress: number | null,
  detail: unknown,
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.pipelineStep.updateMany({
      where: { shopId, runId, step, status: 'running' },
      data: { progress, detail: toJsonColumn(detail) },
    }),
  );
}

/** @param detail replaces what progress said; left out, that stays */
export async function finishStep(
  db: Db,
  shopId: string,
  runId: string,
  step: string,
  at: Date,
  detail?: unknown,
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.pipelineStep.updateMany({
      where: { shopId, runId, step, status: { not: 'done' } },
      data: {
        status: 'done',
        progress: 1,
        errorCode: null,
        finishedAt: at,
        ...(detail === undefined ? {} : { detail: toJsonColumn(detail) }),
      },
    }),
  );
}

/** A finished step cannot fail any more. The run itself goes on until {@link finishRun}. */
export async function failStep(
  db: Db,
  shopId: string,
  runId: string,
  step: string,
  errorCode: string,
  at: Date,
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.pipelineStep.updateMany({
      where: { shopId, runId, step, status: { not: 'done' } },
      data: { status: 'failed', errorCode, finishedAt: at },
    }),
  );
}

/** What went wrong with a try that will be followed by another. */
export async function noteStepError(
  db: Db,
  shopId: string,
  runId: string,
  step: string,
  errorCode: string,
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.pipelineStep.updateMany({ where: { shopId, runId, step, status: 'running' }, data: { errorCode } }),
  );
}
