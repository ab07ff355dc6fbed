import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import type { TestDatabase } from '../../../tests/support/database';
import { onTestShop } from '../../../tests/support/test-shop';
import { storedForecast, storedPrediction as prediction } from '../../../tests/support/stored-prediction';
import { createRun } from '../pipeline/create-run';
import { finishRun } from '../pipeline/finish-run';
import { redactCustomer } from '../privacy/redact-customer';
import type { Shop } from '../shops/shop';
import { saveRescuePlan } from '../rescue/rescue-plan';
import { setCurrentRun } from '../shops/update-shop';
import { withShop } from '../with-shop';
import type { CustomerPrediction } from './customer-prediction';
import { EVERYBODY } from './prediction-filter';
import { readCurrentModelRun, readModelRun } from './read-current-model-run';
import { pruneOldPredictions, readPrediction, readPredictions, readTopAtRisk } from './read-predictions';
import { saveModelRun } from './save-model-run';
import { settlePredictions } from './settle-predictions';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const at = new Date('2026-03-01T02:00:00Z');

async function openRun() {
  const { run } = await createRun(database.db, shop.id, {
    ...{ trigger: 'manual' as const, analysisDay: isoDay('2026-03-01'), steps: ['clv'], at },
  });
  return run.id;
}

const save = (
  pipelineRunId: string,
  result: unknown,
  predictions: readonly CustomerPrediction[],
  when = at,
) =>
  saveModelRun(
    database.db,
    shop.id,
    {
      ...{ pipelineRunId, kind: 'clv' as const, schemaVersion: 1, engineVersion: '0.1.0', seed: 7 },
      ...{ dataCutoff: at, result: () => result, at: when },
    },
    predictions,
  );

/** A run that went through and is what pages read. */
async function completeRun(result: unknown, predictions: readonly CustomerPrediction[], when = at) {
  const run = await openRun();
  await save(run, result, predictions, when);
  await setCurrentRun(database.db, shop.id, run);
  await finishRun(database.db, shop.id, run, 'done', at);
  return run;
}

describe('saveModelRun', () => {
  it('asks for the result when the predictions are through: it may sum them up', async () => {
    let made = 0;
    function* lazily() {
      for (; made < 2_000; made += 1) yield prediction({ customerId: String(made) });
    }
    const run = await openRun();
    const given = { pipelineRunId: run, kind: 'clv' as const, schemaVersion: 1, engineVersion: '1', seed: 1 };
    const result = () => ({ made });
    await saveModelRun(database.db, shop.id, { ...given, dataCutoff: at, result, at }, lazily());
    const stored = await readModelRun(database.db, shop.id, run, 'clv');
    expect(stored).toMatchObject({ result: { made: 2_000 } });
  });

  it('stores a fit and its predictions to the last bit, and shows them only once the run is current', async () => {
    const run = await openRun();
    const odd = prediction({ customerId: 'a\tb\\c\nd', segment: 'ñandú' });
    await save(run, { r: 0.1 + 0.2 }, [prediction(), odd]);
    expect(await readCurrentModelRun(database.db, shop.id, 'clv')).toBeNull();
    expect(await readTopAtRisk(database.db, shop.id, 5)).toEqual([]);
    expect(await readModelRun(database.db, shop.id, run, 'clv')).toMatchObject({ result: { r: 0.1 + 0.2 } });
    await setCurrentRun(database.db, shop.id, run);
    expect(await readCurrentModelRun(database.db, shop.id, 'clv')).toMatchObject({
      seed: 7,
      pipelineRunId: run,
    });
    expect(await readPrediction(database.db, shop.id, '501')).toEqual(prediction());
    expect(await readPrediction(database.db, shop.id, odd.customerId)).toEqual(odd);
  });

  it('replaces what the same step stored before, and keeps what pages already read', async () => {
    const run = await openRun();
    expect(await save(run, 'first', [prediction()])).toMatchObject({ status: 'saved', predictions: 1 });
    const second = [prediction({ customerId: '1' }), prediction({ customerId: '2' })];
    expect(await save(run, 'second', second)).toMatchObject({ status: 'replaced', predictions: 2 });
    await setCurrentRun(database.db, shop.id, run);
    expect(await save(run, 'third', [])).toMatchObject({ status: 'kept' });
    expect(await readCurrentModelRun(database.db, shop.id, 'clv')).toMatchObject({ result: 'second' });
    expect(await readTopAtRisk(database.db, shop.id, 5)).toHaveLength(2);
  });

  it('has the server know the rows before pages read them, though it is not their owner', async () => {
    await save(
      await openRun(),
      'r',
      Array.from({ length: 500 }, (_, i) => prediction({ customerId: `s${i}` })),
    );
    await settlePredictions(database.db);
    const { rows } = await database.db.pool.query<{ known: number }>(
      `SELECT reltuples::int AS known FROM pg_class WHERE oid = 'customer_prediction'::regclass`,
    );
    // Earlier tests have left rows of their own.
    expect(rows[0]?.known).toBeGreaterThanOrEqual(500);
  });

  it('leaves the event loop its turn between two writes, however many predictions there are', async () => {
    const run = await openRun();
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    const seen: number[] = [];
    function* noting() {
      for (let i = 0; i < 5_000; i += 1) {
        if (i === 0) setImmediate(count);
        if (i % 1_000 === 0) seen.push(turns);
        yield prediction({ customerId: String(i) });
      }
    }
    const given = { pipelineRunId: run, kind: 'clv' as const, schemaVersion: 1, engineVersion: '1', seed: 1 };
    const result = () => ({});
    await saveModelRun(database.db, shop.id, { ...given, dataCutoff: at, result, at }, noting());
    counting = false;
    // Without turns it would stay at zero to the last prediction.
    expect(seen.map((value, i) => value > (seen[i - 1] ?? -1))).toEqual(seen.map(() => true));
  });

  it('stores nothing of a run whose predictions break off in the middle', async () => {
    const run = await openRun();
    await expect(
      save(run, 'x', [
        prediction(),
        prediction({ customerId: '2', forecast: storedForecast({ churn: NaN }) }),
      ]),
    ).rejects.toThrow(RangeError);
    expect(await readModelRun(database.db, shop.id, run, 'clv')).toBeNull();
  });

  it('leaves out customers who were erased while the fit ran', async () => {
    const run = await openRun();
    await redactCustomer(database.db, shop.id, { customerId: '501' }, at);
    expect(await save(run, 'x', [prediction(), prediction({ customerId: '2' })])).toMatchObject({
      predictions: 1,
    });
  });
});

describe('readPrediction', () => {
  it('reads every figure back from the column that it was written to, and those of rules as none', async () => {
    const odd = storedForecast({ pAlive: null, marginClv12m: null, reasons: [] });
    await completeRun('x', [
      prediction(),
      prediction({ customerId: '2', setAside: true, leaving: false, forecast: odd }),
      prediction({ customerId: '3', medianGapDays: null, forecast: null }),
    ]);
    const read = (customerId: string) => readPrediction(database.db, shop.id, customerId);
    expect(await read('501')).toEqual(prediction());
    expect(await read('2')).toMatchObject({ setAside: true, forecast: odd });
    expect(await read('3')).toMatchObject({ forecast: null, medianGapDays: null });
  });

  it('reads a row of a release that stored less as a customer without a forecast', async () => {
    await completeRun('x', [prediction()]);
    await withShop(database.db, shop.id, (tx) =>
      tx.customerPrediction.updateMany({ where: { shopId: shop.id }, data: { pBuy30: null, reasons: [] } }),
    );
    expect(await readPrediction(database.db, shop.id, '501')).toEqual(prediction({ forecast: null }));
  });

  it('reads another pass than the current one when asked to', async () => {
    const first = await completeRun('1', [prediction({ segment: 'lost' })]);
    await completeRun('2', [prediction()]);
    const segment = async (run?: string) => (await readPrediction(database.db, shop.id, '501', run))?.segment;
    expect([await segment(), await segment(first)]).toEqual(['standard', 'lost']);
  });
});

describe('the switch to a new run', () => {
  it('is atomic: readers see all of the old run or all of the new one', async () => {
    const many = (clv: number) =>
      Array.from({ length: 50 }, (_, i) =>
        prediction({ customerId: String(i), forecast: storedForecast({ clv12m: clv }) }),
      );
    await completeRun('old', many(1));
    const next = await openRun();
    const page = { filter: EVERYBODY, sort: 'clv12m', direction: 'desc', limit: 50, offset: 0 } as const;
    const switching = save(next, 'new', many(2)).then(() => setCurrentRun(database.db, shop.id, next));
    const seen = await Promise.all(
      Array.from({ length: 40 }, () => readPredictions(database.db, shop.id, page)),
    );
    await switching;
    seen.push(await readPredictions(database.db, shop.id, page));
    for (const { rows, total } of seen) {
      expect(total).toBe(50);
      expect(new Set(rows.map((row) => row.forecast?.clv12m)).size).toBe(1);
    }
    expect(seen.at(-1)?.rows[0]?.forecast?.clv12m).toBe(2);
  });
});

describe('readPredictions', () => {
  it('reads whole customers in the order of the list, with what was worked out after the load', async () => {
    const worth = (clv12m: number) => ({ forecast: storedForecast({ clv12m }) });
    const run = await completeRun('x', [
      prediction({ customerId: '10', ...worth(5) }),
      prediction({ customerId: '20', ...worth(9) }),
      prediction({ customerId: '30', forecast: null }),
    ]);
    await withShop(database.db, shop.id, (tx) =>
      tx.customerPrediction.updateMany({ where: { customerId: '10' }, data: { rescueGain: 1.5 } }),
    );
    const query = { filter: EVERYBODY, sort: 'clv12m', direction: 'desc', limit: 2, offset: 1 } as const;
    expect(await readPredictions(database.db, shop.id, { ...query, pipelineRunId: run })).toEqual({
      total: 3,
      rows: [
        prediction({ customerId: '10', ...worth(5), rescueGain: 1.5 }),
        prediction({ customerId: '30', forecast: null }),
      ],
    });
  });
});

describe('readTopAtRisk', () => {
  it('names those on the way out by what can be won, by what is at risk, by orders', async () => {
    const atRisk = (customerId: string, moneyAtRisk: number) =>
      prediction({ customerId, forecast: storedForecast({ moneyAtRisk }) });
    const runId = await completeRun('x', [
      ...[atRisk('10', 5), atRisk('11', 9), atRisk('12', 1), atRisk('13', 2), atRisk('14', 8)],
      prediction({ customerId: '15', forecast: null, ordersCounted: 2 }),
      prediction({ customerId: '16', forecast: null, ordersCounted: 4 }),
      prediction({ customerId: '30', leaving: false }),
    ]);
    const gains = { '12': 3, '13': 7, '11': 0 };
    await saveRescuePlan(database.db, shop.id, {
      ...{ pipelineRunId: runId, schemaVersion: 1, result: {}, at },
      gains: Object.entries(gains).map(([customerId, gain]) => ({ customerId, gain })),
    });
    const named = async (limit: number) =>
      (await readTopAtRisk(database.db, shop.id, limit)).map(({ customerId }) => customerId);
    expect(await named(10)).toEqual(['13', '12', '11', '14', '10', '16', '15']);
    expect(await named(4)).toEqual(['13', '12', '11', '14']);
    expect(await named(2)).toEqual(['13', '12']);
  });
});

describe('pruneOldPredictions', () => {
  it('keeps the newest runs and always the current one', async () => {
    const day = (n: number) => new Date(at.getTime() + n * 86_400_000);
    const first = await completeRun('1', [prediction()], day(1));
    await completeRun('2', [prediction()], day(2));
    await completeRun('3', [prediction()], day(3));
    await setCurrentRun(database.db, shop.id, first);
    expect(await pruneOldPredictions(database.db, shop.id, 1)).toBe(1);
    expect(await pruneOldPredictions(database.db, shop.id, 0)).toBe(1);
    expect(await readPrediction(database.db, shop.id, '501')).not.toBeNull();
  });
});
