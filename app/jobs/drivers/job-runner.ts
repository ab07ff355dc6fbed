import type { Logger } from '~/observability/logger.server';
import type { JobMetrics } from '~/observability/metrics.server';
import type { JobDefinitions, JobName } from '../catalog';
import { PermanentJobError, type JobContext, type JobHandlers } from '../queue';
import { settledWithin } from './deadline';

/** One try of one job, as a driver took it from its queue. Name and payload may come from another release. */
interface JobAttempt {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly attempt: number;
  readonly attempts: number;
  /** Gives the job back to the queue without counting the attempt. */
  readonly release: () => Promise<void>;
}

/** What the driver has to tell its queue. Of `released` the queue knows already. */
type JobOutcome =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly error: Error; readonly permanent: boolean }
  | { readonly kind: 'released' };

export interface JobRunnerOptions {
  readonly handlers: JobHandlers;
  readonly catalog: JobDefinitions;
  readonly log: Logger;
  readonly metrics: JobMetrics;
  /** How long an aborted handler may take to stop before it is left behind. */
  readonly abortGraceMs: number;
}

export interface JobRunner {
  /** Never rejects. */
  run(job: JobAttempt): Promise<JobOutcome>;
  /** Resolves when no handler runs. */
  idle(): Promise<void>;
  /** Aborts what runs and releases it; jobs that arrive later are released at once. */
  abortAll(): void;
}

const RELEASE_WITHIN_MS = 2_000;

class JobTimeoutError extends Error {
  override readonly name = 'JobTimeoutError';
}

type Handle = (context: JobContext) => Promise<void>;

/** The part of a worker that no driver changes: parsing, time limit, abort, shutdown, log and metrics. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { catalog, handlers, log, metrics, abortGraceMs } = options;
  const running = new Set<Promise<JobOutcome>>();
  const shutdown = new AbortController();

  async function attemptJob(job: JobAttempt): Promise<JobOutcome> {
    if (shutdown.signal.aborted) return release(job);
    if (!isJobName(catalog, job.name)) {
      // A newer release may have queued it; its worker will take the retry.
      return { kind: 'failed', error: new Error(`unknown job "${job.name}"`), permanent: false };
    }
    const parsed = catalog[job.name].payload.safeParse(job.data);
    if (!parsed.success) {
      const error = new PermanentJobError(`payload does not fit the catalog`, { cause: parsed.error });
      return { kind: 'failed', error, permanent: true };
    }
    const handle: Handle = (context) => handlers[job.name as JobName](parsed.data as never, context);
    return runHandler(handle, job, catalog[job.name].timeoutMs);
  }

  async function runHandler(handle: Handle, job: JobAttempt, timeoutMs: number): Promise<JobOutcome> {
    const timeout = new AbortController();
    const timer = setTimeout(() => {
      timeout.abort(new JobTimeoutError(`${job.name} took longer than ${timeoutMs / 1000} s`));
    }, timeoutMs);
    const signal = AbortSignal.any([timeout.signal, shutdown.signal]);
    const context: JobContext = { attempt: job.attempt, lastAttempt: job.attempt >= job.attempts, signal };
    // The handler may throw before its first await.
    const work = (async () => handle(context))();
    try {
      await Promise.race([work, aborted(signal)]);
    } catch (reason) {
      if (!signal.aborted) return failure(reason);
    } finally {
      clearTimeout(timer);
    }
    if (!signal.aborted) return { kind: 'completed' };
    // Whatever an aborted handler answers, it may have stopped half-way: the job runs again.
    await settledWithin(abortGraceMs, work);
    return shutdown.signal.aborted ? release(job) : failure(timeout.signal.reason);
  }

  async function release(job: JobAttempt): Promise<JobOutcome> {
    // Without an answer the job stays with this worker until its lock runs out: later, but not lost.
    const released = job.release().catch((err: unknown) => {
      log.warn({ err, job: job.name, jobId: job.id }, 'could not give a job back');
    });
    await settledWithin(RELEASE_WITHIN_MS, released);
    return { kind: 'released' };
  }

  function report(job: JobAttempt, outcome: JobOutcome, seconds: number): void {
    const final = outcome.kind === 'failed' && (outcome.permanent || job.attempt >= job.attempts);
    const name = isJobName(catalog, job.name) ? job.name : 'unknown';
    const label = outcome.kind === 'failed' && !final ? 'retried' : outcome.kind;
    metrics.jobFinished(name, label, seconds);
    const facts = { job: name, jobId: job.id, attempt: job.attempt, outcome: label, seconds };
    if (outcome.kind !== 'failed') log.info(facts, `job ${label}`);
    else if (final) log.error({ ...facts, err: outcome.error }, 'job failed for good');
    else log.warn({ ...facts, err: outcome.error }, 'job failed, will be tried again');
  }

  return {
    async run(job) {
      const startedAt = performance.now();
      const work = attemptJob(job);
      running.add(work);
      const outcome = await work;
      running.delete(work);
      report(job, outcome, (performance.now() - startedAt) / 1000);
      return outcome;
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    abortAll() {
      shutdown.abort(new Error('the worker is shutting down'));
    },
  };
}

function isJobName(catalog: JobDefinitions, name: string): name is JobName {
  return Object.hasOwn(catalog, name);
}

function failure(reason: unknown): JobOutcome {
  const error =
    reason instanceof Error ? reason : new Error('a job handler threw no Error', { cause: reason });
  return { kind: 'failed', error, permanent: error instanceof PermanentJobError };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
