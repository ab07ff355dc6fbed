import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csvOf, simulatedSeries, withColumn } from './fixtures/series-text';
import { timon } from './fixtures/timon';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

interface Allocation {
  readonly channel: string;
  readonly dailySpend: number;
  readonly range: { readonly low: number; readonly high: number };
  readonly currentDailySpend: number;
  readonly note: string;
  readonly notes: readonly string[];
  readonly customerValue: string | null;
}
interface Plan {
  readonly answer: string;
  readonly allocation: readonly Allocation[];
  readonly dailySpend: number;
  readonly horizonSpend: number;
  readonly unspent: { readonly amount: number };
  readonly expectedGain: { readonly mean: number; readonly low: number; readonly high: number };
  readonly probabilityBetter: number;
  readonly ltvRoas: Readonly<
    Record<'planned' | 'today', { readonly mean: number; readonly low: number }>
  > | null;
  readonly words: readonly string[];
}

let folder = '';
let fit = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-budget-'));
  fit = join(folder, 'fit.json');
  const series = withColumn(simulatedSeries({ channels: 3 }), 'spend:silent', () => 0);
  const { code } = await timon(['mmm', '-', '--no-backtest', '--json', fit], { stdin: csvOf(series) });
  expect(code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function planOf(...args: readonly string[]): Promise<Plan> {
  const { code, out, err } = await timon(['budget', fit, ...args, '--json', '-']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Plan;
}

function channel({ allocation }: Plan, name: string): Allocation {
  const found = allocation.find((each) => each.channel === name);
  if (!found) throw new Error(`no channel ${name}`);
  return found;
}

const cents = (amount: number): number => Math.round(amount * 100);

describe('timon budget', () => {
  test('writes the JSON of mmm.md: allocation with ranges and notes, gain with its interval, probability', async () => {
    const today = (await planOf('--total', '0', '--max-change', 'none')).allocation;
    const total = today.reduce((sum, { currentDailySpend }) => sum + currentDailySpend, 0);
    const plan = await planOf('--total', total.toFixed(2), '--days', '1');
    expect(plan.allocation.map((each) => each.channel)).toEqual(['google', 'meta', 'tiktok', 'silent']);
    for (const { dailySpend, range, note } of plan.allocation) {
      expect(range.low).toBeLessThanOrEqual(dailySpend);
      expect(range.high).toBeGreaterThanOrEqual(dailySpend);
      expect(typeof note).toBe('string');
    }
    expect(plan.expectedGain.low).toBeLessThanOrEqual(plan.expectedGain.mean);
    expect(plan.probabilityBetter).toBeGreaterThanOrEqual(0);
    expect(plan.probabilityBetter).toBeLessThanOrEqual(1);
    expect(plan.words.join(' ')).not.toMatch(/undefined|NaN/);
  });

  test('keeps minimums, maximums, locks and the largest change, and adds up to the cent', async () => {
    const plan = await planOf(
      ...['--total', '9000', '--days', '30', '--min', 'meta=60', '--max', 'tiktok=70', '--lock', 'google'],
      ...['--max-change', '0.5', '--objective', 'revenue'],
    );
    const [google, meta, tiktok] = ['google', 'meta', 'tiktok'].map((name) => channel(plan, name));
    expect(google?.dailySpend).toBe(google?.currentDailySpend);
    expect(google?.notes).toContain('locked');
    expect(meta?.dailySpend).toBeGreaterThanOrEqual(60);
    expect(tiktok?.dailySpend).toBeLessThanOrEqual(70);
    const daily = plan.allocation.reduce((sum, { dailySpend }) => sum + cents(dailySpend), 0);
    expect(daily).toBe(cents(plan.dailySpend));
    expect(daily * 30).toBe(cents(plan.horizonSpend));
    expect(cents(plan.horizonSpend) + cents(plan.unspent.amount)).toBe(900_000);
  });

  test('gives a channel that never spent nothing, and says so', async () => {
    const silent = channel(await planOf('--total', '1000', '--max-change', 'none'), 'silent');
    expect(silent).toMatchObject({ dailySpend: 0, currentDailySpend: 0 });
    expect(silent.notes).toContain('no-evidence');
  });

  test('with less money than today it shares the cut, without any limit being named', async () => {
    const today = await planOf('--total', '1000');
    const before = today.allocation.reduce((sum, { currentDailySpend }) => sum + currentDailySpend, 0);
    const plan = await planOf('--total', (before / 4).toFixed(2));
    expect(plan.dailySpend).toBeLessThanOrEqual(before / 4 + 0.01);
    for (const { channel: name, dailySpend, currentDailySpend } of plan.allocation) {
      if (name !== 'silent')
        expect(dailySpend).toBeGreaterThanOrEqual(Math.floor((0.7 * currentDailySpend * 100) / 4) / 100);
    }
  });

  test('the next money comes on top of today, and no channel is cut', async () => {
    const plan = await planOf('--total', '40', '--next', '--max-change', 'none');
    for (const { dailySpend, currentDailySpend } of plan.allocation) {
      expect(dailySpend).toBeGreaterThanOrEqual(currentDailySpend);
    }
  });

  test('customers worth three times as much draw money to their channel; unknown values only cost certainty', async () => {
    const values = join(folder, 'values.csv');
    await writeFile(values, 'channel,multiplier,low,high\nmeta,3,2.5,3.6\n*,1,0.8,1.2\n');
    const free = ['--total', '250', '--max-change', 'none'] as const;
    const profit = await planOf(...free);
    const ltv = await planOf(...free, '--values', values);
    expect(channel(ltv, 'meta').dailySpend).toBeGreaterThan(channel(profit, 'meta').dailySpend);
    expect(channel(ltv, 'meta').customerValue).toBe('own');
    expect(channel(ltv, 'google').customerValue).toBe('others');
    expect(ltv.ltvRoas?.planned.mean).toBeGreaterThan(ltv.ltvRoas?.planned.low ?? Infinity);
    expect(profit.ltvRoas).toBeNull();

    const unknown = await planOf(...free, '--objective', 'ltv');
    expect(channel(unknown, 'meta').customerValue).toBe('unknown');
    const width = ({ expectedGain: { low, high } }: Plan): number => high - low;
    expect(width(unknown)).toBeGreaterThan(width(profit));
  });

  test('the same request gives the same bytes', async () => {
    const args = ['budget', fit, '--total', '300', '--objective', 'ltv', '--json', '-'];
    expect((await timon(args)).out).toBe((await timon(args)).out);
  });

  test('tells a person the decision first, in both languages', async () => {
    const english = await timon(['budget', fit, '--total', '200', '--max-change', 'none']);
    expect(english.code).toBe(0);
    expect(english.out.split('\n')[0]).toMatch(/^(Change it|Leave it|It has to change)/);
    const spanish = await timon(['budget', fit, '--total', '200', '--max-change', 'none', '--lang', 'es']);
    expect(spanish.out).toMatch(/^canal +hoy +plan/m);
    expect(`${english.out}${spanish.out}`).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  test('writes a row a channel as CSV', async () => {
    const { code, out } = await timon(['budget', fit, '--total', '200', '--csv', '-']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(5);
  });

  test.each([
    [['--total', 'lots'], '--total'],
    [['--total', '-5'], '--total'],
    [[], '--total'],
    [['--total', '10', '--days', '0'], '--days'],
    [['--total', '10', '--min', 'meta'], '--min'],
    [['--total', '10', '--max', 'meta=x'], '--max'],
    [['--total', '10', '--min', 'meta=1', '--min', 'meta=2'], 'named twice'],
    [['--total', '10', '--max-change', 'some'], '--max-change'],
    [['--total', '10', '--objective', 'fame'], '--objective'],
    [['--total', '10', '--margin', '0'], '--margin'],
    [['--total', '1000', '--lock', 'radio'], 'google, meta, tiktok, silent'],
    [['--total', '1000', '--min', 'meta=90', '--max', 'meta=80'], 'above its maximum'],
    [['--total', '10', '--min', 'meta=40'], 'more than the total'],
  ])('%j: what is wrong, and exit code 2', async (args, sentence) => {
    const { code, out, err } = await timon(['budget', fit, ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  test('a file that is no fit: which, where, and how to write one', async () => {
    const spoilt = join(folder, 'spoilt.json');
    const json = JSON.parse(await readFile(fit, 'utf8')) as { draws: { channels: { theta: unknown[] }[] } };
    json.draws.channels[0]?.theta.splice(0, 1, 'much');
    await writeFile(spoilt, JSON.stringify(json));
    const bad = await timon(['budget', spoilt, '--total', '10']);
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('draws.channels.0.theta.0');
    expect((await timon(['budget', '-', '--total', '10'], { stdin: '{"a":' })).err).toContain('not JSON');
    expect((await timon(['budget', '-', '--total', '10', '--lang', 'es'], { stdin: '{}' })).err).toContain(
      'no un ajuste',
    );
    expect((await timon(['budget', join(folder, 'none.json'), '--total', '10'])).code).toBe(2);
  });

  test('a refused fit is told with exit code 3', async () => {
    const short = join(folder, 'short.json');
    const series = simulatedSeries({ rows: 60 });
    expect((await timon(['mmm', '-', '--json', short], { stdin: csvOf(series) })).code).toBe(3);
    const { code, err } = await timon(['budget', short, '--total', '10']);
    expect(code).toBe(3);
    expect(err).toContain('60 days of history');
  });

  test('customer values with a fault: row and column, exit code 2', async () => {
    const values = join(folder, 'bad-values.csv');
    await writeFile(values, 'channel,multiplier,low,high\nmeta,3,4,5\n');
    const { code, err } = await timon(['budget', fit, '--total', '100', '--values', values]);
    expect(code).toBe(2);
    expect(err).toMatch(/row 2/);
  });
});
