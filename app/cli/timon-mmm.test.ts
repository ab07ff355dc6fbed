import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changed, csvOf, simulatedSeries, withColumn, type SeriesText } from './fixtures/series-text';
import { timon } from './fixtures/timon';

// Each run samples four chains: generous on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}
interface Channel {
  readonly name: string;
  readonly spend: number;
  readonly contribution: Interval;
  readonly roas: Interval;
  readonly marginalRoas: Interval;
  readonly learning: number;
  readonly verdict: string;
  readonly words: string;
}
interface Fit {
  readonly status: string;
  readonly words: readonly string[];
  readonly channels: readonly Channel[];
  readonly rows: {
    readonly fitted: readonly number[];
    readonly baseline: readonly number[];
    readonly channels: readonly { readonly contribution: readonly number[] }[];
  };
}

let folder = '';
let base: SeriesText;
let plain = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-mmm-'));
  base = simulatedSeries();
  plain = await jsonText(csvOf(base), '--threads', '2');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function jsonText(stdin: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await timon(['mmm', '-', '--no-backtest', '--json', '-', ...args], { stdin });
  expect([code, err]).toEqual([0, '']);
  return out;
}

async function fitOf(series: SeriesText, ...args: readonly string[]): Promise<Fit> {
  return JSON.parse(await jsonText(csvOf(series), ...args)) as Fit;
}

function channel({ channels }: Fit, name: string): Channel {
  const found = channels.find((each) => each.name === name);
  if (!found) throw new Error(`no channel ${name}`);
  return found;
}

/** Estimates without a single NaN: JSON writes those as null. */
function expectNumbers({ contribution, roas, learning }: Channel): void {
  for (const { mean, low, high } of [contribution, roas]) {
    expect([mean, low, high].every((value) => typeof value === 'number')).toBe(true);
    expect(low).toBeLessThanOrEqual(high);
  }
  expect(typeof learning).toBe('number');
}

describe('timon mmm', () => {
  test('writes the JSON of mmm.md, complete, with intervals, verdicts and words', () => {
    const fit = JSON.parse(plain) as Fit & Record<string, unknown>;
    expect(fit).toMatchObject({
      status: 'fitted',
      granularity: 'daily',
      seed: 1,
      seconds: 0,
      backtest: null,
    });
    expect(fit['diagnostics']).toMatchObject({ divergences: 0, passed: true });
    for (const field of ['engineVersion', 'baseline', 'draws', 'period', 'preview'])
      expect(fit[field]).toBeTruthy();
    expect(fit.channels.map(({ name }) => name)).toEqual(['google', 'meta']);
    for (const each of fit.channels) {
      expectNumbers(each);
      expect(each).toMatchObject({
        marginalRoas: { mean: expect.any(Number) as number },
        adstock: { mean: expect.any(Number) as number },
        halfSaturation: { mean: expect.any(Number) as number },
        slope: { mean: expect.any(Number) as number },
      });
      expect(each.words).toContain(each.name);
    }
  });

  test('contributions and baseline add up to fitted revenue each day, to 1e-9', () => {
    const { rows } = JSON.parse(plain) as Fit;
    rows.fitted.forEach((fitted, t) => {
      const sum = rows.channels.reduce(
        (all, { contribution }) => all + (contribution[t] ?? Number.NaN),
        rows.baseline[t] ?? Number.NaN,
      );
      expect(Math.abs(sum - fitted)).toBeLessThan(1e-9 * fitted);
    });
  });

  test('gives the same bytes on one thread as on two', async () => {
    expect(await jsonText(csvOf(base), '--threads', '1')).toBe(plain);
  });

  test('money in thousandths and channels under other names in another order: only the labels change', async () => {
    const renamed = {
      ...base,
      header: base.header.map((name) =>
        name.replace('spend:google', 'spend:search b').replace('spend:meta', 'spend:social a'),
      ),
    };
    const order = renamed.header.map((_, i) => i);
    const [google, meta] = ['spend:search b', 'spend:social a'].map((name) => renamed.header.indexOf(name));
    if (google === undefined || meta === undefined) throw new Error('no such columns');
    [order[google], order[meta]] = [meta, google];
    const swapped = {
      header: order.map((i) => renamed.header[i] ?? ''),
      rows: renamed.rows.map((cells) => order.map((i) => cells[i] ?? '')),
    };
    const scaled = changed(swapped, (cell, _, column) =>
      column === 'revenue' || column.startsWith('spend:') ? Number(cell) / 1024 : cell,
    );
    const fit = await fitOf(scaled);
    const expected = JSON.parse(plain) as Fit;
    expect(fit.channels.map(({ name }) => name)).toEqual(['social a', 'search b']);
    for (const [other, name] of [
      ['search b', 'google'],
      ['social a', 'meta'],
    ] as const) {
      expect(channel(fit, other).roas).toEqual(channel(expected, name).roas);
      expect(channel(fit, other).contribution.mean * 1024).toBeCloseTo(
        channel(expected, name).contribution.mean,
        6,
      );
    }
  });

  test('unsorted rows give the fit of sorted ones, and a warning', async () => {
    const shuffled = {
      ...base,
      rows: base.rows.toSorted((a, b) => String(a[2]).localeCompare(String(b[2]))),
    };
    const text = await jsonText(csvOf(shuffled));
    const { warnings, ...fit } = JSON.parse(text) as Record<string, unknown>;
    expect(warnings).toMatchObject([{ code: 'unsorted-rows' }]);
    expect({ ...fit, warnings: [] }).toEqual(JSON.parse(plain));
  });

  test('a twin, a silent channel, a constant one, one enormous spike and days without sales: verdicts, and no NaN', async () => {
    const spoilt = withColumn(
      withColumn(
        withColumn(base, 'spend:twin', (_, cells) => cells[2] ?? 0),
        'spend:silent',
        () => 0,
      ),
      'spend:constant',
      () => 80,
    );
    const fit = await fitOf(
      changed(spoilt, (cell, row, column) => {
        if (column === 'spend:meta' && row === 100) return 1e7;
        return column === 'revenue' && row > 20 && row < 25 ? 0 : cell;
      }),
    );
    expect(fit.channels.map(({ name }) => name)).toEqual(['google + twin', 'meta', 'constant', 'silent']);
    fit.channels.slice(0, 3).forEach(expectNumbers);
    expect(channel(fit, 'silent')).toMatchObject({
      verdict: 'never-active',
      spend: 0,
      roas: null,
      hasEvidence: false,
    });
    expect(channel(fit, 'constant')).toMatchObject({ hasEvidence: false, curve: null });
    expect(fit.words.join(' ')).toContain('google and twin');
  });

  test('an experiment moves its channel towards what it measured and narrows it', async () => {
    const lifts = join(folder, 'lifts.csv');
    const before = channel(JSON.parse(plain) as Fit, 'meta');
    const spend = base.rows.slice(60, 88).reduce((sum, cells) => sum + Number(cells[3]), 0);
    const measured = 1.4 * before.roas.mean * spend;
    await writeFile(
      lifts,
      `channels,from,to,incremental_revenue,standard_error\nmeta,2024-03-01,2024-03-28,${measured},${measured / 25}\n`,
    );
    const after = channel(await fitOf(base, '--lifts', lifts), 'meta');
    expect(after.roas.mean).toBeGreaterThan(before.roas.mean * 1.05);
    expect(after.learning).toBeGreaterThan(before.learning);
  });

  test('60 days: exit code 3, and the day from which it will do', async () => {
    const short = { ...base, rows: base.rows.slice(0, 60) };
    const { code, out } = await timon(['mmm', '-'], { stdin: csvOf(short) });
    expect(code).toBe(3);
    expect(out).toContain('60 days of history');
    expect(out).toContain('1 April 2024');
    const json = await timon(['mmm', '-', '--json', '-', '--lang', 'es'], { stdin: csvOf(short) });
    expect(json.code).toBe(3);
    expect(JSON.parse(json.out)).toMatchObject({
      status: 'refused',
      channels: [],
      outcome: { requiredDays: 91, readyOn: '2024-04-01' },
    });
  });

  test('bad cells: row, column and value in both languages, exit code 2, no output file', async () => {
    const target = join(folder, 'never.json');
    const stdin =
      'date,revenue,spend:meta\n2024-01-01,10,1\n2024-01-02,ten,1\n2024-01-02,10,-4\n2024-01-05,10,\n';
    const { code, out, err } = await timon(['mmm', '-', '--json', target], { stdin });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/row 3, column revenue: "ten"/);
    expect(err).toMatch(/row 4, column spend:meta: "-4"/);
    expect(err).toMatch(/row 5, column spend:meta/);
    const spanish = await timon(['mmm', '-', '--lang', 'es'], { stdin });
    expect(spanish.err).toMatch(/fila 3, columna revenue: "ten"/);
    expect(await readdir(folder)).not.toContain('never.json');
  });

  test('experiments that the series cannot hear are faults of their own file', async () => {
    const lifts = join(folder, 'bad-lifts.csv');
    await writeFile(
      lifts,
      [
        'channels,from,to,incremental_revenue,standard_error',
        'radio,2024-03-01,2024-03-28,100,10',
        'google,2023-03-01,2023-03-28,100,10',
        'google,2024-07-20,2024-08-28,100,10',
      ].join('\n'),
    );
    const { code, err } = await timon(['mmm', '-', '--lifts', lifts], { stdin: csvOf(base) });
    expect(code).toBe(2);
    expect(err).toContain(lifts);
    expect(err).toMatch(/row 2, column channels: "radio" .* google, meta/);
    expect(err).toMatch(/row 3, column from: "2023-03-01"/);
    expect(err).toMatch(/row 4, column to: "2024-08-28"/);
  });

  test.each([
    [['--country', 'ZZ'], '--country ZZ'],
    [['--country', 'Spain'], '--country'],
    [['--threads', '9'], '--threads'],
    [['--seed', '-1'], '--seed'],
    [['--json', 'a', '--csv', 'b'], '--json and --csv'],
  ])('%j: one sentence and exit code 2', async (args, sentence) => {
    const { code, err } = await timon(['mmm', '-', ...args], { stdin: csvOf(base) });
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('tells a person at a terminal, in Spanish, what each channel brings, how it did in the past, and shows progress', async () => {
    const { code, out, err } = await timon(['mmm', '-', '--country', 'ES'], {
      stdin: csvOf(base),
      language: 'es',
      terminal: true,
    });
    expect(code).toBe(0);
    expect(out).toContain('210 días, del 1 de enero de 2024 al 28 de julio de 2024');
    expect(out).toMatch(/google +[\d.]+\s€ +[\d,]+ \([\d,]+ – [\d,]+\)/);
    expect(out).toContain('Previsiones probadas en el pasado');
    expect(out).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(err).toMatch(/Calculando: \d+ %/);
  });

  test('writes a row a channel as CSV', async () => {
    const target = join(folder, 'channels.csv');
    const { code } = await timon(['mmm', '-', '--no-backtest', '--csv', target], { stdin: csvOf(base) });
    expect(code).toBe(0);
    const [header = '', ...lines] = (await readFile(target, 'utf8')).trim().split('\n');
    expect(header).toContain('channel,spend,current_daily_spend,contribution');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['google', 'meta']);
    for (const line of lines) expect(line.split(',')).toHaveLength(header.split(',').length);
  });
});
