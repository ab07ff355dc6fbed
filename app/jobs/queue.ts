import type { JobName, JobPayload } from './catalog';

/** What services see of the queue. Two drivers implement it: bull on Redis, and PostgreSQL for the embedded default. */
export interface JobQueue {
  /**
   * Adds a job. While a job with the same catalog key is waiting, delayed or running, the call changes nothing.
   * @throws ZodError when the payload does not fit the catalog
   */
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: { readonly delayMs?: number },
  ): Promise<void>;
  /** Runs a job on a cron in a zone, until {@link unschedule}. Calling it again with another cron replaces the first. */
  schedule<N extends JobName>(schedule: JobSchedule<N>): Promise<void>;
  unschedule(key: string): Promise<void>;
  counts(): Promise<QueueCounts>;
  close(): Promise<void>;
}

export interface JobSchedule<N extends JobName> {
  /** Unique; without `:`. */
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
  readonly delayed: number;
  readonly failed: number;
}

/** What a handler gets beside its payload. Jobs run at least once: a handler may be asked for finished work again. */
export interface JobContext {
  /** 1 on the first try. */
  readonly attempt: number;
  /** True when no further try follows a failure of this one. */
  readonly lastAttempt: boolean;
  /** Aborted on timeout and on shutdown. */
  readonly signal: AbortSignal;
}

export type JobHandler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** A running consumer of the queue. */
export interface JobWorker {
  /** Takes no new job, waits for the running ones up to `graceMs`, then aborts them. */
  close(graceMs: number): Promise<void>;
}

/** A failure that no retry can mend (access revoked, shop gone): the queue gives up at once. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}
