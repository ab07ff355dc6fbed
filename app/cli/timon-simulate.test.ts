import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarketingCsv } from '~/connectors/marketing-csv/read-marketing-csv';
import { dayFromNumber } from '~/domain/iso-day';
import { timon } from './fixtures/timon';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Parts {
  readonly total: number;
  readonly rows: readonly number[];
}
interface Truth {
  readonly rows: number;
  readonly mediaShare: number;
  readonly channels: readonly {
    readonly name: string;
    readonly spend: number;
    readonly contribution: Parts;
    readonly roas: number;
    readonly adstock: number;
    readonly halfSaturation: number;
    readonly slope: number;
    readonly beta: number;
    readonly effectiveness: { readonly start: number; readonly end: number };
  }[];
  readonly baseline: Parts;
  readonly noise: Parts;
}

function readSeries(text: string) {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  const cells = lines.map((line) => line.split(','));
  return {
    names,
    days: cells.map(([day]) => day ?? ''),
    column: (name: string) => cells.map((row) => Number(row[names.indexOf(name)])),
  };
}

async function simulated(...args: readonly string[]) {
  const target = join(folder, 'truth.json');
  const { code, out, err } = await timon(['simulate', ...args, '--truth', target]);
  expect([code, err]).toEqual([0, '']);
  return { text: out, series: readSeries(out), truth: JSON.parse(await readFile(target, 'utf8')) as Truth };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('timon simulate', () => {
  test('writes the columns that timon mmm reads, a row a day for three years from the first of 2022', async () => {
    const { code, out, err } = await timon(['simulate']);
    expect([code, err]).toEqual([0, '']);
    const { names, days } = readSeries(out);
    expect(names.join(',')).toBe(
      'date,revenue,spend:google,spend:meta,spend:tiktok,spend:youtube,spend:email,control:promotion,control:organic',
    );
    expect(days).toHaveLength(1096);
    expect([days[0], days[58], days[59], days.at(-1)]).toEqual([
      '2022-01-01',
      '2022-02-28',
      '2022-03-01',
      '2024-12-31',
    ]);
  });

  test('--weekly: a row every seven days, three years of them', async () => {
    const { days } = readSeries((await timon(['simulate', '--weekly', '--start', '2024-02-26'])).out);
    expect(days).toHaveLength(156);
    expect(days.slice(0, 2)).toEqual(['2024-02-26', '2024-03-04']);
  });

  test.each([
    ['clean', []],
    ['realistic', ['--weekly']],
    ['hard', ['--channels', '8', '--rows', '400']],
  ] as const)(
    '%s %j: contributions, baseline and noise of the truth are the revenue of the file to the last bit',
    async (world, args) => {
      const { series, truth } = await simulated('--world', world, '--seed', '3', ...args);
      const revenue = series.column('revenue');
      expect(truth.rows).toBe(revenue.length);
      const parts = [truth.noise, truth.baseline, ...truth.channels.map((channel) => channel.contribution)];
      for (const [row, value] of revenue.entries()) {
        const ofRow = parts.map(({ rows }) => rows[row] ?? NaN);
        expect(sum(ofRow)).toBe(value);
        expect(sum(ofRow.reverse())).toBe(value);
      }
      expect(sum(parts.map((part) => part.total))).toBe(sum(revenue));
    },
  );

  test('the truth says what the spend of the file causes, to half its grain of 1/1024', async () => {
    const { series, truth } = await simulated('--world', 'hard', '--seed', '2');
    for (const channel of truth.channels) {
      const { beta, adstock, halfSaturation, slope, effectiveness, contribution } = channel;
      const spend = series.column(`spend:${channel.name}`);
      expect(channel.spend).toBe(sum(spend));
      expect(channel.roas).toBe(contribution.total / channel.spend);
      expect(contribution.total).toBe(sum(contribution.rows));
      let stock = 0;
      for (const [row, money] of spend.entries()) {
        stock = (1 - adstock) * money + adstock * stock;
        const done = row / (spend.length - 1);
        const effect = effectiveness.start + (effectiveness.end - effectiveness.start) * done;
        const caused = stock > 0 ? (beta * effect) / (1 + (halfSaturation / stock) ** slope) : 0;
        // Beside half a grain, what rounding leaves of a thousand rows of adstock.
        expect(Math.abs((contribution.rows[row] ?? NaN) - caused)).toBeLessThanOrEqual(0.5 / 1024 + 1e-9);
      }
    }
    const media = sum(truth.channels.map(({ contribution }) => contribution.total));
    expect(truth.mediaShare).toBe(media / (media + truth.baseline.total));
    // One channel of a hard world fades to 40 %.
    expect(truth.channels.map(({ effectiveness }) => effectiveness.end).sort()).toEqual([
      expect.closeTo(0.4, 12),
      1,
      1,
      1,
      1,
    ]);
  });

  test('says under which options it came about', async () => {
    const { truth } = await simulated('--seed', '9', '--rows', '30', '--start', '1999-12-31');
    expect(truth).toMatchObject({
      engineVersion: expect.stringMatching(/^simulate-\d+$/) as string,
      world: 'realistic',
      seed: 9,
      granularity: 'daily',
      rows: 30,
      start: '1999-12-31',
      country: 'ES',
    });
  });

  test('the same options give the same bytes, in a file as on standard output; another seed, another shop', async () => {
    const args = ['--world', 'hard', '--seed', '5', '--rows', '200'];
    const [first, second, other] = [
      await simulated(...args),
      await simulated(...args),
      await simulated(...args, '--seed', '6'),
    ];
    expect(second.text).toBe(first.text);
    expect(second.truth).toEqual(first.truth);
    expect(other.series.column('revenue')).not.toEqual(first.series.column('revenue'));
    const target = join(folder, 'series.csv');
    expect(await timon(['simulate', ...args, '--csv', target])).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(target, 'utf8')).toBe(first.text);
  });

  test('--truth - writes the truth to standard output and the series to its file', async () => {
    const target = join(folder, 'beside.csv');
    const { out } = await timon(['simulate', '--rows', '20', '--csv', target, '--truth', '-']);
    expect((JSON.parse(out) as Truth).rows).toBe(20);
    expect(readSeries(await readFile(target, 'utf8')).days).toHaveLength(20);
  });

  test('whatever is allowed gives a series of plain decimals, none negative, that timon mmm reads as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('clean', 'realistic', 'hard'),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 14, max: 120 }),
        fc.constantFrom('1970-01-01', '2000-02-29', '2100-12-31'),
        fc.boolean(),
        async (world, seed, channels, rows, start, weekly) => {
          const words = { world, seed, channels, rows, start };
          const args = Object.entries(words).map(([name, value]) => `--${name}=${value}`);
          const { text, truth } = await simulated(...args, ...(weekly ? ['--weekly'] : []));
          const [header = '', ...lines] = text.trimEnd().split('\n');
          expect(lines).toHaveLength(rows);
          for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\d(,\d+(\.\d+)?)+$/);
          // Weeks are told from days by the days themselves.
          const read = await readMarketingCsv(Readable.from([Buffer.from(text)]));
          if (read.status !== 'ok') throw new Error(`refused: ${JSON.stringify(read.faults)}`);
          const { granularity, firstDay, revenue, channels: spends, controls } = read.series;
          expect([granularity, dayFromNumber(firstDay)]).toEqual([weekly ? 'weekly' : 'daily', start]);
          const names = [
            ...spends.map(({ name }) => `spend:${name}`),
            ...controls.map(({ name }) => `control:${name}`),
          ];
          expect(['date', 'revenue', ...names].join(',')).toBe(header);
          const columns = [
            revenue,
            ...spends.map(({ spend }) => spend),
            ...controls.map(({ values }) => values),
          ];
          for (const [i, line] of lines.entries()) {
            expect(columns.map((values) => values[i])).toEqual(line.split(',').slice(1).map(Number));
          }
          expect(truth.channels).toHaveLength(channels);
          // JSON has no NaN: it would stand there as null.
          expect(JSON.stringify(truth)).not.toContain('null');
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  test.each([
    [['--world', 'easy'], '--world: clean, realistic or hard, not easy'],
    [['--seed', '1.5'], '--seed: a whole number, not 1.5'],
    [['--channels', '0'], '--channels: a whole number from 1 to 8, not 0'],
    [['--channels', '9'], '--channels: a whole number from 1 to 8, not 9'],
    [['--rows', '13'], '--rows: a whole number from 14 to 10000, not 13'],
    [['--rows', '10001'], '--rows: a whole number from 14 to 10000, not 10001'],
    [['--start', '2022-02-29'], '--start: a day from 1970-01-01 to 2100-12-31, not 2022-02-29'],
    [['--start', '1969-12-31'], '--start: a day from 1970-01-01 to 2100-12-31, not 1969-12-31'],
    [['--start', '2101-01-01'], '--start: a day from 1970-01-01 to 2100-12-31, not 2101-01-01'],
    [['--truth', '-'], '--csv and --truth: two places, not - for both'],
    [['--csv', 'a.csv', '--truth', './a.csv'], '--csv and --truth: two places, not ./a.csv for both'],
    [['--lang', 'fr'], '--lang: en or es, not fr'],
    [['--world', 'easy', '--lang', 'es'], '--world: clean, realistic o hard, no easy'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['series.csv'], "Unexpected argument 'series.csv'"],
  ])('%j is refused with a sentence and the usage, exit code 2', async (args, words) => {
    const { code, out, err } = await timon(['simulate', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`timon simulate: ${words}`);
    expect(err).toContain(args.includes('es') ? 'Uso: timon simulate' : 'Usage: timon simulate');
  });

  test('a truth that cannot be written is told, exit code 2, and no series without it', async () => {
    const { code, out, err } = await timon(['simulate', '--truth', join(folder, 'no', 'such', 'truth.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('ENOENT');
  });
});
