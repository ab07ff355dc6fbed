import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, rowsOf, type Row } from './fixtures/hand-rows';
import { countGaps, medianOfCounts, sumOfLogGaps } from './purchase-gaps';
import { summarizeRows } from './rfm-summary';
import { rowsOfCustomers, sortRowsByCustomer } from './sort-rows';

const NOW = 2000;
const anyRows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 9 }).map((i) => `c${i}`),
    fc.integer({ min: 1900, max: NOW }),
    fc.constantFrom(10, 20, -5, 0),
  ),
  { minLength: 1, maxLength: 80 },
);

describe('rows in canonical order', () => {
  test('are the rows: of each customer together, by day, and larger amounts of a day first', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { customerIds, start, day, amount } = rowsOf(rows, NOW);
        expect(customerIds).toEqual([...new Set(rows.map(([id]) => id))].sort());
        customerIds.forEach((id, i) => {
          const own = rows.filter(([of]) => of === id).map(([, on, of]) => [on, of] as const);
          own.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
          const sorted = own.map((_, k) => [day[start[i]! + k], amount![start[i]! + k]]);
          expect(sorted).toEqual(own);
          expect(start[i + 1]! - start[i]!).toBe(own.length);
        });
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test('leave out what lies after the analysis date, has no amount, or is a century old, and say how many', () => {
    const rows: Row[] = [
      ['a', NOW, 10],
      ['a', NOW + 1, 10],
      ['a', NOW, NaN],
      ['b', NOW - 40_000, 10],
    ];
    const sorted = rowsOf(rows, NOW);
    expect(sorted).toMatchObject({ rowsAfterNow: 1, rowsUnusable: 2 });
    expect([...sorted.day]).toEqual([NOW]);
  });

  test('keep the mark of older customers with their name, whatever order the names came in', () => {
    const orders = columnsOf([
      ['z', NOW, 10],
      ['a', NOW, 10],
      ['m', NOW, 10],
    ]);
    const { olderThanData } = sortRowsByCustomer({ ...orders, olderThanData: Uint8Array.of(1, 0, 1) }, NOW);
    expect([...olderThanData!]).toEqual([0, 1, 1]);
  });

  test('of some customers are those that they have in the whole', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (rows, wanted) => {
        const all = rowsOf(rows, NOW);
        const places = Int32Array.from(all.customerIds.keys()).filter((i) => wanted[i]);
        const names = new Set(Array.from(places, (i) => all.customerIds[i]!));
        const alone = rowsOf(
          rows.filter(([id]) => names.has(id)),
          NOW,
        );
        expect(rowsOfCustomers(all, places)).toEqual(alone);
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

test('a summary of sorted rows up to a day is that of a file that ended on it', () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1900, max: NOW }), (rows, day) => {
      const then = summarizeRows(rowsOf(rows, NOW), day, false);
      const ended = summarizeRows(rowsOf(rows, day), day, false);
      // The rows are those of the whole file: places and what was never looked at belong to it.
      const seen = ({
        rowCustomer: _places,
        shop: { rowsAfterNow: _later, ...shop },
        ...rest
      }: typeof then) => ({
        ...rest,
        shop,
      });
      expect(seen(then)).toEqual(seen(ended));
    }),
    { numRuns: 150, seed: 3 },
  );
});

describe('gaps between purchases', () => {
  test('of days 0, 3, 10 and 100 are 3, 7 and 90: their median is 7, the logarithm of their product ln 1890', () => {
    const days = Int32Array.of(0, 3, 10, 100, 9999);
    const counts = new Map<number, number>();
    expect(countGaps(days, 4, counts)).toBe(7);
    expect(sumOfLogGaps(days, 4)).toBeCloseTo(Math.log(1890), 12);
    expect([...counts.keys()]).toEqual([3, 7, 90]);
  });

  test('have a median from two of them on, and none before', () => {
    const days = Int32Array.of(0, 10, 16);
    expect(countGaps(days, 3, new Map())).toBe(8);
    expect(countGaps(days, 2, new Map())).toBeNaN();
    expect(countGaps(days, 1, new Map())).toBeNaN();
    expect(sumOfLogGaps(days, 1)).toBe(0);
  });

  test('counted by length have the median of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), (gaps) => {
        const counts = new Map<number, number>();
        for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
        const sorted = [...gaps].sort((a, b) => a - b);
        const middle = (sorted.length - 1) / 2;
        const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
        expect(medianOfCounts(counts)).toEqual(gaps.length === 0 ? NaN : median);
      }),
      { seed: 4 },
    );
  });
});
