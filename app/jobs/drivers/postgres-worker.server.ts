import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresBackend, DelayedError, UnrecoverableError, withBackend, type Job } from 'bullmq';
import { jobCatalog, type JobDefinitions, type JobName } from '../catalog';
import type { JobHandlers, JobWorker } from '../queue';
import { reportAbandoned } from './abandoned-job';
import { retryDelayMs } from './backoff';
import { settledWithin } from './deadline';
import {
  ABORT_GRACE_MS,
  QUEUE_NAME,
  type QueueWorkerOptions,
  type WorkerSurroundings,
} from './driver-options';
import { createJobRunner, type JobRunner } from './job-runner';
import { createOutageLog } from './outage-log';
import { createQueuePool } from './postgres-pool.server';
import { STALL_POLICY, STALLED_TOO_OFTEN, type StallPolicy } from './stall-policy';
import { storableError } from './storable-error';

const { Worker } = withBackend(createPostgresBackend);
type BullmqWorker = InstanceType<typeof Worker>;

const RETRY_AFTER_MS = 1_000;
/** Time for the last answers to PostgreSQL after the handlers have stopped. */
const FAREWELL_MS = 2_000;

/** Takes jobs from the queue in PostgreSQL. When the server is away it waits and goes on when it is back. */
export function startPostgresWorker(
  options: QueueWorkerOptions,
  handlers: JobHandlers,
  surroundings: WorkerSurroundings,
): JobWorker {
  const { url, name = QUEUE_NAME, catalog = jobCatalog, stalls = STALL_POLICY } = options;
  const { abortGraceMs = ABORT_GRACE_MS } = options;
  const { concurrency, log, metrics } = surroundings;
  const runner = createJobRunner({ handlers, catalog, log, metrics, abortGraceMs });
  // One connection listens; the others answer for the jobs.
  const pool = createQueuePool(url, Math.min(concurrency, 4) + 2);
  const reportTrouble = createOutageLog(log);
  pool.on('error', reportTrouble);
  let current: BullmqWorker | undefined;
  let closing: Promise<void> | undefined;
  const isClosing = (): boolean => closing !== undefined;

  function openWorker(): BullmqWorker {
    const worker = new Worker(name, (job, token) => processJob(runner, stalls, job, token), {
      connection: pool,
      concurrency,
      autorun: false,
      lockDuration: stalls.lockMs,
      stalledInterval: stalls.checkMs,
      maxStalledCount: stalls.maxStalls,
      runRetryDelay: RETRY_AFTER_MS,
      settings: {
        backoffStrategy: (failures, _type, _error, job) =>
          retryDelayMs(backoffOf(catalog, job?.name), failures),
      },
    });
    worker.on('error', reportTrouble);
    worker.on('failed', (job, error) => {
      if (job === undefined || error.message !== STALLED_TOO_OFTEN) return;
      void reportAbandoned(surroundings, { id: job.id ?? '', name: job.name, data: job.data });
    });
    return worker;
  }

  /** bullmq remembers a failed first connection for ever: then a new worker is needed. */
  async function open(): Promise<void> {
    while (!isClosing()) {
      const worker = openWorker();
      try {
        await worker.waitUntilReady();
        current = worker;
        if (!isClosing()) worker.run().catch(reportTrouble);
        return;
      } catch (error) {
        reportTrouble(error);
        await worker.close(true);
        await pause(RETRY_AFTER_MS);
      }
    }
  }
  const opening = open();

  async function finish(graceMs: number): Promise<void> {
    const closed = opening.then(() => current?.close());
    await settledWithin(graceMs, runner.idle());
    runner.abortAll();
    await runner.idle();
    await settledWithin(FAREWELL_MS, closed);
    await settledWithin(FAREWELL_MS, pool.end());
  }

  return { close: (graceMs) => (closing ??= finish(graceMs)) };
}

async function processJob(
  runner: JobRunner,
  stalls: StallPolicy,
  job: Job<unknown>,
  token: string | undefined,
): Promise<void> {
  // bullmq itself never gives up a scheduled job.
  if (job.stalledCounter > stalls.maxStalls) throw new UnrecoverableError(STALLED_TOO_OFTEN);
  const outcome = await runner.run({
    id: job.id ?? '',
    name: job.name,
    data: job.data,
    attempt: job.attemptsMade + 1,
    attempts: job.opts.attempts ?? 1,
    release: () => job.moveToDelayed(Date.now(), token),
  });
  switch (outcome.kind) {
    case 'completed':
      return;
    case 'failed': {
      const stored = storableError(outcome.error);
      if (!outcome.permanent) throw stored;
      throw Object.assign(new UnrecoverableError(stored.message), { stack: stored.message });
    }
    case 'released':
      throw new DelayedError();
  }
}

const UNKNOWN_JOB_BACKOFF_MS = 5_000;

function backoffOf(catalog: JobDefinitions, name: string | undefined): number {
  return name !== undefined && Object.hasOwn(catalog, name)
    ? catalog[name as JobName].backoffMs
    : UNKNOWN_JOB_BACKOFF_MS;
}
