import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import type { MarketingCsvOptions } from './contract';
import { readMarketingCsv } from './read-marketing-csv';

vi.setConfig({ testTimeout: 60_000 });

function read(text: string | Buffer, options: MarketingCsvOptions = {}) {
  return readMarketingCsv(Readable.from([Buffer.from(text)]), options);
}

async function seriesOf(text: string, options: MarketingCsvOptions = {}) {
  const result = await read(text, options);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
  return result.series;
}

async function faultsOf(text: string | Buffer) {
  const result = await read(text);
  if (result.status !== 'invalid') throw new Error(`accepted ${result.rows} rows`);
  return result.faults.map(({ code, row, column, value }) => [code, row, column, value]);
}

const codesOf = async (text: string | Buffer) => (await faultsOf(text)).map(([code, row]) => [code, row]);

/** A file of one channel with these rows of date, revenue and spend. */
const file = (...rows: string[]): string => ['date,revenue,spend:meta', ...rows, ''].join('\n');
const days = (first: string, count: number, step = 1): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(`${first}T00:00:00Z`) + i * step * 86_400_000).toISOString().slice(0, 10),
  );
const filled = (dates: readonly string[]): string => file(...dates.map((date) => `${date},10,1`));

describe('date,revenue,spend:<channel>,control:<name>', () => {
  test('daily rows, columns in any order and case, names as they are written', async () => {
    const series = await seriesOf(
      'Spend: Meta Ads,DATE,control:Clicks,Revenue,spend:google\n1.5,2026-01-30,7,100,2\n0,2026-01-31,-8,0,3\n',
    );
    expect(series).toEqual({
      granularity: 'daily',
      firstDay: dayNumber(isoDay('2026-01-30')),
      revenue: Float64Array.of(100, 0),
      channels: [
        { name: 'Meta Ads', spend: Float64Array.of(1.5, 0) },
        { name: 'google', spend: Float64Array.of(2, 3) },
      ],
      controls: [{ name: 'Clicks', values: Float64Array.of(7, -8) }],
    });
  });

  test('rows seven days apart are weekly', async () => {
    expect(await seriesOf(filled(days('2025-12-29', 5, 7)))).toMatchObject({
      granularity: 'weekly',
      firstDay: dayNumber(isoDay('2025-12-29')),
    });
  });

  test('byte order mark, semicolons, decimal commas, CRLF, quotes, blank lines and a tail of empty cells', async () => {
    const text =
      '\uFEFF"date";"revenue";"spend:a;b";\r\n2026-01-30;"1.234,567";7,5;\r\n\r\n2026-01-31;(3,00);1e3;\r\n;;;\r\n';
    const result = await read(text);
    expect(result).toMatchObject({ status: 'ok', rows: 2, warnings: [{ code: 'negative-revenue' }] });
    expect(result.status === 'ok' && result.series).toMatchObject({
      revenue: Float64Array.of(1234.567, -3),
      channels: [{ name: 'a;b', spend: Float64Array.of(7.5, 1000) }],
    });
  });

  test('without semicolons the numbers of the file tell whether its comma is decimal', async () => {
    const rows = (numbers: readonly string[]) =>
      ['date\trevenue\tspend:a', ...numbers.map((number, i) => `2026-01-0${i + 1}\t${number}\t0`), ''].join(
        '\n',
      );
    expect((await seriesOf(rows(['1,234', '12,5', '0,125']))).revenue).toEqual(
      Float64Array.of(1.234, 12.5, 0.125),
    );
    expect((await seriesOf(rows(['1,234', '12.5', '1']))).revenue).toEqual(Float64Array.of(1234, 12.5, 1));
    expect(await faultsOf(rows(['1,234', '12,5', '12.5']))).toEqual([
      ['ambiguous-number', 2, 'revenue', '1,234'],
    ]);
  });

  test('a time without an offset keeps its day, one with an offset needs a zone or be midnight', async () => {
    const text = file('2026-01-30T00:00:00+01:00,1,1', '2026-01-31 12:30,1,1');
    expect((await seriesOf(text)).firstDay).toBe(dayNumber(isoDay('2026-01-30')));
    const late = file('2026-01-30T23:00:00Z,1,1', '2026-02-01,1,1');
    expect(await codesOf(late)).toEqual([['ambiguous-date', 2]]);
    expect((await seriesOf(late, { timeZone: 'Europe/Madrid' })).firstDay).toBe(
      dayNumber(isoDay('2026-01-31')),
    );
  });

  test('days of no revenue and channels of no spend are fine; one row is a daily series', async () => {
    const series = await seriesOf(file('2026-01-30,0,0'));
    expect(series).toMatchObject({ granularity: 'daily', revenue: Float64Array.of(0) });
  });

  test('unsorted days are sorted and told, with the first row that stands too low', async () => {
    const result = await read(file('2026-01-02,2,0', '2026-01-03,3,0', '2026-01-01,1,0', '2026-01-04,-4,0'));
    expect(result.status === 'ok' && result.series.revenue).toEqual(Float64Array.of(1, 2, 3, -4));
    expect(result).toMatchObject({
      warnings: [
        { code: 'unsorted-rows', count: 1, firstRow: 4 },
        { code: 'negative-revenue', count: 1, firstRow: 5 },
      ],
    });
  });

  test('other columns are told and not read, whatever is in them and however often; an empty one is not worth a word', async () => {
    const result = await read(
      'date,revenue,spend:a,truth,truth,,\n2026-01-01,1,2,NaN,x,,\n2026-01-02,1,2,,,,9\n',
    );
    expect(result.status === 'ok' && result.warnings.map(({ code, column }) => [code, column])).toEqual([
      ['column-ignored', 'truth'],
      ['column-ignored', 'truth'],
      ['column-ignored', ''],
    ]);
    expect(result.status === 'ok' && result.warnings[0]?.advice).toContain('spend:<channel>');
  });

  test('names that a record would trip over stay names', async () => {
    const { channels } = await seriesOf('date,revenue,spend:__proto__,spend:constructor\n2026-01-01,1,2,3\n');
    expect(channels.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('faults name row, column and value', () => {
  test('each kind of bad cell is found where it is', async () => {
    const cells = ['twelve', '', 'NaN', '-Infinity', '-1', '1e16', '1e400', '5 €', '7%', '0x10', '1.2.3'];
    expect(await faultsOf(file(...cells.map((cell, i) => `2026-01-${i + 10},1,${cell}`)))).toEqual([
      ['bad-number', 2, 'spend:meta', 'twelve'],
      ['missing-number', 3, 'spend:meta', ''],
      ['bad-number', 4, 'spend:meta', 'NaN'],
      ['bad-number', 5, 'spend:meta', '-Infinity'],
      ['negative-spend', 6, 'spend:meta', '-1'],
      ['number-too-large', 7, 'spend:meta', '1e16'],
      ['number-too-large', 8, 'spend:meta', '1e400'],
      ['bad-number', 9, 'spend:meta', '5 €'],
      ['bad-number', 10, 'spend:meta', '7%'],
      ['bad-number', 11, 'spend:meta', '0x10'],
      ['bad-number', 12, 'spend:meta', '1.2.3'],
    ]);
  });

  test('days that do not exist, other orders of day and month, and rows of another width', async () => {
    const rows = ['2026-02-30,1,1', '31/01/2026,1,1', ',1,1', '2026-01-01,1', '2026-01-01,1,1,1'];
    expect(await faultsOf(file(...rows))).toEqual([
      ['bad-date', 2, 'date', '2026-02-30'],
      ['bad-date', 3, 'date', '31/01/2026'],
      ['bad-date', 4, 'date', ''],
      ['column-count', 5, null, '2026-01-01 | 1'],
      ['column-count', 6, null, '2026-01-01 | 1 | 1 | 1'],
    ]);
  });

  test('a day that is twice names both rows', async () => {
    const result = await read(filled(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-02']));
    expect(result).toMatchObject({
      faultCount: 1,
      faults: [{ code: 'duplicate-day', row: 5, column: 'date', value: '2026-01-02' }],
    });
    if (result.status === 'invalid') {
      expect(result.faults[0]?.advice).toContain('Row 3 already');
      expect(result.faults[0]?.spanishAdvice).toContain('La fila 3 ya');
    }
  });

  test('missing days are named at the row after them, also in an unsorted file', async () => {
    const dates = days('2026-01-01', 12).filter((_, i) => i !== 2 && i !== 6 && i !== 7);
    expect(await faultsOf(filled(dates))).toEqual([
      ['missing-rows', 4, 'date', '2026-01-03'],
      ['missing-rows', 7, 'date', '2026-01-07/2026-01-08'],
    ]);
    expect(await faultsOf(filled(dates.toReversed()))).toEqual([
      ['missing-rows', 5, 'date', '2026-01-07/2026-01-08'],
      ['missing-rows', 8, 'date', '2026-01-03'],
    ]);
  });

  test('a missing week in a daily file is a gap, not a week; a missing week in a weekly file too', async () => {
    const daily = days('2026-01-01', 20).filter((_, i) => i < 8 || i > 13);
    expect(await faultsOf(filled(daily))).toEqual([['missing-rows', 10, 'date', '2026-01-09/2026-01-14']]);
    const weekly = days('2026-01-05', 8, 7).filter((_, i) => i !== 4);
    expect(await faultsOf(filled(weekly))).toEqual([['missing-rows', 6, 'date', '2026-02-02']]);
  });

  test('a stray row in a weekly file is reported, and nothing but it', async () => {
    const dates = [...days('2026-01-05', 4, 7), '2026-01-29', ...days('2026-02-02', 4, 7)];
    expect(await faultsOf(filled(dates))).toEqual([['mixed-spacing', 6, 'date', '2026-01-29']]);
  });

  test('days that become weeks, and weeks that become days, are told once, at the first row out of step', async () => {
    const toWeeks = [...days('2026-01-01', 20), ...days('2026-01-27', 4, 7)];
    expect(await faultsOf(filled(toWeeks))).toEqual([['mixed-spacing', 22, 'date', '2026-01-27']]);
    const toDays = [...days('2026-01-05', 20, 7), ...days('2026-05-19', 10)];
    expect(await faultsOf(filled(toDays))).toEqual([['mixed-spacing', 22, 'date', '2026-05-19']]);
  });

  test('months are neither days nor weeks', async () => {
    const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    expect(await faultsOf(filled(months))).toEqual([['unknown-spacing', 3, 'date', '2026-02-01']]);
  });

  test('working days alone miss their weekends', async () => {
    const dates = days('2026-01-05', 14).filter((_, i) => i % 7 < 5);
    expect(await faultsOf(filled(dates))).toEqual([['missing-rows', 7, 'date', '2026-01-10/2026-01-11']]);
  });

  test('a row that could not be read is not reported again as a missing day', async () => {
    expect(await codesOf(filled(['2026-01-01', '2026-01-0x', '2026-01-03']))).toEqual([['bad-date', 3]]);
  });

  test('the first 20 by row are listed, all are counted', async () => {
    const rows = days('2020-01-01', 60).map((date) => `${date},1,x`);
    const result = await read(file(...rows, ...rows));
    expect(result).toMatchObject({ status: 'invalid', faultCount: 120 + 60 });
    if (result.status !== 'invalid') return;
    expect(result.faults.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  });

  test.each([
    ['an empty file', '', 'empty-file'],
    ['a header alone', 'date,revenue,spend:a\n', 'no-rows'],
    ['no date', 'day,revenue,spend:a\n2026-01-01,1,1\n', 'missing-column'],
    ['no revenue', 'date,sales,spend:a\n2026-01-01,1,1\n', 'missing-column'],
    ['no channel', 'date,revenue,control:a\n2026-01-01,1,1\n', 'no-channels'],
    ['a channel without a name', 'date,revenue,spend: \n2026-01-01,1,1\n', 'unnamed-column'],
    [
      'a channel twice',
      'date,revenue,spend:Meta  Ads,SPEND: meta ads\n2026-01-01,1,1,1\n',
      'repeated-column',
    ],
    ['the date twice', 'date,Date ,revenue,spend:a\n2026-01-01,2026-01-01,1,1\n', 'repeated-column'],
    ['an open quote', 'date,revenue,spend:a\n2026-01-01,"1,1\n', 'malformed'],
    ['UTF-16', Buffer.from('\uFEFFdate\trevenue\tspend:a\n', 'utf16le'), 'not-utf8'],
    ['Latin-1 names', Buffer.from('date,revenue,spend:a\xf1o\n2026-01-01,1,1\n', 'latin1'), 'not-utf8'],
  ])('%s', async (_, text, code) => {
    expect((await codesOf(text)).map(([found]) => found)).toEqual([code]);
  });

  test('more than 60 channels or controls, and more than 20,000 rows', async () => {
    const many = (kind: string) => Array.from({ length: 61 }, (_, i) => `${kind}:${i}`).join(',');
    expect(await codesOf(`date,revenue,${many('spend')}\n`)).toEqual([['too-many-channels', 1]]);
    expect(await codesOf(`date,revenue,spend:a,${many('control')}\n`)).toEqual([['too-many-controls', 1]]);
    expect((await seriesOf(filled(days('1970-01-01', 20_000)))).revenue).toHaveLength(20_000);
    expect(await codesOf(filled(days('1970-01-01', 20_001)))).toEqual([['too-many-rows', 20_002]]);
  });

  test('a path that is not there is a fault and no exception', async () => {
    expect(await readMarketingCsv('/no/such/file.csv')).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'cannot-read' }],
    });
  });
});
