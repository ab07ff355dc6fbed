import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createPostgresBackend, withBackend, type JobsOptions } from 'bullmq';
import { jobCatalog } from '../catalog';
import type { JobQueue } from '../queue';
import { settledWithin, withDeadline } from './deadline';
import { ANSWER_WITHIN_MS, QUEUE_NAME, type QueueOptions } from './driver-options';
import { checkKey, KEEP_FAILED, orderJob, type JobOrder } from './job-order';
import { createOutageLog } from './outage-log';
import { createQueuePool } from './postgres-pool.server';

const { Queue } = withBackend(createPostgresBackend);

/**
 * The queue in PostgreSQL: bullmq's tables in a schema of their own, made by `migrateQueue`. The role of `url` needs no
 * right to create anything.
 */
export function createPostgresQueue(options: QueueOptions): JobQueue {
  const { url, log, catalog = jobCatalog, name: queueName = QUEUE_NAME } = options;
  const { answerWithinMs = ANSWER_WITHIN_MS } = options;
  const pool = createQueuePool(url, 3);
  const reportTrouble = createOutageLog(log);
  pool.on('error', reportTrouble);
  let current: InstanceType<typeof Queue> | undefined;

  /** bullmq remembers a failed first connection for ever: then a new object is needed. */
  async function queue(): Promise<InstanceType<typeof Queue>> {
    const candidate = (current ??= openQueue());
    try {
      await candidate.waitUntilReady();
      return candidate;
    } catch (error) {
      if (current === candidate) current = undefined;
      throw error;
    }
  }

  function openQueue(): InstanceType<typeof Queue> {
    const opened = new Queue(queueName, { connection: pool });
    opened.on('error', reportTrouble);
    return opened;
  }

  const ask = <T>(call: (open: InstanceType<typeof Queue>) => Promise<T>): Promise<T> =>
    withDeadline(answerWithinMs, async () => call(await queue()));

  return {
    async enqueue(name, payload, { delayMs = 0 } = {}) {
      const order = orderJob(catalog, name, payload);
      const deduplication = order.key === null ? {} : { deduplication: { id: order.key } };
      await ask((open) =>
        open.add(name, order.data, {
          ...jobOptions(order),
          ...deduplication,
          delay: delayMs,
          // A generated id would come from a sequence that bullmq creates, which the runtime role may not do.
          jobId: randomUUID(),
        }),
      );
    },

    async schedule({ key, name, payload, cron, timeZone }) {
      const order = orderJob(catalog, name, payload);
      const id = checkKey(key);
      await ask(async (open) => {
        const isThere = async (): Promise<boolean> => {
          const known = await open.getJobScheduler(id);
          return (
            known !== undefined &&
            known.name === name &&
            known.pattern === cron &&
            known.tz === timeZone &&
            isDeepStrictEqual(known.template?.data, order.data)
          );
        };
        // An upsert takes away the occurrence that is due and not yet running.
        if (await isThere()) return;
        try {
          await open.upsertJobScheduler(
            id,
            { pattern: cron, tz: timeZone },
            { name, data: order.data, opts: jobOptions(order) },
          );
        } catch (error) {
          // Two processes at once: the one that comes second finds the occurrence of the first.
          if (!(await isThere())) throw error;
        }
      });
    },

    async unschedule(key) {
      const id = checkKey(key);
      await ask((open) => open.removeJobScheduler(id));
    },

    async nextRun(key) {
      const id = checkKey(key);
      const known = await ask((open) => open.getJobScheduler(id));
      return known?.next === undefined ? null : new Date(known.next);
    },

    async counts() {
      const found = await ask((open) => open.getJobCounts('waiting', 'active', 'delayed', 'failed'));
      return {
        waiting: found['waiting'] ?? 0,
        active: found['active'] ?? 0,
        delayed: found['delayed'] ?? 0,
        failed: found['failed'] ?? 0,
      };
    },

    async close() {
      await settledWithin(answerWithinMs, current?.close() ?? Promise.resolve());
      await settledWithin(answerWithinMs, pool.end());
    },
  };
}

function jobOptions({ attempts }: JobOrder): JobsOptions {
  return {
    attempts,
    backoff: { type: 'custom' },
    removeOnComplete: true,
    removeOnFail: KEEP_FAILED,
  };
}
