import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { transferableSymbol, valueSymbol } from 'piscina';
import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { customerAt } from '~/engine/clv/predict-customers';
import {
  valueCustomerColumns,
  type ColumnValuation,
  type ValuationInput,
} from '~/engine/clv/value-customers';
import { prepareMix } from '~/engine/mmm/prepare-mix';
import { sampleChain } from '~/engine/mmm/sample-chain';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';
import { fitMix } from '~/services/fit-mix';
import { createFitPool, type FitPool } from './fit-pool.server';
import { valueCustomers } from './fit.worker';

const { series } = simulateWorld('clean', { seed: 7, rows: 120, channels: 1 });

const pools: FitPool[] = [];
function openPool(idleMs = 30_000): FitPool {
  const pool = createFitPool({ threads: 2, idleMs });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

interface Transferred {
  readonly [transferableSymbol]: readonly ArrayBuffer[];
  readonly [valueSymbol]: Extract<ColumnValuation, { status: 'fitted' }>;
}

/** `customers` customers of whom each buys every `3 + index` days for a year. */
function input(customers: number): ValuationInput {
  const rows: { customer: number; day: number }[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    for (let day = customer % 200; day < 365; day += 3 + (customer % 60)) {
      rows.push({ customer, day: 20_000 + day });
    }
  }
  return {
    orders: {
      customerIds: Array.from({ length: customers }, (_, index) => `customer-${index}`),
      customer: Int32Array.from(rows, (row) => row.customer),
      day: Int32Array.from(rows, (row) => row.day),
      revenue: Float64Array.from(rows, (row) => 10 + (row.customer % 7)),
    },
    now: isoDay('2025-10-04'),
    horizonDays: 90,
    seed: 1,
  };
}

describe('createFitPool', () => {
  it('gives the answer of the engine, bit for bit, and its customers with it', async () => {
    const expected = valueCustomerColumns(input(60));
    const given = await openPool().valueCustomers(input(60));
    expect(given).toEqual(expected);
    if (given.status !== 'fitted' || expected.status !== 'fitted') throw new Error(`it is ${given.status}`);
    expect(given.columns.size).toBe(60);
    for (let i = 0; i < 60; i += 1)
      expect(customerAt(given.columns, i)).toEqual(customerAt(expected.columns, i));
  });

  it('hands the columns of the answer over too: each buffer once, and none of them copied', () => {
    const answer: unknown = valueCustomers(input(60));
    const { [transferableSymbol]: handedOver, [valueSymbol]: valuation } = answer as Transferred;
    expect(new Set(handedOver).size).toBe(handedOver.length);
    const before = handedOver.reduce((sum, buffer) => sum + buffer.byteLength, 0);
    expect(before).toBeGreaterThan(60 * 100);
    const { columns } = structuredClone(valuation, { transfer: [...handedOver] });
    // What is left behind is empty: nothing of the numbers stayed in this thread.
    expect(handedOver.map((buffer) => buffer.byteLength)).toEqual(handedOver.map(() => 0));
    expect([columns.size, valuation.columns.orderValue.length, columns.orderValue.length]).toEqual([
      60, 0, 60,
    ]);
    expect([valuation.columns.predictions.pBuy90.length, valuation.columns.summary.age.length]).toEqual([
      0, 0,
    ]);
  });

  it('fits the same twice in one thread: nothing that the engine keeps is handed over', async () => {
    const pool = createFitPool({ threads: 1 });
    pools.push(pool);
    const first = await pool.valueCustomers(input(60));
    expect(await pool.valueCustomers(input(60))).toEqual(first);
  });

  it('leaves the event loop free while it fits', async () => {
    let turns = 0;
    const counter = setInterval(() => (turns += 1), 1);
    await openPool().valueCustomers(input(400));
    clearInterval(counter);
    // On the loop itself there would be none.
    expect(turns).toBeGreaterThan(5);
  });

  it('hands the columns over instead of copying them', async () => {
    const given = input(20);
    const olderThanData = new Uint8Array(20);
    await openPool().valueCustomers({ ...given, orders: { ...given.orders, olderThanData } });
    expect([given.orders.day.length, olderThanData.length]).toEqual([0, 0]);
  });

  it('stops on abort, and fits again afterwards', async () => {
    const pool = openPool();
    const stop = new AbortController();
    const fit = pool.valueCustomers(input(400), { signal: stop.signal });
    stop.abort();
    await expect(fit).rejects.toMatchObject({ name: 'AbortError' });
    expect(await pool.valueCustomers(input(20))).toBeDefined();
  });

  it('passes on what the engine throws', async () => {
    await expect(openPool().valueCustomers({ ...input(5), horizonDays: 0 })).rejects.toThrow(/horizonDays/);
  });

  it('samples a mix as the engine does, bit for bit, and tells how far it is', async () => {
    const prepared = prepareMix(series);
    if (prepared.status !== 'prepared') throw new Error(prepared.reason);
    const shares: number[] = [];
    const tasks = openPool().mixTasks();
    const given = await tasks.sample(prepared, 3, 1, (share) => shares.push(share));
    expect(given).toEqual(sampleChain(prepared, 3));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });

  it('stops a mix on abort', async () => {
    const stop = new AbortController();
    const tasks = openPool().mixTasks(stop.signal);
    const fit = fitMix(tasks, {
      series,
      options: {},
      seed: 1,
      backtest: true,
      onProgress: () => stop.abort(),
    });
    await expect(fit).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('has no thread before the first fit, and none again when there is nothing to do', async () => {
    const pool = openPool(50);
    expect(pool.threads()).toBe(0);
    await pool.valueCustomers(input(20));
    await expect.poll(() => pool.threads(), { timeout: 30_000 }).toBe(0);
  });

  it('works in the built product, from another working directory', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const out = mkdtempSync(path.join(root, 'node_modules', '.fit-pool-test-'));
    try {
      await build({
        entryPoints: [
          { in: path.join(root, 'app/jobs/fits/fit-pool.server.ts'), out: 'worker' },
          { in: path.join(root, 'app/jobs/fits/fit.worker.ts'), out: 'workers/fit' },
        ],
        outdir: out,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        tsconfig: path.join(root, 'tsconfig.json'),
        plugins: [externalPackages],
      });
      const main = path.join(out, 'main.mjs');
      writeFileSync(
        main,
        `import { createFitPool } from './worker.js';
         const pool = createFitPool({ threads: 1 });
         const orders = { customerIds: ['a'], customer: new Int32Array(1), day: new Int32Array(1), revenue: null };
         const { status } = await pool.valueCustomers({ orders, now: '2025-10-04', horizonDays: 90, seed: 1 });
         await pool.close();
         console.log('status ' + status);`,
      );
      const { stdout, stderr } = spawnSync(process.execPath, [main], { cwd: '/', encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^status \w+\n$/);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});

const externalPackages: Plugin = {
  name: 'external-packages',
  setup(bundling) {
    bundling.onResolve({ filter: /^[^./~]/ }, ({ kind, path: name }) =>
      kind === 'entry-point' || name === 'fmin' ? undefined : { path: name, external: true },
    );
  },
};
