import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import type { LiftTest } from '~/engine/mmm/lift-test';
import { readLiftTestsCsv } from './read-lift-tests-csv';

const NEEDED = 'channels,from,to,incremental_revenue,standard_error';
const ALL = `${NEEDED},measured_until,removed_share`;

function read(...lines: string[]) {
  return readLiftTestsCsv(Readable.from([Buffer.from(`${lines.join('\n')}\n`)]));
}

async function faultsOf(...lines: string[]) {
  const result = await read(...lines);
  if (result.status !== 'invalid') throw new Error(`accepted ${result.lifts.length} rows`);
  return result.faults.map(({ code, row, column, value }) => [code, row, column, value]);
}

const day = (text: string): number => dayNumber(isoDay(text));

describe('a file of experiments', () => {
  test('gives lift tests of the engine, with the rows they came from', async () => {
    const result = await read(
      ALL,
      'meta + Google Ads,2026-01-01,2026-01-28,"1,234.50",200,2026-02-04,0.5',
      'tv,2026-03-01,2026-03-01,-3,5e-1,,',
      'tv,2026-03-02,2026-03-03,-3,5,,1',
    );
    if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
    const lifts: readonly LiftTest[] = result.lifts;
    expect(lifts).toEqual([
      {
        channels: ['meta', 'Google Ads'],
        firstDay: day('2026-01-01'),
        lastDay: day('2026-01-28'),
        incrementalRevenue: 1234.5,
        standardError: 200,
        measuredUntil: day('2026-02-04'),
        removedShare: 0.5,
        rowNumber: 2,
      },
      expect.objectContaining({ channels: ['tv'], incrementalRevenue: -3, rowNumber: 3 }),
      expect.objectContaining({ removedShare: 1, rowNumber: 4 }),
    ]);
    expect(result.warnings).toEqual([]);
  });

  test('does without the optional columns, and takes columns in any order and writing', async () => {
    const result = await read(
      'Standard Error;Incremental-Revenue;To;From;Channels;note',
      '1,5;10;2026-01-02;2026-01-01;tv;x',
      '1,5;10;2026-01-02;2026-01-01;tv;y',
    );
    expect(result).toMatchObject({
      status: 'ok',
      lifts: [{ standardError: 1.5 }, { standardError: 1.5 }],
      warnings: [
        { code: 'repeated-rows', count: 1, firstRow: 3 },
        { code: 'column-ignored', column: 'note' },
      ],
    });
    expect(result.status === 'ok' && result.lifts[0]).not.toHaveProperty('measuredUntil');
  });

  test('each kind of fault is found where it is', async () => {
    expect(
      await faultsOf(
        ALL,
        ',2026-01-01,2026-01-02,1,1,,',
        'a++b,2026-01-01,2026-01-02,1,1,,',
        'a+A,2026-01-01,2026-01-02,1,1,,',
        'a,2026-01-03,2026-01-02,1,1,,',
        'a,2026-01-01,2026-02-30,,0,,',
        'a,2026-01-01,2026-01-02,many,-1,2026-01-01,0',
        'a,2026-01-01,2026-01-02,1,1,soon,1.01',
        'a,2026-01-01,2026-01-02,1,1,,50%',
        'a,2026-01-01,2026-01-02,1',
      ),
    ).toEqual([
      ['missing-channel', 2, 'channels', ''],
      ['missing-channel', 3, 'channels', 'a++b'],
      ['repeated-channel', 4, 'channels', 'a+A'],
      ['days-reversed', 5, 'to', '2026-01-02'],
      ['bad-date', 6, 'to', '2026-02-30'],
      ['missing-number', 6, 'incremental_revenue', ''],
      ['error-not-positive', 6, 'standard_error', '0'],
      ['bad-number', 7, 'incremental_revenue', 'many'],
      ['error-not-positive', 7, 'standard_error', '-1'],
      ['measured-too-early', 7, 'measured_until', '2026-01-01'],
      ['bad-share', 7, 'removed_share', '0'],
      ['bad-date', 8, 'measured_until', 'soon'],
      ['bad-share', 8, 'removed_share', '1.01'],
      ['bad-number', 9, 'removed_share', '50%'],
      ['column-count', 10, null, 'a | 2026-01-01 | 2026-01-02 | 1'],
    ]);
  });

  test.each([
    ['no rows', [NEEDED], [['no-rows', 1]]],
    [
      'no columns',
      ['a,b'],
      ['channels', 'from', 'to', 'incremental_revenue', 'standard_error'].map(() => ['missing-column', 1]),
    ],
    ['a column twice', [`${NEEDED},To`], [['repeated-column', 1]]],
  ])('%s', async (_, lines, expected) => {
    expect((await faultsOf(...lines)).map(([code, row]) => [code, row])).toEqual(expected);
  });
});
