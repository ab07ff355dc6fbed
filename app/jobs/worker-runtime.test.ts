import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis, type TestRedis } from '../../tests/support/redis';
import { createLogger } from '~/observability/logger.server';
import { createMetrics } from '~/observability/metrics.server';
import { createQueue } from './queue-driver.server';
import { jobCatalog, type JobName } from './catalog';
import type { JobHandlers, JobQueue } from './queue';
import { scheduleNightly, unscheduleNightly } from './schedule';
import { startWorker } from './worker-runtime.server';

const log = createLogger({ level: 'silent', service: 'test' });
let redis: TestRedis;
let queue: JobQueue;
beforeAll(async () => {
  redis = await startRedis();
  queue = createQueue({ kind: 'redis', url: redis.url }, log);
});
afterAll(async () => {
  await queue.close();
  await redis.stop();
});

describe('startWorker', () => {
  it('runs what services enqueue, counts it, and stops', async () => {
    const done: JobName[] = [];
    const names = Object.keys(jobCatalog) as JobName[];
    const record = (name: JobName) => () => {
      done.push(name);
      return Promise.resolve();
    };
    const handlers = Object.fromEntries(names.map((name) => [name, record(name)])) as unknown as JobHandlers;
    const metrics = createMetrics();
    metrics.watchQueue(() => queue.counts());
    const worker = startWorker({
      queueDriver: { kind: 'redis', url: redis.url },
      handlers,
      graceMs: 1_000,
      log,
      metrics,
    });
    await queue.enqueue('fit-clv', { shopId: randomUUID(), runId: randomUUID() });
    await expect.poll(() => done, { timeout: 30_000 }).toEqual(['fit-clv']);
    await expect
      .poll(() => metrics.expose(), { timeout: 30_000 })
      .toContain('timon_jobs_total{name="fit-clv",outcome="completed"} 1');
    expect(await metrics.expose()).toContain('timon_queue_up 1');
    await worker.close();
  });
});

describe('scheduleNightly', () => {
  it('is at 02:00 of the shop, moves with its zone, and ends with it', async () => {
    const shopId = randomUUID();
    for (const timeZone of ['America/Bogota', 'Asia/Tokyo']) {
      await scheduleNightly(queue, { shopId, timeZone });
      const next = await queue.nextRun(`nightly-${shopId}`);
      expect(new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(next ?? 0)).toBe(
        '02:00',
      );
    }
    expect((await queue.counts()).delayed).toBe(1);
    await unscheduleNightly(queue, shopId);
    expect(await queue.nextRun(`nightly-${shopId}`)).toBeNull();
  });
});
