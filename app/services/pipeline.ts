import { ConnectorError } from '~/connectors/contract';
import { appendActivity } from '~/data/logs/activity-log';
import { finishRun } from '~/data/pipeline/finish-run';
import {
  failStep,
  finishStep,
  noteStepError,
  progressStep,
  startStep,
} from '~/data/pipeline/step-transitions';
import { PermanentJobError, type JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { createProgressReporter, type ReportProgress } from './progress-reporter';

/** The pass in order. The marketing mix takes its place between clv and insights when its engine comes. */
const NEXT_JOB = {
  ingest: 'fit-clv',
  clv: 'write-insights',
  insights: null,
} as const;
export type StepName = keyof typeof NEXT_JOB;
export const STEPS = Object.keys(NEXT_JOB) as readonly StepName[];

export interface StepInput {
  readonly shopId: string;
  readonly runId: string;
}

/**
 * Runs one step of a pass so that it can be cut anywhere: finished work is skipped, the next step is enqueued again
 * (its job key makes that harmless), and a failure is written where the merchant sees it.
 * @throws PermanentJobError when no retry can help; any other error is retried by the queue
 */
export async function runStep(
  context: ServiceContext,
  input: StepInput,
  step: StepName,
  job: JobContext,
  work: (report: ReportProgress) => Promise<void>,
): Promise<void> {
  const { db, queue, clock, log } = context;
  const { shopId, runId } = input;
  const state = await startStep(db, shopId, runId, step, clock.now());
  // The shop left, was erased, or the run was given up: whatever was left in the queue has no work any more.
  if (state === 'run-over') return;
  if (state === 'started') {
    const progress = createProgressReporter(
      (share, detail) => progressStep(db, shopId, runId, step, share, detail),
      (error) => log.debug({ shopId, runId, step, err: error }, 'progress not written'),
    );
    try {
      await work(progress.report);
    } catch (error) {
      await progress.close();
      if (isInterrupted(job)) throw error;
      throw await recordFailure(context, input, step, job, error);
    }
    await progress.close();
    await finishStep(db, shopId, runId, step, clock.now());
  }
  const next = NEXT_JOB[step];
  if (next === null) await finishRun(db, shopId, runId, 'done', clock.now());
  else await queue.enqueue(next, { shopId, runId });
}

/** True when the worker was told to stop: the job goes back to the queue and nothing has failed. */
export function isInterrupted({ signal }: JobContext): boolean {
  return signal.aborted && !isTimeout(signal.reason);
}

/** @returns what the queue should see: the error itself, or a permanent one where no retry can help */
async function recordFailure(
  { db, clock, log }: ServiceContext,
  { shopId, runId }: StepInput,
  step: StepName,
  job: JobContext,
  error: unknown,
): Promise<unknown> {
  const code = failureCode(error);
  const hopeless = error instanceof ConnectorError && !error.retryable;
  const final = hopeless || job.lastAttempt || error instanceof PermanentJobError;
  log.warn({ shopId, runId, step, code, attempt: job.attempt, final, err: error }, 'pipeline step failed');
  if (!final) {
    await noteStepError(db, shopId, runId, step, code);
    return error;
  }
  const now = clock.now();
  await failStep(db, shopId, runId, step, code, now);
  // A run that was cancelled meanwhile has not failed.
  if (await finishRun(db, shopId, runId, 'failed', now)) {
    await appendActivity(db, shopId, {
      at: now,
      tone: 'critical',
      key: `${step}-failed`,
      values: { errorCode: code },
    });
  }
  return hopeless ? new PermanentJobError(`step ${step} cannot go on: ${code}`, { cause: error }) : error;
}

/** Code that the message catalog has words for. */
export function failureCode(error: unknown): string {
  if (error instanceof ConnectorError) return error.code;
  return isTimeout(error) ? 'timeout' : 'internal';
}

/** Time limits of `AbortSignal.timeout` and of the job itself. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'JobTimeoutError');
}
