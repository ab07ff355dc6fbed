import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import { expect, it } from 'vitest';
import { fitPayload, gate, until, type Bench } from './harness';

export function deliveryContract(bench: () => Bench): void {
  it('hands a job to one worker and forgets it when it is done', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    const seen: unknown[] = [];
    bench().work({
      'fit-clv': (given, { attempt, lastAttempt }) => {
        seen.push({ given, attempt, lastAttempt });
        return Promise.resolve();
      },
    });
    await queue.enqueue('fit-clv', payload);
    await until(() => seen[0]);
    await bench().expectCounts({});
    expect(seen).toEqual([{ given: payload, attempt: 1, lastAttempt: false }]);
  });

  it('hands each of twenty jobs to exactly one of two workers', async () => {
    const { queue } = bench();
    const seen: string[] = [];
    const record = ({ runId }: { runId: string }): Promise<void> => {
      seen.push(runId);
      return Promise.resolve();
    };
    bench().work({ 'fit-clv': record }, { concurrency: 2 });
    bench().work({ 'fit-clv': record }, { concurrency: 2 });
    const payloads = Array.from({ length: 20 }, fitPayload);
    await Promise.all(payloads.map((payload) => queue.enqueue('fit-clv', payload)));
    await until(() => (seen.length >= 20 ? true : undefined));
    await bench().expectCounts({});
    expect(seen.toSorted()).toEqual(payloads.map(({ runId }) => runId).toSorted());
  });

  it('refuses a payload that does not fit the catalog, and queues nothing', async () => {
    const { queue } = bench();
    await expect(queue.enqueue('fit-clv', { shopId: 'x', runId: 'y' })).rejects.toThrow(ZodError);
    await bench().expectCounts({});
  });

  it('takes a second request for the same key as the first while that is waiting, delayed or running', async () => {
    const { queue } = bench();
    const waiting = fitPayload();
    await queue.enqueue('fit-clv', waiting);
    await queue.enqueue('fit-clv', waiting);
    const delayed = fitPayload();
    await queue.enqueue('fit-clv', delayed, { delayMs: 3_600_000 });
    await queue.enqueue('fit-clv', delayed);
    await bench().expectCounts({ waiting: 1, delayed: 1 });

    const finish = gate();
    bench().work({ 'fit-clv': () => finish.opened });
    await bench().expectCounts({ active: 1, delayed: 1 });
    await queue.enqueue('fit-clv', waiting);
    await bench().expectCounts({ active: 1, delayed: 1 });
    finish.open();
    await bench().expectCounts({ delayed: 1 });
  });

  it('takes the same key again after the job is done', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    let runs = 0;
    bench().work({
      'fit-clv': () => {
        runs += 1;
        return Promise.resolve();
      },
    });
    for (const wanted of [1, 2, 3]) {
      await queue.enqueue('fit-clv', payload);
      await until(() => (runs === wanted ? true : undefined));
      await bench().expectCounts({});
    }
  });

  it('never merges jobs whose catalog entry has no key', async () => {
    const { queue } = bench();
    const payload = { shopId: randomUUID(), trigger: 'manual' } as const;
    await queue.enqueue('start-pipeline', payload);
    await queue.enqueue('start-pipeline', payload);
    await bench().expectCounts({ waiting: 2 });
  });

  it('holds a delayed job back until its time', async () => {
    const { queue } = bench();
    let startedAt = 0;
    bench().work({
      'fit-clv': () => {
        startedAt = Date.now();
        return Promise.resolve();
      },
    });
    const askedAt = Date.now();
    await queue.enqueue('fit-clv', fitPayload(), { delayMs: 400 });
    await until(() => (startedAt > 0 ? true : undefined));
    expect(startedAt).toBeGreaterThanOrEqual(askedAt + 400);
  });

  it('runs as many jobs at a time as told and no more', async () => {
    const { queue } = bench();
    const finish = gate();
    let running = 0;
    let most = 0;
    bench().work(
      {
        'fit-clv': async () => {
          running += 1;
          most = Math.max(most, running);
          await finish.opened;
          running -= 1;
        },
      },
      { concurrency: 2 },
    );
    for (let job = 0; job < 5; job += 1) await queue.enqueue('fit-clv', fitPayload());
    await bench().expectCounts({ active: 2, waiting: 3 });
    finish.open();
    await bench().expectCounts({});
    expect(most).toBe(2);
  });
}
