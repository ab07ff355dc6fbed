import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LISTED_FAULTS } from '../csv/fault-list';
import type { LiftTestsCsvResult, MarketingCsvResult, MarketingFaultCode } from './contract';
import { randomSeries, randomStyle } from './fixtures/random-series';
import { PLAIN_SERIES, tableOf, textOf } from './fixtures/series-text';
import { readLiftTestsCsv } from './read-lift-tests-csv';
import { readMarketingCsv } from './read-marketing-csv';

vi.setConfig({ testTimeout: 120_000 });

const SEED = 20264;

const read = (bytes: string | Buffer) => readMarketingCsv(Readable.from([Buffer.from(bytes)]));
const readLifts = (bytes: Buffer) => readLiftTestsCsv(Readable.from([bytes]));

/** What is wrong with a list of faults, in words. */
function listFaults(
  result: Extract<MarketingCsvResult | LiftTestsCsvResult, { status: 'invalid' }>,
): readonly string[] {
  const { faults, faultCount } = result;
  const wrong: string[] = [];
  if (faultCount < 1 || faults.length !== Math.min(LISTED_FAULTS, faultCount))
    wrong.push(`${faults.length} of ${faultCount}`);
  for (const { code, row, value, advice, spanishAdvice } of faults) {
    if (!(Number.isInteger(row) && row >= 1)) wrong.push(`${code} in row ${row}`);
    for (const words of [advice, spanishAdvice]) {
      if (!/^[^{}]+\.$/.test(words)) wrong.push(`${code} advises: ${words}`);
    }
    if (value.length > 60) wrong.push(`${code} tells ${value.length} letters`);
  }
  return wrong;
}

/** An answer whose every number is one, or faults that are told well. */
function outcomeFaults(result: MarketingCsvResult): readonly string[] {
  if (result.status === 'invalid') return listFaults(result);
  const { series, rows } = result;
  const wrong: string[] = [];
  if (!Number.isInteger(series.firstDay) || rows < 1) wrong.push(`${rows} rows from ${series.firstDay}`);
  if (series.channels.length === 0) wrong.push('no channel');
  for (const [name, values, least] of [
    ['revenue', series.revenue, -1e15],
    ...series.channels.map(({ name, spend }) => [name, spend, 0] as const),
    ...series.controls.map(({ name, values }) => [name, values, -1e15] as const),
  ] as const) {
    if (values.length !== rows) wrong.push(`${name} has ${values.length} of ${rows} rows`);
    if (!values.every((value) => value >= least && value <= 1e15)) wrong.push(`${name} holds no number`);
  }
  return wrong;
}

interface Breakage {
  readonly at: 'date' | 'revenue' | 'spend' | 'row';
  readonly code: MarketingFaultCode;
  readonly text: string;
}

const BREAKAGES: readonly Breakage[] = [
  ...(['revenue', 'spend'] as const).flatMap((at) => [
    ...['twelve', 'NaN', '-Infinity', '12.90 €', '--5', '1.2.3', '0x10', '٣', '5%'].map((text): Breakage => ({
      at,
      code: 'bad-number',
      text,
    })),
    { at, code: 'missing-number', text: '' } as const,
    { at, code: 'number-too-large', text: '9'.repeat(16) } as const,
    { at, code: 'number-too-large', text: '1e16' } as const,
  ]),
  { at: 'spend', code: 'negative-spend', text: '-0.01' },
  ...['2026-02-30', '31/01/2026', 'never', '', '2026-13-01', '20260131', '2026-01-31T25:00:00Z'].map(
    (text): Breakage => ({ at: 'date', code: 'bad-date', text }),
  ),
  { at: 'date', code: 'ambiguous-date', text: '2026-01-31T23:00:00Z' },
  { at: 'row', code: 'column-count', text: 'one too many' },
  { at: 'row', code: 'column-count', text: '' },
];

describe('1,600 random files of revenue and spend', () => {
  test('400 series come back from their text bit for bit, whatever spreadsheet wrote it and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(randomSeries, randomStyle, fc.boolean(), async (series, style, reversed) => {
        const [header = [], ...rows] = tableOf(series, style);
        const result = await read(textOf([header, ...(reversed ? rows.toReversed() : rows)], style));
        expect(result).toMatchObject({ status: 'ok', rows: rows.length });
        expect(result.status === 'ok' && result.series).toEqual(series);
      }),
      { seed: SEED, numRuns: 400, endOnFailure: true },
    );
  });

  test('500 files with broken rows: every fault by kind, row and column, the first 20 of them', async () => {
    const reached = new Map<MarketingFaultCode, number>();
    const breakages = fc.array(fc.option(fc.constantFrom(...BREAKAGES)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(randomSeries, breakages, async (series, [first, ...others]) => {
        const chosen = [first ?? BREAKAGES[0], ...others];
        const table = tableOf(series);
        const header = table[0] ?? [];
        const expected = table.slice(1).flatMap((cells, i) => {
          const breakage = chosen[i % chosen.length];
          if (!breakage) return [];
          const { at, code, text } = breakage;
          const place = { date: 0, revenue: 1, spend: 2, row: -1 }[at];
          if (place >= 0) cells[place] = text;
          else if (text === '') cells.pop();
          else cells.push(text);
          return [{ code, row: i + 2, column: header[place] ?? null }];
        });
        const result = await read(textOf(table));
        // A file whose every row has its faults in the numbers keeps its days: nothing else may be found.
        expect(result).toMatchObject({ status: 'invalid', faultCount: expected.length });
        if (result.status !== 'invalid') return;
        expect(listFaults(result)).toEqual([]);
        const found = result.faults.map(({ code, row, column }) => ({ code, row, column }));
        expect(found).toEqual(expected.slice(0, LISTED_FAULTS));
        for (const { code } of expected) reached.set(code, (reached.get(code) ?? 0) + 1);
      }),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    );
    for (const code of new Set(BREAKAGES.map((breakage) => breakage.code))) {
      expect(reached.get(code)).toBeGreaterThan(50);
    }
  });

  test('200 files without one of their rows, or with one twice, are told which', async () => {
    const place = fc.nat({ max: 1_000_000 });
    await fc.assert(
      fc.asyncProperty(randomSeries, place, fc.boolean(), async (series, at, twice) => {
        // Of fewer rows the spacing could not be told.
        fc.pre(series.revenue.length >= 6);
        const table = tableOf(series);
        const row = 2 + (at % (table.length - 3));
        const [date = ''] = table[row] ?? [];
        table.splice(row, twice ? 0 : 1, ...(twice ? [table[row] ?? []] : []));
        const result = await read(textOf(table));
        const code = twice ? 'duplicate-day' : 'missing-rows';
        expect(result).toMatchObject({
          faultCount: 1,
          faults: [{ code, row: twice ? row + 2 : row + 1, value: date }],
        });
      }),
      { seed: SEED, numRuns: 200, endOnFailure: true },
    );
  });

  test('500 files of bytes, alone, behind a header, in the middle of a file, cut, or in UTF-16: refused or answered soundly', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const kinds = fc.constantFrom('alone', 'behind', 'middle', 'cut', 'utf16');
    await fc.assert(
      fc.asyncProperty(
        randomSeries,
        randomStyle,
        bytes,
        place,
        kinds,
        async (series, style, noise, share, kind) => {
          const table = tableOf(series, style);
          const whole = Buffer.from(textOf(table, style));
          const at = Math.floor(share * whole.length);
          const file = {
            alone: Buffer.from(noise),
            behind: Buffer.concat([Buffer.from(textOf(table.slice(0, 1), style)), noise]),
            middle: Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]),
            cut: whole.subarray(0, at),
            utf16: Buffer.from(`\uFEFF${textOf(table, style)}`, 'utf16le'),
          }[kind];
          expect(outcomeFaults(await read(file))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    );
  });
});

test('300 files of experiments with bytes in the middle are refused or answered soundly', async () => {
  const table = [
    'channels,from,to,incremental_revenue,standard_error,measured_until,removed_share'.split(','),
    ...Array.from({ length: 5 }, (_, i) => [
      'meta+tv',
      '2026-01-01',
      `2026-01-1${i}`,
      '10.5',
      '2',
      '',
      '0.5',
    ]),
  ];
  const whole = Buffer.from(textOf(table, PLAIN_SERIES));
  const byte = fc.oneof(fc.constantFrom(...Buffer.from('0123456789-+.,;"\n\re')), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 8 }), fc.nat({ max: whole.length }), async (noise, at) => {
      const result = await readLifts(
        Buffer.concat([whole.subarray(0, at), Buffer.from(noise), whole.subarray(at)]),
      );
      if (result.status === 'invalid') {
        expect(listFaults(result)).toEqual([]);
        return;
      }
      for (const lift of result.lifts) {
        expect(lift.lastDay).toBeGreaterThanOrEqual(lift.firstDay);
        expect(lift.standardError).toBeGreaterThan(0);
        expect(Number.isFinite(lift.incrementalRevenue)).toBe(true);
      }
    }),
    { seed: SEED, numRuns: 300, endOnFailure: true },
  );
});
