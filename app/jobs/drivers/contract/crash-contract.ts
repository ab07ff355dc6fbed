import { expect, it } from 'vitest';
import { fitPayload, gate, QUICK_STALLS, until, type Bench } from './harness';

export function crashContract(bench: () => Bench): void {
  it('runs the job of a worker killed with -9 again, in another process, without counting a failure', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    const victim = bench().spawnWorker('hang');
    await queue.enqueue('fit-clv', payload);
    await victim.waitFor('started');
    await victim.kill();
    const heir = bench().spawnWorker('finish');
    expect(await heir.waitFor('finished')).toEqual({ event: 'finished', runId: payload.runId, attempt: 1 });
    await bench().expectCounts({});
  });

  it('gives up a job that has killed too many workers, tells its owner, and frees its key', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    await queue.enqueue('fit-clv', payload);
    for (let death = 0; death <= QUICK_STALLS.maxStalls; death += 1) {
      const victim = bench().spawnWorker('hang');
      await victim.waitFor('started');
      await victim.kill();
    }
    const abandoned: unknown[] = [];
    const outcomes: string[] = [];
    let runs = 0;
    bench().work(
      {
        'fit-clv': () => {
          runs += 1;
          return Promise.resolve();
        },
      },
      {
        onAbandoned: (name, data) => {
          abandoned.push([name, data]);
          return Promise.resolve();
        },
        metrics: { jobFinished: (name, outcome) => void outcomes.push(`${name} ${outcome}`) },
      },
    );
    await until(() => abandoned[0]);
    expect(abandoned).toEqual([['fit-clv', payload]]);
    expect(outcomes).toEqual(['fit-clv abandoned']);
    expect(runs).toBe(0);
    await bench().expectCounts({ failed: 1 });
    await queue.enqueue('fit-clv', payload);
    await until(() => (runs === 1 ? true : undefined));
  });

  it('keeps a job that runs longer than its lock, as long as its worker lives', async () => {
    const { queue } = bench();
    let runs = 0;
    const finish = gate();
    const handlers = {
      'fit-clv': async () => {
        runs += 1;
        await finish.opened;
      },
    };
    bench().work(handlers);
    bench().work(handlers);
    await queue.enqueue('fit-clv', fitPayload());
    const startedAt = await until(() => (runs > 0 ? Date.now() : undefined));
    await until(() => (Date.now() > startedAt + QUICK_STALLS.lockMs * 2.5 ? true : undefined));
    finish.open();
    await bench().expectCounts({});
    expect(runs).toBe(1);
  });

  it('on close waits for the running job and takes no new one', async () => {
    const { queue } = bench();
    const finish = gate();
    let started = 0;
    let finished = 0;
    const worker = bench().work({
      'fit-clv': async () => {
        started += 1;
        await finish.opened;
        finished += 1;
      },
    });
    await queue.enqueue('fit-clv', fitPayload());
    await until(() => (started === 1 ? true : undefined));
    await queue.enqueue('fit-clv', fitPayload());
    const closed = worker.close(60_000);
    finish.open();
    await closed;
    expect([started, finished]).toEqual([1, 1]);
    await bench().expectCounts({ waiting: 1 });
  });

  it('on close aborts what outlasts the grace and gives it back, without counting a failure', async () => {
    const { queue } = bench();
    const attempts: number[] = [];
    const worker = bench().work({
      'fit-clv': (_payload, { attempt, signal }) => {
        attempts.push(attempt);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped half-way')));
        });
      },
    });
    await queue.enqueue('fit-clv', fitPayload());
    await until(() => attempts[0]);
    await worker.close(50);
    bench().work({
      'fit-clv': (_payload, { attempt }) => {
        attempts.push(attempt);
        return Promise.resolve();
      },
    });
    await until(() => attempts[1]);
    await bench().expectCounts({});
    expect(attempts).toEqual([1, 1]);
  });

  it('closes twice, and closes when idle', async () => {
    const worker = bench().work({});
    await worker.close(1_000);
    await worker.close(1_000);
    await bench().expectCounts({});
  });
}
