import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from '../../../../tests/support/tcp-proxy';
import { QueueUnavailableError } from '../../queue';
import { Bench, fitPayload, gate, until, type DriverUnderTest } from './harness';

export function outageContract(under: () => DriverUnderTest): void {
  describe('when the server is away', () => {
    let wire: TcpProxy;
    let bench: Bench;

    beforeEach(async () => {
      wire = await startTcpProxy(under().url);
      bench = new Bench(under(), wire.url);
    });
    afterEach(async () => {
      await wire.mend();
      await bench.close();
      await wire.stop();
    });

    it('refuses a job with queue.unavailable, and takes jobs again when the server is back', async () => {
      const queue = bench.openQueue({ answerWithinMs: 1_000 });
      await queue.counts();
      await wire.cut();
      const refusal = await queue.enqueue('fit-clv', fitPayload()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(QueueUnavailableError);
      expect(refusal).toMatchObject({ code: 'queue.unavailable' });
      await expect(queue.counts()).rejects.toThrow(QueueUnavailableError);
      await wire.mend();
      await expectAnswer(() => queue.counts());
      await queue.enqueue('fit-clv', fitPayload());
    });

    it('refuses a job when the server accepts connections and says nothing', async () => {
      const queue = bench.openQueue({ answerWithinMs: 500 });
      await queue.counts();
      wire.silence();
      await expect(queue.enqueue('fit-clv', fitPayload())).rejects.toThrow(QueueUnavailableError);
      await wire.mend();
      await expectAnswer(() => queue.counts());
    });

    it('opens a queue and a worker before the server is there', async () => {
      await wire.cut();
      const queue = bench.openQueue({ answerWithinMs: 500 });
      let runs = 0;
      bench.work({
        'fit-clv': () => {
          runs += 1;
          return Promise.resolve();
        },
      });
      await expect(queue.counts()).rejects.toThrow(QueueUnavailableError);
      await wire.mend();
      await expectAnswer(() => queue.counts());
      await queue.enqueue('fit-clv', fitPayload());
      await until(() => (runs > 0 ? true : undefined));
    });

    it('finishes the job that ran meanwhile and goes on with the next', async () => {
      const running = gate();
      const finish = gate();
      const done: string[] = [];
      const first = fitPayload();
      const second = fitPayload();
      bench.work({
        'fit-clv': async ({ runId }) => {
          running.open();
          await finish.opened;
          done.push(runId);
        },
      });
      await bench.queue.enqueue('fit-clv', first);
      await running.opened;
      await wire.cut();
      finish.open();
      await until(() => done[0]);
      await wire.mend();
      await expectAnswer(() => bench.queue.counts());
      await bench.queue.enqueue('fit-clv', second);
      await until(() => (done.includes(second.runId) ? true : undefined));
      await bench.expectCounts({});
      expect(done[0]).toBe(first.runId);
    });

    it('wakes an idle worker after the server was away', async () => {
      const done: string[] = [];
      bench.work({
        'fit-clv': ({ runId }) => {
          done.push(runId);
          return Promise.resolve();
        },
      });
      for (let outage = 0; outage < 2; outage += 1) {
        const payload = fitPayload();
        await expectAnswer(() => bench.queue.counts());
        await bench.queue.enqueue('fit-clv', payload);
        await until(() => (done.includes(payload.runId) ? true : undefined));
        await wire.cut();
        await wire.mend();
      }
    });

    it('closes queue and worker although nobody answers', async () => {
      const queue = bench.openQueue({ answerWithinMs: 500 });
      const worker = bench.work({});
      await queue.counts();
      await wire.cut();
      await worker.close(0);
      await queue.close();
    });
  });
}

async function expectAnswer(call: () => Promise<unknown>): Promise<void> {
  await expect
    .poll(
      () =>
        call().then(
          () => 'answered',
          () => 'refused',
        ),
      { timeout: 30_000 },
    )
    .toBe('answered');
}
