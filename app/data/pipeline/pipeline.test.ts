import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { installTestShop, type TestDatabase } from '../../../tests/support/database';
import { onTestShop } from '../../../tests/support/test-shop';
import { readShop } from '../shops/find-shop';
import type { Shop } from '../shops/shop';
import { setCurrentRun } from '../shops/update-shop';
import { createRun, latestRun, readRun } from './create-run';
import { cancelRunsOfShop, finishRun } from './finish-run';
import { failStep, finishStep, progressStep, startStep } from './step-transitions';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const at = new Date('2026-03-01T02:00:00Z');
const newRun = {
  trigger: 'manual' as const,
  analysisDay: isoDay('2026-02-28'),
  steps: ['ingest', 'clv', 'insights'],
  at,
};
const open = () => createRun(database.db, shop.id, newRun);

describe('createRun', () => {
  it('opens one run, though twelve ask at once, and gives it to all of them', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, open));
    expect(asked.filter((answer) => answer.created)).toHaveLength(1);
    expect(new Set(asked.map((answer) => answer.run.id)).size).toBe(1);
    expect(asked[0]?.run).toMatchObject({
      status: 'running',
      analysisDay: '2026-02-28',
      startedAt: at.toISOString(),
      steps: [{ step: 'ingest', status: 'waiting' }, { step: 'clv' }, { step: 'insights' }],
    });
  });

  it('opens the next one when the first has ended', async () => {
    const first = await open();
    expect(await finishRun(database.db, shop.id, first.run.id, 'done', at)).toBe(true);
    expect(await finishRun(database.db, shop.id, first.run.id, 'failed', at)).toBe(false);
    const second = await open();
    expect(second.created).toBe(true);
    expect(await readRun(database.db, shop.id, first.run.id)).toMatchObject({ status: 'done' });
  });
});

describe('steps', () => {
  it('count attempts, keep their first start, and cannot be undone once done', async () => {
    const { run } = await open();
    const later = new Date(at.getTime() + 60_000);
    const step = [database.db, shop.id, run.id, 'clv'] as const;
    expect(await startStep(...step, at)).toBe('started');
    await progressStep(...step, 0.5, { phase: 'fit', customers: 12 });
    await failStep(...step, 'TIMEOUT', later);
    expect(await startStep(...step, later)).toBe('started');
    await finishStep(...step, later);
    await failStep(...step, 'LATE', later);
    expect(await startStep(...step, later)).toBe('already-done');
    const stored = (await latestRun(database.db, shop.id))?.steps[1];
    expect(stored).toEqual({
      step: 'clv',
      status: 'done',
      progress: 1,
      detail: { phase: 'fit', customers: 12 },
      errorCode: null,
      attempts: 2,
      startedAt: at.toISOString(),
      finishedAt: later.toISOString(),
    });
  });

  it('of a cancelled run are not begun', async () => {
    const { run } = await open();
    expect(await cancelRunsOfShop(database.db, shop.id, at)).toBe(1);
    expect(await startStep(database.db, shop.id, run.id, 'ingest', at)).toBe('run-over');
  });
});

describe('setCurrentRun', () => {
  it('switches to a run of the shop, and to no cancelled, failed or foreign one', async () => {
    const { run } = await open();
    expect(await setCurrentRun(database.db, shop.id, run.id)).toBe(true);
    expect(await readShop(database.db, shop.id)).toMatchObject({ currentRunId: run.id });
    const other = await installTestShop(database.db);
    expect(await setCurrentRun(database.db, other.id, run.id)).toBe(false);
    await finishRun(database.db, shop.id, run.id, 'done', at);
    const cancelled = await open();
    await cancelRunsOfShop(database.db, shop.id, at);
    expect(await setCurrentRun(database.db, shop.id, cancelled.run.id)).toBe(false);
    expect(await readShop(database.db, shop.id)).toMatchObject({ currentRunId: run.id });
  });
});
