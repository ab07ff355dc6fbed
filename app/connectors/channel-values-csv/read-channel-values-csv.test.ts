import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readChannelValuesCsv } from './read-channel-values-csv';

const read = (text: string) => readChannelValuesCsv(Readable.from([Buffer.from(text)]));

async function valuesOf(text: string) {
  const result = await read(text);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result.faults));
  return result.values;
}

async function valueOf(text: string) {
  const [value, ...others] = await valuesOf(text);
  if (value === undefined || others.length > 0) throw new Error('not one row');
  return value;
}

async function faultsOf(text: string) {
  const result = await read(text);
  if (result.status === 'ok') throw new Error(`accepted ${result.values.length} rows`);
  return result.faults.map(({ code, row, column, value }) => [code, row, column, value]);
}

const HEADER = 'channel,multiplier,low,high';

describe('channel,multiplier,low,high', () => {
  test('by hand: the mean as given, the spread from the 90 % range', async () => {
    const { channel, logMean, logSd } = await valueOf(`${HEADER}\nmeta,2.5,2,3.2\n`);
    expect(channel).toBe('meta');
    expect(Math.exp(logMean + logSd ** 2 / 2)).toBeCloseTo(2.5, 12);
    expect(logSd).toBeCloseTo(Math.log(3.2 / 2) / (2 * 1.6448536269514722), 12);
  });

  test('as timon clv writes it, with logarithms, other columns and a row for all other channels', async () => {
    const text =
      'channel,customers,multiplier,low,high,log_mean,log_sd\n' +
      'google,809,2.8641303,2.6034105,3.1428712,1.0510,0.0572\n' +
      '*,2994,3.4630,1.1905,7.3998,1.0879,0.5554\n';
    expect(await valuesOf(text)).toStrictEqual([
      { channel: 'google', logMean: 1.051, logSd: 0.0572 },
      { channel: '*', logMean: 1.0879, logSd: 0.5554 },
    ]);
  });

  test('semicolons, decimal commas, any order and case of the columns, blank lines', async () => {
    const text = '\uFEFFHigh;Channel;Low;Multiplier\r\n3,2;Núñez & Co;2;2,5\r\n\r\n';
    const { channel, logMean, logSd } = await valueOf(text);
    expect(channel).toBe('Núñez & Co');
    expect(logMean + logSd ** 2 / 2).toBeCloseTo(Math.log(2.5), 12);
  });

  test('a name that was written with an apostrophe against formulas is read without it', async () => {
    expect(
      (await valuesOf(`${HEADER}\n'@brand,2,1,3\n"'s Heeren",2,1,3\n`)).map(({ channel }) => channel),
    ).toEqual(['@brand', "'s Heeren"]);
  });
});

describe('faults name row, column, value and what to do', () => {
  test('each kind is found where it is', async () => {
    const text = [
      'channel,multiplier,low,high,log_mean,log_sd',
      'meta,2,1,3,,',
      ',2,1,3,,',
      'Meta,2,1,3,,',
      'a,two,1,3,,',
      'b,2,,3,,',
      'c,0,-1,3,,',
      'd,4,1,3,,',
      'e,2,1,3,1.5,0.334',
      'f,2,1,3,0.637,',
      'g,2,1',
    ].join('\n');
    expect(await faultsOf(text)).toStrictEqual([
      ['missing-channel', 3, 'channel', ''],
      ['repeated-channel', 4, 'channel', 'Meta'],
      ['bad-number', 5, 'multiplier', 'two'],
      ['missing-number', 6, 'low', ''],
      ['not-positive', 7, 'multiplier', '0'],
      ['not-positive', 7, 'low', '-1'],
      ['not-ascending', 8, 'multiplier', '4'],
      ['logs-differ', 9, 'log_mean', '1.5'],
      ['missing-number', 10, 'log_sd', ''],
      ['column-count', 11, null, 'g | 2 | 1'],
    ]);
  });

  test('in both languages, as sentences', async () => {
    const result = await read(`${HEADER}\nmeta,4,1,3\n,0,1,2\n`);
    if (result.status === 'ok') throw new Error('accepted');
    for (const { advice, spanishAdvice } of result.faults) {
      expect(advice).toMatch(/\.$/);
      expect(spanishAdvice).toMatch(/\.$/);
      expect(spanishAdvice).not.toBe(advice);
    }
  });

  test.each([
    ['an empty file', '', [['empty-file', 1, null, '']]],
    ['a header alone', HEADER, [['no-rows', 1, null, '']]],
    [
      'no range',
      'channel,multiplier\nmeta,2\n',
      [
        ['missing-column', 1, 'low', 'channel,multiplier'],
        ['missing-column', 1, 'high', 'channel,multiplier'],
      ],
    ],
    ['a column twice', `${HEADER},Low\nmeta,2,1,3,1\n`, [['repeated-column', 1, 'Low', `${HEADER},Low`]]],
  ])('%s', async (_, text, faults) => {
    expect(await faultsOf(text)).toStrictEqual(faults);
  });

  test('a path that is not there', async () => {
    expect(await readChannelValuesCsv('/no/such/file.csv')).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'cannot-read' }],
    });
  });
});
