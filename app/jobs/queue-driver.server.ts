import { createBullQueue } from './drivers/bull-queue.server';
import { startBullWorker } from './drivers/bull-worker.server';
import type { QueueOptions, QueueWorkerOptions, WorkerSurroundings } from './drivers/driver-options';
import { createPostgresQueue } from './drivers/postgres-queue.server';
import { startPostgresWorker } from './drivers/postgres-worker.server';
import type { JobHandlers, JobQueue, JobWorker } from './queue';

/** Which server the queue lives on, and how to reach it. */
export interface QueueDriver {
  readonly kind: 'redis' | 'postgres';
  /** `redis[s]://...`, or the runtime connection string of PostgreSQL. */
  readonly url: string;
}

interface DriverFunctions {
  readonly createQueue: (options: QueueOptions) => JobQueue;
  readonly startWorker: (
    options: QueueWorkerOptions,
    handlers: JobHandlers,
    surroundings: WorkerSurroundings,
  ) => JobWorker;
}

/** The one place where the two differ. */
export const queueDrivers: Readonly<Record<QueueDriver['kind'], DriverFunctions>> = {
  redis: { createQueue: createBullQueue, startWorker: startBullWorker },
  postgres: { createQueue: createPostgresQueue, startWorker: startPostgresWorker },
};

/** The queue as services see it. */
export function createQueue({ kind, url }: QueueDriver, log: QueueOptions['log']): JobQueue {
  return queueDrivers[kind].createQueue({ url, log });
}
