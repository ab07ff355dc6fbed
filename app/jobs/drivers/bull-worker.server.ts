import { setImmediate as nextTurn } from 'node:timers/promises';
import Bull from 'bull';
import { jobCatalog } from '../catalog';
import type { JobHandlers, JobWorker } from '../queue';
import { reportAbandoned } from './abandoned-job';
import { retryDelayMs } from './backoff';
import { BULL_BACKOFF } from './bull-queue.server';
import { settledWithin } from './deadline';
import {
  ABORT_GRACE_MS,
  QUEUE_NAME,
  type QueueWorkerOptions,
  type WorkerSurroundings,
} from './driver-options';
import { hangUp, openWorkerConnections, stopTaking } from './hang-up';
import { createJobRunner } from './job-runner';
import { createOutageLog } from './outage-log';
import { redisConnection } from './redis-connection';
import { STALL_POLICY, STALLED_TOO_OFTEN } from './stall-policy';
import { storableError } from './storable-error';

/** In bull since 3.x, absent from its types. */
interface MovableJob {
  moveToDelayed(timestamp: number): Promise<void>;
}

/** Time for the last answers to Redis after the handlers have stopped. */
const FAREWELL_MS = 2_000;

/** Takes jobs from the queue on Redis. When Redis is away it waits and goes on when it is back. */
export function startBullWorker(
  options: QueueWorkerOptions,
  handlers: JobHandlers,
  surroundings: WorkerSurroundings,
): JobWorker {
  const { url, name = QUEUE_NAME, catalog = jobCatalog, stalls = STALL_POLICY } = options;
  const { abortGraceMs = ABORT_GRACE_MS } = options;
  const { concurrency, log, metrics } = surroundings;
  const runner = createJobRunner({ handlers, catalog, log, metrics, abortGraceMs });
  const bull = new Bull(name, {
    // An answer to Redis waits for the connection instead of failing: the work it reports is done.
    redis: { ...redisConnection(url), maxRetriesPerRequest: null },
    settings: {
      lockDuration: stalls.lockMs,
      stalledInterval: stalls.checkMs,
      maxStalledCount: stalls.maxStalls,
      retryProcessDelay: 1_000,
      backoffStrategies: {
        [BULL_BACKOFF]: (failures, _error, { backoffMs }: { backoffMs: number }) =>
          retryDelayMs(backoffMs, failures),
      },
    },
  });
  openWorkerConnections(bull);
  let closing: Promise<void> | undefined;
  const reportTrouble = createOutageLog(log);
  bull.on('error', reportTrouble);
  bull.on('failed', (job: Bull.Job | null, error: Error) => {
    if (job === null || error.message !== STALLED_TOO_OFTEN) return;
    void reportAbandoned(surroundings, { id: String(job.id), name: job.name, data: job.data });
  });

  bull
    .process('*', concurrency, async (job: Bull.Job<unknown>) => {
      const outcome = await runner.run({
        id: String(job.id),
        name: job.name,
        data: job.data,
        attempt: job.attemptsMade + 1,
        attempts: job.opts.attempts ?? 1,
        release: () => (job as unknown as MovableJob).moveToDelayed(Date.now()),
      });
      switch (outcome.kind) {
        case 'completed':
          return;
        case 'failed':
          if (outcome.permanent) await job.discard();
          throw storableError(outcome.error);
        case 'released':
          // Any answer would be taken as the end of an attempt.
          return new Promise<never>(() => undefined);
      }
    })
    .catch((error: unknown) => {
      if (closing === undefined) reportTrouble(error);
    });
  async function finish(graceMs: number): Promise<void> {
    stopTaking(bull);
    await settledWithin(graceMs, runner.idle());
    runner.abortAll();
    await runner.idle();
    // bull tells Redis of a job's end in the turn after the handler's.
    await nextTurn();
    await hangUp(bull, FAREWELL_MS);
  }

  return { close: (graceMs) => (closing ??= finish(graceMs)) };
}
