import { compose, type Composition, type CompositionOptions } from './composition.server';
import { listActiveShops } from './data/shops/list-active-shops';
import { createHandlers } from './jobs/handlers';
import { startWorker, type WorkerTimes } from './jobs/worker-runtime.server';
import { scheduleNightly } from './jobs/schedule';
import { abandonRun } from './services/abandon-run';

export interface WorkerProcess {
  readonly composition: Composition;
  /** Waits for running jobs as long as they may still go on, then closes everything. */
  readonly close: () => Promise<void>;
}

/** Composes the worker process and lets it take jobs. */
export async function openWorker(
  options: Omit<CompositionOptions, 'service'> & { readonly graceMs: number; readonly times?: WorkerTimes },
): Promise<WorkerProcess> {
  const composition = await compose({ ...options, service: 'worker' });
  const { env, db, queue, queueDriver, log, metrics, services } = composition;
  // Nights survive in the queue; this mends one that was lost with it, and changes nothing for the others.
  for (const shop of await listActiveShops(db)) {
    await scheduleNightly(queue, { shopId: shop.id, timeZone: shop.timeZone });
  }
  const worker = startWorker({
    queueDriver,
    graceMs: options.graceMs,
    ...(options.times === undefined ? {} : { times: options.times }),
    handlers: createHandlers(services),
    concurrency: env.WORKER_CONCURRENCY,
    log,
    metrics,
    onAbandoned: (_name, payload) => abandonRun(services, payload),
  });
  const close = async (): Promise<void> => {
    await worker.close();
    await composition.close();
  };
  return { composition, close };
}
