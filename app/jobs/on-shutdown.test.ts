import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLogger } from '~/observability/logger.server';
import { onShutdown } from './on-shutdown.server';

const log = createLogger({ level: 'silent', service: 'test' });

class FakeProcess extends EventEmitter {
  readonly codes: number[] = [];
  exit(code?: number | string | null): never {
    this.codes.push(Number(code));
    return undefined as never;
  }
}

function shutdown(close: () => Promise<void>, limitMs = 60_000): FakeProcess {
  const fake = new FakeProcess();
  onShutdown({ log, close, limitMs, process: fake as unknown as NodeJS.Process });
  return fake;
}

async function codesOf(fake: FakeProcess): Promise<number[]> {
  await expect.poll(() => fake.codes.length).toBeGreaterThan(0);
  return fake.codes;
}

describe('onShutdown', () => {
  it.each(['SIGTERM', 'SIGINT'])('closes once and exits with 0 on %s', async (signal) => {
    let closed = 0;
    const fake = shutdown(() => {
      closed += 1;
      return Promise.resolve();
    });
    fake.emit(signal, signal);
    expect(await codesOf(fake)).toEqual([0]);
    expect(closed).toBe(1);
  });

  it('exits with 1 when closing fails', async () => {
    const fake = shutdown(() => Promise.reject(new Error('no')));
    fake.emit('SIGTERM', 'SIGTERM');
    expect(await codesOf(fake)).toEqual([1]);
  });

  it('exits with 1 when closing takes too long', async () => {
    const fake = shutdown(() => new Promise(() => undefined), 20);
    fake.emit('SIGTERM', 'SIGTERM');
    expect(await codesOf(fake)).toEqual([1]);
  });

  it('exits at once on a second signal', () => {
    const fake = shutdown(() => new Promise(() => undefined));
    fake.emit('SIGINT', 'SIGINT');
    expect(fake.codes).toEqual([]);
    fake.emit('SIGINT', 'SIGINT');
    expect(fake.codes).toEqual([1]);
  });

  it('takes its handlers off again', () => {
    const fake = new FakeProcess();
    const off = onShutdown({
      log,
      close: () => Promise.resolve(),
      limitMs: 1,
      process: fake as unknown as NodeJS.Process,
    });
    off();
    expect(fake.eventNames()).toEqual([]);
  });
});
