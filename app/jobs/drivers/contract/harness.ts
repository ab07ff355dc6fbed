import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { createLogger } from '~/observability/logger.server';
import { jobCatalog, type JobDefinitions, type JobName, type JobPayload } from '../../catalog';
import type { JobHandlers, JobQueue, JobWorker, QueueCounts } from '../../queue';
import type { QueueOptions, QueueWorkerOptions, WorkerSurroundings } from '../driver-options';
import type { StallPolicy } from '../stall-policy';
import type { ContractWorkerNews, ContractWorkerOrders } from './worker-process';

/** A driver of the job queue and a real server for it. */
export interface DriverUnderTest {
  readonly driver: ContractWorkerOrders['driver'];
  readonly url: string;
  createQueue(options: QueueOptions): JobQueue;
  startWorker(
    options: QueueWorkerOptions,
    handlers: JobHandlers,
    surroundings: WorkerSurroundings,
  ): JobWorker;
}

/** Long enough for a busy machine; a test that waits for it has failed. */
const DEADLINE_MS = 30_000;
export const QUICK_STALLS: StallPolicy = { lockMs: 1_000, checkMs: 250, maxStalls: 2 };
const SILENT = createLogger({ level: 'silent', service: 'test' });

/** The catalog with times that a test can wait for. */
export const quickCatalog: JobDefinitions = {
  ...jobCatalog,
  'fit-clv': { ...jobCatalog['fit-clv'], attempts: 3, backoffMs: 100, timeoutMs: 60_000 },
  'write-insights': { ...jobCatalog['write-insights'], attempts: 2, backoffMs: 10, timeoutMs: 300 },
};

type FitPayload = JobPayload<'fit-clv'>;
export const fitPayload = (): FitPayload => ({ shopId: randomUUID(), runId: randomUUID() });

type StartOptions = Partial<Omit<QueueWorkerOptions & WorkerSurroundings, 'name' | 'log'>>;

/** One queue of one test, with everything opened on it, to be closed together. */
export class Bench {
  readonly name = `t-${randomUUID().slice(0, 8)}`;
  readonly queue: JobQueue;
  private readonly endings: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly under: DriverUnderTest,
    private readonly url = under.url,
  ) {
    this.queue = this.openQueue();
  }

  openQueue(options: Partial<QueueOptions> = {}): JobQueue {
    const queue = this.under.createQueue({
      url: this.url,
      name: this.name,
      log: SILENT,
      catalog: quickCatalog,
      ...options,
    });
    this.endings.push(() => queue.close());
    return queue;
  }

  /** Jobs without a handler here fail the test by never completing. */
  work(handlers: Partial<JobHandlers>, options: StartOptions = {}): JobWorker {
    const { concurrency = 1, metrics = { jobFinished: () => undefined }, onAbandoned, ...rest } = options;
    const worker = this.under.startWorker(
      {
        url: this.url,
        name: this.name,
        catalog: quickCatalog,
        stalls: QUICK_STALLS,
        abortGraceMs: 200,
        ...rest,
      },
      completeHandlers(handlers),
      { concurrency, metrics, log: SILENT, ...(onAbandoned === undefined ? {} : { onAbandoned }) },
    );
    this.endings.push(() => worker.close(0));
    return worker;
  }

  /** A worker in a process of its own. */
  spawnWorker(behaviour: ContractWorkerOrders['behaviour']): WorkerProcess {
    const { driver } = this.under;
    const process = new WorkerProcess({
      driver,
      url: this.url,
      name: this.name,
      stalls: QUICK_STALLS,
      behaviour,
    });
    this.endings.push(() => process.kill());
    return process;
  }

  /** Waits until the counts are these (absent ones 0). */
  async expectCounts(wanted: Partial<QueueCounts>): Promise<void> {
    await expect
      .poll(() => this.queue.counts(), { timeout: DEADLINE_MS })
      .toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, ...wanted });
  }

  async close(): Promise<void> {
    for (const end of this.endings.reverse()) await end();
  }
}

export class WorkerProcess {
  readonly news: ContractWorkerNews[] = [];
  private readonly child: ChildProcess;

  constructor(orders: ContractWorkerOrders) {
    const entry = fileURLToPath(new URL('worker-process.ts', import.meta.url));
    this.child = spawn(process.execPath, ['--import', 'tsx', entry, JSON.stringify(orders)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('message', (news) => this.news.push(news as ContractWorkerNews));
  }

  async waitFor(event: ContractWorkerNews['event']): Promise<ContractWorkerNews> {
    return until(() => this.news.find((news) => news.event === event));
  }

  /** kill -9: no farewell, no clean-up. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

/** The first defined answer. */
export async function until<T>(answer: () => T | undefined): Promise<T> {
  let found: T | undefined;
  await expect.poll(() => (found = answer()), { timeout: DEADLINE_MS, interval: 20 }).not.toBeUndefined();
  return found as T;
}

/** A promise that the test settles. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

function completeHandlers(handlers: Partial<JobHandlers>): JobHandlers {
  const names = Object.keys(jobCatalog) as JobName[];
  const unexpected = (): Promise<void> => Promise.reject(new Error('not a job of this test'));
  return { ...Object.fromEntries(names.map((name) => [name, unexpected])), ...handlers } as JobHandlers;
}
