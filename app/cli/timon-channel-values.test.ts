import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readChannelValuesCsv } from '~/connectors/channel-values-csv/read-channel-values-csv';
import { simulatedRows, timon } from './fixtures/timon';

interface Value {
  readonly channel: string;
  readonly customers: number;
  readonly multiplier: { readonly mean: number; readonly low: number; readonly high: number };
  readonly logMean: number;
  readonly logSd: number;
}

let folder = '';
let orders = '';
let plain = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timon-channels-'));
  orders = join(folder, 'orders.csv');
  plain = join(folder, 'plain.csv');
  const rows = simulatedRows();
  // Every third customer comes by google, one in seven from nobody knows where.
  const channelOf = (row: string) => {
    const customer = Number(/^c(\d+)/.exec(row)?.[1]);
    if (customer % 7 === 0) return '';
    return customer % 3 === 0 ? 'google' : '@meta';
  };
  await writeFile(
    orders,
    ['customer_id,order_date,revenue,channel', ...rows.map((row) => `${row},${channelOf(row)}`)].join('\n'),
  );
  await writeFile(plain, ['customer_id,order_date,revenue', ...rows].join('\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('timon clv with the column channel', () => {
  test('says in its JSON what new customers of each channel are worth', async () => {
    const { code, out } = await timon(['clv', orders, '--json', '-']);
    expect(code).toBe(0);
    const { channelValues } = JSON.parse(out) as { readonly channelValues: readonly Value[] };
    expect(channelValues.map(({ channel }) => channel)).toStrictEqual(['@meta', 'google', '*']);
    for (const { customers, multiplier } of channelValues) {
      expect(customers).toBeGreaterThan(50);
      expect(multiplier.low).toBeLessThan(multiplier.mean);
      expect(multiplier.mean).toBeLessThan(multiplier.high);
      expect(multiplier.mean).toBeGreaterThan(1);
    }
    // All customers follow one law: neither channel is shown to be better.
    const [meta = 0, google = 1] = channelValues.map(({ logMean }) => logMean);
    expect(Math.abs(meta - google)).toBeLessThan(0.5);
  });

  test('writes them as the CSV that is read back as it was, beside the answer', async () => {
    const target = join(folder, 'values.csv');
    const { code, out } = await timon(['clv', orders, '--json', '-', '--channel-values', target]);
    expect(code).toBe(0);
    const text = await readFile(target, 'utf8');
    expect(text.split('\n')[0]).toBe('channel,customers,multiplier,low,high,log_mean,log_sd');
    const { channelValues } = JSON.parse(out) as { readonly channelValues: readonly Value[] };
    expect(await readChannelValuesCsv(target)).toStrictEqual({
      status: 'ok',
      values: channelValues.map(({ channel, logMean, logSd }) => ({ channel, logMean, logSd })),
    });
  });

  test('changes nothing about the customers', async () => {
    const customersOf = async (file: string) =>
      (JSON.parse((await timon(['clv', file, '--json', '-'])).out) as { readonly customers: unknown })
        .customers;
    expect(await customersOf(orders)).toStrictEqual(await customersOf(plain));
  });
});

describe('timon clv --channel-values without them', () => {
  test.each([
    ['en', 'timon clv: the file has no column "channel"'],
    ['es', 'timon clv: el fichero no tiene la columna "channel"'],
  ])('says in %s that the column lacks, writes no file, exits with 2', async (language, sentence) => {
    const target = join(folder, 'none.csv');
    const { code, err } = await timon(['clv', plain, '--lang', language, '--channel-values', target]);
    expect([code, err.startsWith(sentence)]).toStrictEqual([2, true]);
    expect(await readdir(folder)).not.toContain('none.csv');
  });

  test('says that no channel is known where all cells are empty', async () => {
    const empty = join(folder, 'empty.csv');
    const rows = simulatedRows().map((row) => `${row},`);
    await writeFile(empty, ['customer_id,order_date,revenue,channel', ...rows].join('\n'));
    const { code, err } = await timon(['clv', empty, '--channel-values', join(folder, 'none.csv')]);
    expect(code).toBe(2);
    expect(err).toContain('no customer with a known channel');
  });

  test('ranks by rules and exits with 3 where there is too little data for a model', async () => {
    const stdin = 'customer_id,order_date,revenue,channel\na,2026-01-01,5,meta\nb,2026-01-02,5,meta\n';
    const { code, out } = await timon(
      ['clv', '-', '--json', '-', '--channel-values', join(folder, 'none.csv')],
      {
        stdin,
      },
    );
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ status: 'rules', channelValues: null });
  });

  test('wants another file than the answer, and gives null without the column', async () => {
    const same = await timon(['clv', orders, '--json', '-', '--channel-values', '-']);
    expect(same.code).toBe(2);
    expect(same.err).toContain('--channel-values: choose another file');
    expect(JSON.parse((await timon(['clv', plain, '--json', '-'])).out)).toMatchObject({
      channelValues: null,
    });
  });
});
