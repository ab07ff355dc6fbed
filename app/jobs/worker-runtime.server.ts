import type { Logger } from '~/observability/logger.server';
import type { JobMetrics } from '~/observability/metrics.server';
import type { QueueWorkerOptions, WorkerSurroundings } from './drivers/driver-options';
import type { JobHandlers } from './queue';
import { queueDrivers, type QueueDriver } from './queue-driver.server';

/** When a dead worker's job is taken over and how soon a failed one is tried again. Only tests are in a hurry. */
export type WorkerTimes = Pick<QueueWorkerOptions, 'stalls' | 'catalog'>;

interface WorkerOptions {
  readonly queueDriver: QueueDriver;
  readonly handlers: JobHandlers;
  readonly log: Logger;
  readonly metrics: JobMetrics;
  /** How long running jobs may go on when the worker is told to stop; then they go back to the queue. */
  readonly graceMs: number;
  /** Jobs at a time. Default 2. */
  readonly concurrency?: number;
  readonly times?: WorkerTimes;
  /** Called when a job is given up because its workers kept dying; no handler sees that. */
  readonly onAbandoned?: NonNullable<WorkerSurroundings['onAbandoned']>;
}

/** The consumer of the queue. `close` takes at most `graceMs` and about ten seconds. */
export function startWorker(options: WorkerOptions): { readonly close: () => Promise<void> } {
  const { queueDriver, handlers, log, metrics, graceMs, concurrency = 2, times, onAbandoned } = options;
  const worker = queueDrivers[queueDriver.kind].startWorker({ url: queueDriver.url, ...times }, handlers, {
    concurrency,
    log,
    metrics,
    ...(onAbandoned === undefined ? {} : { onAbandoned }),
  });
  log.info({ queue: queueDriver.kind, concurrency }, 'worker takes jobs');
  return {
    async close() {
      await worker.close(graceMs);
      log.info('worker stopped');
    },
  };
}
