import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '~/observability/logger.server';
import { startRedis, type TestRedis } from '../../../tests/support/redis';
import { startTcpProxy } from '../../../tests/support/tcp-proxy';
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

  it('comes back wherever in its first connection the wire is cut', async () => {
    const log = createLogger({ level: 'silent', service: 'test' });
    const recovered = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const wire = await startTcpProxy(redis.url);
        const queue = createBullQueue({ url: wire.url, name: `cut-${index}`, log, answerWithinMs: 1_000 });
        const ask = () => queue.counts().catch(() => null);
        await sleep(index * 5);
        await wire.cut();
        await ask();
        await wire.mend();
        // The first answers may still be those of the connection that was cut.
        let counts = await ask();
        for (let tries = 0; counts === null && tries < 10; tries += 1) counts = await ask();
        // Not closed: the library rejects commands of its own when a connection is ended, and nobody waits for them.
        await wire.stop();
        return counts !== null;
      }),
    );
    expect(recovered).toEqual(recovered.map(() => true));
  });
});
