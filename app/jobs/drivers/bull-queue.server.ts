import { createHash } from 'node:crypto';
import Bull from 'bull';
import { jobCatalog } from '../catalog';
import type { JobQueue } from '../queue';
import { isNoAnswer, withDeadline } from './deadline';
import { ANSWER_WITHIN_MS, QUEUE_NAME, type QueueOptions } from './driver-options';
import { hangUp } from './hang-up';
import { checkKey, KEEP_FAILED, orderJob, type JobOrder } from './job-order';
import { createOutageLog } from './outage-log';
import { redisConnection } from './redis-connection';

/** Name of the wait strategy that the worker registers; bull's own `exponential` is another sequence. */
export const BULL_BACKOFF = 'doubling';

/**
 * The queue on Redis. Redis must not evict keys (`maxmemory-policy noeviction`) and should persist (append-only file).
 *
 * A catalog key is bull's `debounce` id, not its job id: a job id blocks a new job for as long as a failed one is kept.
 */
export function createBullQueue(options: QueueOptions): JobQueue {
  const { url, log, catalog = jobCatalog, name: queueName = QUEUE_NAME } = options;
  const { answerWithinMs = ANSWER_WITHIN_MS } = options;
  const reportTrouble = createOutageLog(log);
  let bull = open();

  function open(): Bull.Queue {
    const opened = new Bull(queueName, {
      // Fail on the first reconnection instead of holding callers for the library's twenty.
      redis: { ...redisConnection(url), maxRetriesPerRequest: 1 },
    });
    opened.on('error', reportTrouble);
    return opened;
  }

  /**
   * A connection that was cut while it was being made may never answer again, nor fail: then a new one is needed. The old
   * one is left to itself; ending it would reject commands of the library's own that nobody waits for.
   */
  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    const asked = bull;
    try {
      return await withDeadline(answerWithinMs, call);
    } catch (error) {
      if (isNoAnswer(error) && asked === bull) bull = open();
      throw error;
    }
  };

  async function repeatsOf(key: string): Promise<readonly Bull.JobInformation[]> {
    const repeats = await bull.getRepeatableJobs();
    return repeats.filter(({ id }) => id?.startsWith(`${key}~`));
  }

  return {
    async enqueue(name, payload, { delayMs = 0 } = {}) {
      const order = orderJob(catalog, name, payload);
      const debounce = order.key === null ? {} : { debounce: { id: order.key } };
      await ask(() => bull.add(name, order.data, { ...jobOptions(order), ...debounce, delay: delayMs }));
    },

    async schedule({ key, name, payload, cron, timeZone }) {
      const order = orderJob(catalog, name, payload);
      // bull knows a repetition by name, id, zone and cron. With the payload in the id, a change of anything is another
      // repetition, and an unchanged one can be left alone.
      const jobId = `${checkKey(key)}~${digest(order.data)}`;
      await ask(async () => {
        const repeats = await repeatsOf(key);
        const isSame = (repeat: Bull.JobInformation): boolean =>
          repeat.id === jobId && repeat.name === name && repeat.cron === cron && repeat.tz === timeZone;
        await Promise.all(
          repeats.filter((repeat) => !isSame(repeat)).map((repeat) => bull.removeRepeatableByKey(repeat.key)),
        );
        if (repeats.some(isSame)) return;
        await bull.add(name, order.data, {
          ...jobOptions(order),
          jobId,
          repeat: { cron, tz: timeZone },
        });
      });
    },

    async unschedule(key) {
      const id = checkKey(key);
      await ask(async () => {
        const repeats = await repeatsOf(id);
        await Promise.all(repeats.map((repeat) => bull.removeRepeatableByKey(repeat.key)));
      });
    },

    async nextRun(key) {
      const id = checkKey(key);
      const [repeat] = await ask(() => repeatsOf(id));
      return repeat === undefined ? null : new Date(repeat.next);
    },

    async counts() {
      const { waiting, active, delayed, failed } = await ask(() => bull.getJobCounts());
      return { waiting, active, delayed, failed };
    },

    close: () => hangUp(bull, answerWithinMs),
  };
}

function jobOptions({ attempts, backoffMs }: JobOrder): Bull.JobOptions {
  return {
    attempts,
    backoff: { type: BULL_BACKOFF, options: { backoffMs } },
    removeOnComplete: true,
    removeOnFail: KEEP_FAILED,
  };
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);
}
