import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, rowsOf, type Row } from './fixtures/hand-rows';
import { lookBack, type Origin } from './origin';
import { scoreForecast } from './score-forecast';

/** Days are counted from 1,000: what matters is their distance. */
const NOW = 1300;
const WINDOW = 100;
const DAY = NOW - WINDOW;

interface Seen {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly daysSinceLast: number;
  readonly lastWindow: number;
  readonly purchases: number;
  readonly bought: number;
}

/** Every customer of an origin by name. */
function customersOf(origin: Origin, ids: readonly string[]): Record<string, Seen> {
  const { groups, customer, daysSinceLast, lastWindow, purchases, bought } = origin;
  return Object.fromEntries(
    Array.from(customer, (place, i) => {
      const g = groups.ofCustomer[i]!;
      return [
        ids[place]!,
        {
          frequency: groups.frequency[g]!,
          recency: groups.recency[g]!,
          age: groups.age[g]!,
          daysSinceLast: daysSinceLast[i]!,
          lastWindow: lastWindow[i]!,
          purchases: purchases[i]!,
          bought: bought[i]!,
        },
      ];
    }),
  );
}

function look(rows: readonly Row[], days = [DAY], countFreeOrders = false): Record<string, Seen>[] {
  const sorted = rowsOf(rows, NOW);
  return lookBack(sorted, days, WINDOW, countFreeOrders).map((origin) =>
    customersOf(origin, sorted.customerIds),
  );
}

describe('an origin, by hand', () => {
  test('knows the rows up to its day and counts customer-days of the window after it', () => {
    const [seen] = look([
      ['a', 1000, 10],
      ['a', 1150, 10],
      ['a', DAY, 10],
      // Two orders of one day are one purchase; the window ends with the analysis date.
      ['a', DAY + 1, 10],
      ['a', DAY + 1, 5],
      ['a', NOW, 10],
      ['b', 1020, 10],
    ]);
    expect(seen).toEqual({
      a: {
        frequency: 2,
        recency: 200,
        age: 200,
        daysSinceLast: 0,
        lastWindow: 2,
        purchases: 2,
        bought: 1,
      },
      b: {
        frequency: 0,
        recency: 0,
        age: 180,
        daysSinceLast: 180,
        lastWindow: 0,
        purchases: 0,
        bought: 0,
      },
    });
  });

  test('does not know customers who had not bought yet', () => {
    const [seen] = look([
      ['old', 1000, 10],
      ['new', DAY + 1, 10],
    ]);
    expect(Object.keys(seen!)).toEqual(['old']);
  });

  test('does not know of a refund that came after it', () => {
    const [seen] = look([
      ['a', 1000, 10],
      ['a', 1100, 20],
      ['a', DAY + 30, -20],
      ['once', 1050, 30],
      ['once', DAY + 5, -30],
    ]);
    expect(seen!['a']).toMatchObject({ frequency: 1, recency: 100, purchases: 0 });
    expect(seen!['once']).toMatchObject({ frequency: 0, age: 150, purchases: 0, bought: 0 });
  });

  test('does not count a purchase of the window that was taken back within it', () => {
    const [seen] = look([
      ['a', 1000, 10],
      ['a', DAY + 10, 40],
      ['a', DAY + 20, -40],
      ['part', 1000, 10],
      ['part', DAY + 10, 40],
      ['part', DAY + 20, -15],
    ]);
    expect(seen!['a']).toMatchObject({ purchases: 0, bought: 0 });
    expect(seen!['part']).toMatchObject({ purchases: 1, bought: 1 });
  });

  test('counts an exchange: an older purchase goes back, a new one of the window stays', () => {
    const [seen] = look([
      ['a', 1000, 10],
      ['a', DAY - 5, 40],
      ['a', DAY + 3, -40],
      ['a', DAY + 4, 45],
      ['once', DAY - 5, 40],
      ['once', DAY + 3, -40],
      ['once', DAY + 4, 45],
    ]);
    expect(seen!['a']).toMatchObject({ frequency: 1, purchases: 1, bought: 1 });
    expect(seen!['once']).toMatchObject({ frequency: 0, purchases: 1, bought: 1 });
  });

  test('counts free orders where the shop does, and only there', () => {
    const rows: Row[] = [
      ['a', 1000, 10],
      ['a', DAY + 7, 0],
    ];
    expect(look(rows)[0]!['a']!.purchases).toBe(0);
    expect(look(rows, [DAY], true)[0]!['a']!.purchases).toBe(1);
  });

  test('gives the last window its repeat purchases: a first purchase makes a customer and is none', () => {
    const [seen] = look([
      ['new', DAY - 40, 10],
      ['new', DAY - 20, 10],
      ['old', 1000, 10],
      // The window before is (DAY - 100, DAY].
      ['old', DAY - 100, 10],
      ['old', DAY - 99, 10],
      ['old', DAY, 10],
    ]);
    expect(seen!['new']!.lastWindow).toBe(1);
    expect(seen!['old']!.lastWindow).toBe(2);
  });

  test('stands beside others: what is a window to the older one is known to the younger', () => {
    const [young, old] = look(
      [
        ['a', 1000, 10],
        ['a', DAY - 50, 10],
        ['a', DAY + 50, 10],
        ['b', DAY - 10, 10],
      ],
      [DAY, DAY - WINDOW],
    );
    expect(young!['a']).toMatchObject({ frequency: 1, lastWindow: 1, purchases: 1 });
    expect(old!['a']).toMatchObject({ frequency: 0, lastWindow: 0, purchases: 1 });
    expect(Object.keys(young!)).toEqual(['a', 'b']);
    expect(Object.keys(old!)).toEqual(['a']);
  });

  test('no days, no origins', () => {
    expect(look([['a', 1000, 10]], [])).toEqual([]);
  });
});

describe('any rows', () => {
  const row = (from: number, to: number): fc.Arbitrary<Row> =>
    fc.tuple(
      fc.integer({ min: 0, max: 12 }).map((i) => `c${String(i).padStart(2, '0')}`),
      fc.integer({ min: from, max: to }),
      fc.constantFrom(10, 10, 25, 0, -10, -40),
    );
  const past = fc.array(row(1000, DAY), { minLength: 1, maxLength: 60 });
  const future = fc.array(row(DAY + 1, NOW), { maxLength: 40 });

  test('whatever happens after an origin moves nothing of it but what was bought then', () => {
    fc.assert(
      fc.property(past, future, future, (known, one, other) => {
        // The names are there from the start, as they would be in one set of data.
        const names = Array.from({ length: 13 }, (_, i): Row => [`c${String(i).padStart(2, '0')}`, NOW, 0]);
        const seen = (later: readonly Row[]): Omit<Origin, 'purchases' | 'bought'> => {
          const [origin] = lookBack(rowsOf([...known, ...later, ...names], NOW), [DAY], WINDOW, false);
          const { purchases: _purchases, bought: _bought, ...rest } = origin!;
          return rest;
        };
        expect(seen(other)).toEqual(seen(one));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('the window is counted as the record of past forecasts counts it', () => {
    fc.assert(
      fc.property(past, future, (known, later) => {
        const rows = [...known, ...later];
        const sorted = rowsOf(rows, NOW);
        const [{ customer, purchases, bought }] = lookBack(sorted, [DAY], WINDOW, false) as [Origin];
        const recorded = scoreForecast({
          orders: columnsOf(rows),
          madeOn: DAY,
          horizonDays: WINDOW,
          customerIds: Array.from(customer, (place) => sorted.customerIds[place]!),
          pBuy: new Float64Array(customer.length),
        });
        const total = (counts: Int32Array | Uint8Array): number => [...counts].reduce((sum, n) => sum + n, 0);
        expect(total(purchases)).toBe(recorded.actualPurchases);
        expect(total(bought)).toBe(recorded.actualBuyers);
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});
