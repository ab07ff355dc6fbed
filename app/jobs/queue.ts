import type { JobName, JobPayload } from './catalog';

/** What services see of the queue. Two drivers implement it: bull on Redis, and PostgreSQL for the embedded default. */
export interface JobQueue {
  /**
   * Adds a job. While a job with the same catalog key is waiting, delayed or running, the call changes nothing.
   * @throws ZodError when the payload does not fit the catalog
   * @throws QueueUnavailableError when the server behind the queue does not answer in time
   */
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: { readonly delayMs?: number },
  ): Promise<void>;
  /**
   * Runs a job on a cron in a zone, until {@link unschedule}. Calling it again with anything changed replaces the
   * first; calling it with nothing changed does nothing, so an occurrence already due is not lost. Occurrences missed
   * while no worker ran become one. They carry no catalog key: tomorrow's must not swallow a request of today.
   */
  schedule<N extends JobName>(schedule: JobSchedule<N>): Promise<void>;
  unschedule(key: string): Promise<void>;
  /** When the schedule fires next (in the past when it is due and no worker has taken it); null when unknown. */
  nextRun(key: string): Promise<Date | null>;
  counts(): Promise<QueueCounts>;
  close(): Promise<void>;
}

export interface JobSchedule<N extends JobName> {
  /** Unique; letters, digits, `-`, `_` and `.` only. */
  readonly key: string;
  readonly name: N;
  readonly payload: JobPayload<N>;
  /** Five-field cron, in `timeZone`. */
  readonly cron: string;
  readonly timeZone: string;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their time: delayed jobs, retries, and the next occurrence of each schedule. */
  readonly delayed: number;
  readonly failed: number;
}

/** What a handler gets beside its payload. Jobs run at least once: a handler may be asked for finished work again. */
export interface JobContext {
  /** 1 on the first try. */
  readonly attempt: number;
  /** True when no further try follows a failure of this one. */
  readonly lastAttempt: boolean;
  /**
   * Aborted on timeout and on shutdown. A handler should stop soon after: what it does later may run beside its own
   * retry. A job aborted by shutdown goes back to the queue and the attempt does not count.
   */
  readonly signal: AbortSignal;
}

type JobHandler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** A running consumer of the queue. */
export interface JobWorker {
  /** Takes no new job, waits for the running ones up to `graceMs`, then aborts them and gives them back. */
  close(graceMs: number): Promise<void>;
}

/** A failure that no retry can mend (access revoked, shop gone): the queue gives up at once. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

/** The server behind the queue cannot be reached, or does not answer in time. The job may or may not be in the queue. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
  readonly code = 'queue.unavailable';
  /** For the merchant. */
  readonly advice = 'The job could not be queued just now. Try again in a minute; nothing was lost.';

  constructor(cause: unknown) {
    super('the job queue does not answer', { cause });
  }
}
