import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CsvFault, ValueOrdersFileResult } from '~/services/value-orders-file';
import { answerFaults } from './fixtures/answer-faults';
import { brokenTable } from './fixtures/broken-table';
import { PLAIN_TEXT, tableOf, textOf, textStyle } from './fixtures/orders-text';
import { randomShop } from './fixtures/random-shop';
import { valueText } from './fixtures/value-text';

vi.setConfig({ testTimeout: 300_000 });

const LISTED = 20;
const SEED = 20260;

const shop = randomShop({
  buyers: { minLength: 1, maxLength: 5 },
  days: [1, 120, 1000],
  kinds: ['one-timer', 'regular', 'mixed'],
});

/** What is wrong with a list of faults, in words. */
function listFaults(result: ValueOrdersFileResult): readonly string[] {
  if (result.status !== 'invalid') return ['accepted'];
  const { faults, faultCount } = result;
  const wrong: string[] = [];
  if (faultCount < 1 || faults.length !== Math.min(LISTED, faultCount))
    wrong.push(`${faults.length} of ${faultCount}`);
  for (const { code, row, value, advice } of faults) {
    if (!(Number.isInteger(row) && row >= 1)) wrong.push(`${code} in row ${row}`);
    if (!/^\S.*[.)]$/.test(advice)) wrong.push(`${code} without advice`);
    if (value.length > 60) wrong.push(`${code} tells ${value.length} letters`);
  }
  return wrong;
}

/** An answer that is sound, or faults that are told well. */
async function outcomeFaults(bytes: Buffer): Promise<readonly string[]> {
  const result = await valueText(bytes);
  return result.status === 'invalid'
    ? listFaults(result)
    : answerFaults({ ...result, customers: [...result.customers()] });
}

describe('2,500 random files that are broken are told what is wrong with them, and never crash the reader', () => {
  test('1,300 files with broken cells and ragged rows: every fault by kind, row and column, the first 20 of them', async () => {
    const reached = new Map<CsvFault['code'], number>();
    let long = 0;
    await fc.assert(
      fc.asyncProperty(brokenTable, async ({ table, style, expected }) => {
        const result = await valueText(textOf(table, style));
        expect(listFaults(result)).toEqual([]);
        if (result.status !== 'invalid') return;
        expect(result.faultCount).toBe(expected.length);
        expect(result.faults.map(({ code, row, column }) => ({ code, row, column }))).toEqual(
          expected.slice(0, LISTED),
        );
        if (expected.length > LISTED) long++;
        for (const { code } of expected) reached.set(code, (reached.get(code) ?? 0) + 1);
      }),
      { seed: SEED, numRuns: 1300, endOnFailure: true },
    );
    for (const code of [
      'bad-amount',
      'missing-amount',
      'amount-too-large',
      'bad-date',
      'missing-customer',
      'column-count',
    ] as const) {
      expect(reached.get(code)).toBeGreaterThan(100);
    }
    expect(long).toBeGreaterThan(50);
  });

  test('400 files with a broken beginning: empty, a header alone, a column missing or twice', async () => {
    const kinds = fc.constantFrom('empty-file', 'no-rows', 'missing-column', 'repeated-column');
    await fc.assert(
      fc.asyncProperty(shop, textStyle, kinds, fc.boolean(), async (orders, style, kind, first) => {
        const table = tableOf(orders, style);
        const header = table[0] ?? [];
        const place = header.findIndex((name) => (first ? /customer/i : /order/i).test(name));
        const broken = {
          'empty-file': [],
          'no-rows': [header],
          'missing-column': [header.map((name, i) => (i === place ? 'other' : name)), ...table.slice(1)],
          'repeated-column': [[...header, header[place] ?? ''], ...table.slice(1)],
        }[kind];
        const text = kind === 'empty-file' ? '' : textOf(broken, style);
        const result = await valueText(text);
        expect(listFaults(result)).toEqual([]);
        if (result.status === 'invalid')
          expect(result.faults.map(({ code, row }) => [code, row])).toEqual([[kind, 1]]);
      }),
      { seed: SEED, numRuns: 400, endOnFailure: true },
    );
  });

  test('300 files with a quote that nobody closes, a quote inside a cell, or bytes that are not UTF-8', async () => {
    const endings = fc.constantFrom(
      ['malformed', Buffer.from('"ana,2026-01-01,5'), null] as const,
      ['malformed', Buffer.from('an"a,2026-01-01,5'), null] as const,
      ['malformed', Buffer.from('"an"a,2026-01-01,5'), null] as const,
      ['not-utf8', Buffer.from('Jos\xe9,2026-01-01,5', 'latin1'), 'customer_id'] as const,
    );
    await fc.assert(
      fc.asyncProperty(shop, endings, async (orders, [code, line, column]) => {
        const table = tableOf(orders, PLAIN_TEXT);
        const result = await valueText(Buffer.concat([Buffer.from(textOf(table, PLAIN_TEXT)), line]));
        expect(listFaults(result)).toEqual([]);
        if (result.status !== 'invalid') return;
        expect(result.faults).toMatchObject([{ code, row: table.length + 1, column }]);
      }),
      { seed: SEED, numRuns: 300, endOnFailure: true },
    );
  });

  test('500 files of bytes, alone, behind a header, in the middle of a file, or in UTF-16: refused or answered soundly', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const kinds = fc.constantFrom('alone', 'behind', 'middle', 'cut', 'utf16');
    await fc.assert(
      fc.asyncProperty(shop, textStyle, bytes, place, kinds, async (orders, style, noise, share, kind) => {
        const table = tableOf(orders, style);
        const whole = Buffer.from(textOf(table, style));
        const at = Math.floor(share * whole.length);
        const file = {
          alone: Buffer.from(noise),
          behind: Buffer.concat([Buffer.from(textOf(table.slice(0, 1), style)), noise]),
          middle: Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]),
          cut: whole.subarray(0, at),
          utf16: Buffer.from(`\uFEFF${textOf(table, style)}`, 'utf16le'),
        }[kind];
        expect(await outcomeFaults(file)).toEqual([]);
      }),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    );
  });
});
