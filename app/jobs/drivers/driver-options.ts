import type { Logger } from '~/observability/logger.server';
import type { JobMetrics } from '~/observability/metrics.server';
import type { JobDefinitions, JobName } from '../catalog';
import type { StallPolicy } from './stall-policy';

export interface QueueOptions {
  readonly url: string;
  readonly log: Logger;
  /** Separates queues on one server (tests). */
  readonly name?: string;
  readonly catalog?: JobDefinitions;
  /** A call that takes longer fails with `queue.unavailable`. */
  readonly answerWithinMs?: number;
}

export interface QueueWorkerOptions {
  readonly url: string;
  readonly name?: string;
  readonly catalog?: JobDefinitions;
  readonly stalls?: StallPolicy;
  /** How long an aborted handler may take to stop before it is left behind. */
  readonly abortGraceMs?: number;
}

export interface WorkerSurroundings {
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly log: Logger;
  readonly metrics: JobMetrics;
  /**
   * Called when a job is given up because its workers kept dying: no handler sees that failure. At most once a job, and
   * lost if this process dies meanwhile.
   */
  readonly onAbandoned?: (name: JobName, payload: unknown) => Promise<void>;
}

export const QUEUE_NAME = 'timon';
export const ANSWER_WITHIN_MS = 5_000;
export const ABORT_GRACE_MS = 5_000;
