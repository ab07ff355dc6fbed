import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { JobSchedule } from '../../queue';
import { until, type Bench } from './harness';

const HOUR_MS = 3_600_000;
// Five fields are the port's; a sixth, for seconds, is used here so that a test need not wait a minute.
const EVERY_SECOND = '* * * * * *';

export function scheduleContract(bench: () => Bench): void {
  function nightly(changes: Partial<JobSchedule<'start-pipeline'>> = {}): JobSchedule<'start-pipeline'> {
    return {
      key: 'nightly-1',
      name: 'start-pipeline',
      payload: { shopId: randomUUID(), trigger: 'nightly' },
      cron: '0 2 * * *',
      timeZone: 'Europe/Madrid',
      ...changes,
    };
  }

  it.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/Madrid', 'UTC'])(
    'runs next when it is 02:00 in %s (or 03:00 where that night has no 02:00), within 25 hours',
    async (timeZone) => {
      const { queue } = bench();
      await queue.schedule(nightly({ timeZone }));
      const next = await queue.nextRun('nightly-1');
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(next ?? 0);
      expect(['02:00', '03:00']).toContain(clock);
      expect(Number(next)).toBeGreaterThan(Date.now() - 1_000);
      expect(Number(next)).toBeLessThanOrEqual(Date.now() + 25 * HOUR_MS);
    },
  );

  it('runs a job again and again until told to stop', async () => {
    const { queue } = bench();
    const schedule = nightly({ cron: EVERY_SECOND });
    const seen: unknown[] = [];
    bench().work({
      'start-pipeline': (payload) => {
        seen.push(payload);
        return Promise.resolve();
      },
    });
    await queue.schedule(schedule);
    await until(() => seen[1]);
    expect(seen[0]).toEqual(schedule.payload);
    await queue.unschedule('nightly-1');
    await bench().expectCounts({});
    expect(await queue.nextRun('nightly-1')).toBeNull();
  });

  it('replaces a schedule whose cron, zone or payload changes, leaving one', async () => {
    const { queue } = bench();
    const first = nightly();
    await queue.schedule(first);
    await queue.schedule({ ...first, cron: '30 5 * * *' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: first.timeZone, timeStyle: 'short' });
    expect(clock.format((await queue.nextRun('nightly-1')) ?? 0)).toBe('05:30');
    await bench().expectCounts({ delayed: 1 });

    const seen: unknown[] = [];
    const last = nightly({ cron: EVERY_SECOND, timeZone: 'Asia/Tokyo' });
    await queue.schedule(last);
    await bench().expectCounts({ delayed: 1 });
    bench().work({
      'start-pipeline': (payload) => {
        seen.push(payload);
        return Promise.resolve();
      },
    });
    expect(await until(() => seen[0])).toEqual(last.payload);
  });

  it('keeps the schedules of two keys apart, even when one key begins with the other', async () => {
    const { queue } = bench();
    await queue.schedule(nightly({ key: 'nightly-1' }));
    await queue.schedule(nightly({ key: 'nightly-12' }));
    await queue.unschedule('nightly-1');
    expect(await queue.nextRun('nightly-1')).toBeNull();
    expect(await queue.nextRun('nightly-12')).not.toBeNull();
    await bench().expectCounts({ delayed: 1 });
  });

  it('makes one job of the occurrences missed while no worker ran, and keeps it when asked for the same again', async () => {
    const { queue } = bench();
    const schedule = nightly({ cron: EVERY_SECOND });
    await queue.schedule(schedule);
    const due = Number(await queue.nextRun('nightly-1'));
    await until(() => (Date.now() > due + 2_500 ? true : undefined));
    await queue.schedule(schedule);
    expect(Number(await queue.nextRun('nightly-1'))).toBe(due);
    const { waiting, delayed } = await queue.counts();
    expect(waiting + delayed).toBe(1);
  });

  it('does not let the next occurrence swallow a request of today', async () => {
    const { queue } = bench();
    const runId = randomUUID();
    const shopId = randomUUID();
    await queue.schedule({
      key: 'refit',
      name: 'fit-clv',
      payload: { shopId, runId },
      cron: '0 2 * * *',
      timeZone: 'UTC',
    });
    await queue.enqueue('fit-clv', { shopId, runId });
    await bench().expectCounts({ waiting: 1, delayed: 1 });
  });

  it('refuses a key that the servers could misread', async () => {
    await expect(bench().queue.schedule(nightly({ key: 'a:b' }))).rejects.toThrow(/invalid job key "a:b"/);
    await expect(bench().queue.unschedule('a~b')).rejects.toThrow(/invalid job key "a~b"/);
  });
}
