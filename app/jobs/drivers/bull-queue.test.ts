import { afterAll, beforeAll, describe } from 'vitest';
import { startRedis, type TestRedis } from '../../../tests/support/redis';
import { createBullQueue } from './bull-queue.server';
import { startBullWorker } from './bull-worker.server';
import { queueContract } from './queue-contract';

describe('bull on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  queueContract(() => ({
    driver: 'redis',
    url: redis.url,
    createQueue: createBullQueue,
    startWorker: startBullWorker,
  }));
});
