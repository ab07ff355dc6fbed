import { z } from 'zod';
import { expect, it } from 'vitest';
import { PermanentJobError } from '../../queue';
import { fitPayload, gate, quickCatalog, until, type Bench } from './harness';

export function failureContract(bench: () => Bench): void {
  it('tries again after a wait that doubles, says which try is the last, and keeps the failure', async () => {
    const { queue } = bench();
    const tries: { attempt: number; lastAttempt: boolean; at: number }[] = [];
    bench().work({
      'fit-clv': (_payload, { attempt, lastAttempt }) => {
        tries.push({ attempt, lastAttempt, at: Date.now() });
        return Promise.reject(new Error('not today'));
      },
    });
    await queue.enqueue('fit-clv', fitPayload());
    await bench().expectCounts({ failed: 1 });
    expect(tries.map(({ attempt, lastAttempt }) => [attempt, lastAttempt])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const [first = NaN, second = NaN, third = NaN] = tries.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(quickCatalog['fit-clv'].backoffMs);
    expect(third - second).toBeGreaterThanOrEqual(quickCatalog['fit-clv'].backoffMs * 2);
  });

  it('takes the same key again after a final failure, whose record stays', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    let healthy = false;
    let done = 0;
    bench().work({
      'fit-clv': () => {
        if (!healthy) return Promise.reject(new PermanentJobError('revoked'));
        done += 1;
        return Promise.resolve();
      },
    });
    await queue.enqueue('fit-clv', payload);
    await bench().expectCounts({ failed: 1 });
    healthy = true;
    await queue.enqueue('fit-clv', payload);
    await until(() => (done === 1 ? true : undefined));
    await bench().expectCounts({ failed: 1 });
  });

  it('holds the key between two tries', async () => {
    const { queue } = bench();
    const payload = fitPayload();
    const finish = gate();
    let tries = 0;
    bench().work({
      'fit-clv': async () => {
        tries += 1;
        if (tries === 1) throw new Error('once');
        await finish.opened;
      },
    });
    await queue.enqueue('fit-clv', payload);
    await until(() => (tries === 1 ? true : undefined));
    await queue.enqueue('fit-clv', payload);
    await bench().expectCounts({ active: 1 });
    finish.open();
    await bench().expectCounts({});
    expect(tries).toBe(2);
  });

  it('gives up at once on a failure that no retry can mend', async () => {
    const { queue } = bench();
    let tries = 0;
    bench().work({
      'fit-clv': () => {
        tries += 1;
        return Promise.reject(new PermanentJobError('the shop is gone'));
      },
    });
    await queue.enqueue('fit-clv', fitPayload());
    await bench().expectCounts({ failed: 1 });
    expect(tries).toBe(1);
  });

  it('never shows a handler a payload that another release queued and this one cannot read', async () => {
    const lenient = {
      ...quickCatalog,
      'fit-clv': { ...quickCatalog['fit-clv'], payload: z.looseObject({}), key: null },
    };
    let called = false;
    bench().work({
      'fit-clv': () => {
        called = true;
        return Promise.resolve();
      },
    });
    await bench().openQueue({ catalog: lenient }).enqueue('fit-clv', { shopId: 'old', runId: 'format' });
    await bench().expectCounts({ failed: 1 });
    expect(called).toBe(false);
  });

  it('aborts a job that takes too long and counts that as a failure, even when it then claims success', async () => {
    const { queue } = bench();
    const reasons: unknown[] = [];
    bench().work({
      'write-insights': (_payload, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason);
            resolve();
          });
        }),
    });
    await queue.enqueue('write-insights', fitPayload());
    await bench().expectCounts({ failed: 1 });
    expect(reasons).toHaveLength(2);
    expect(String(reasons[0])).toContain('longer than 0.3 s');
  });

  it('leaves behind a handler that does not listen to the abort', async () => {
    const { queue } = bench();
    let tries = 0;
    bench().work({
      'write-insights': () => {
        tries += 1;
        return new Promise(() => undefined);
      },
    });
    await queue.enqueue('write-insights', fitPayload());
    await bench().expectCounts({ failed: 1 });
    expect(tries).toBe(2);
  });

  it('counts each try by outcome', async () => {
    const { queue } = bench();
    const outcomes: string[] = [];
    bench().work(
      {
        'fit-clv': (_payload, { attempt }) =>
          attempt === 1 ? Promise.reject(new Error('once')) : Promise.resolve(),
      },
      { metrics: { jobFinished: (name, outcome) => void outcomes.push(`${name} ${outcome}`) } },
    );
    await queue.enqueue('fit-clv', fitPayload());
    await until(() => (outcomes.length === 2 ? true : undefined));
    expect(outcomes).toEqual(['fit-clv retried', 'fit-clv completed']);
  });
}
