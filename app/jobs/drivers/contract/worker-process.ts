/**
 * A worker process for the queue contract: it takes `fit-clv` jobs, tells its parent about each, and then behaves as told.
 * Started with a {@link ContractWorkerOrders} as JSON in its first argument.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger } from '~/observability/logger.server';
import type { JobHandlers } from '../../queue';
import { startBullWorker } from '../bull-worker.server';
import { startPostgresWorker } from '../postgres-worker.server';
import type { StallPolicy } from '../stall-policy';

export interface ContractWorkerOrders {
  readonly driver: 'redis' | 'postgres';
  readonly url: string;
  readonly name: string;
  readonly stalls: StallPolicy;
  /** `hang` keeps the job until the process is killed. */
  readonly behaviour: 'hang' | 'finish';
}

export interface ContractWorkerNews {
  readonly event: 'started' | 'finished';
  readonly runId: string;
  readonly attempt: number;
}

const orders = JSON.parse(process.argv[2] ?? '') as ContractWorkerOrders;
const tell = (news: ContractWorkerNews): void => void process.send?.(news);
const unexpected = (): Promise<void> => Promise.reject(new Error('not a job of this test'));
const handlers: JobHandlers = {
  'start-pipeline': unexpected,
  'ingest-orders': unexpected,
  'write-insights': unexpected,
  'drain-changes': unexpected,
  'reconcile-orders': unexpected,
  'prepare-rescue': unexpected,
  'create-rescue': unexpected,
  'undo-rescue': unexpected,
  'plan-rescue': unexpected,
  comply: unexpected,
  async 'fit-clv'({ runId }, { attempt }) {
    tell({ event: 'started', runId, attempt });
    if (orders.behaviour === 'hang') await pause(600_000);
    tell({ event: 'finished', runId, attempt });
  },
};

const start = orders.driver === 'redis' ? startBullWorker : startPostgresWorker;
start({ url: orders.url, name: orders.name, stalls: orders.stalls }, handlers, {
  concurrency: 1,
  log: createLogger({ level: 'silent', service: 'test' }),
  metrics: { jobFinished: () => undefined },
});
// Without its parent it would take jobs for ever.
process.on('disconnect', () => process.exit(0));
