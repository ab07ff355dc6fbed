import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng, nextFloat, nextInt } from '../numeric/rng';
import { acquiredCustomers, STEPS, type AcquisitionInput } from './acquired-customers';

const NOW = dayNumber(isoDay('2025-12-31'));

/** Rows as customer, days before the analysis date, amount and channel. */
type Row = readonly [customer: string, daysAgo: number, amount: number, channel?: string];

function acquired(rows: readonly Row[], options: Partial<AcquisitionInput> = {}) {
  const customerIds = [...new Set(rows.map(([id]) => id))];
  const names = [...new Set(rows.flatMap(([, , , channel]) => channel ?? []))];
  return acquiredCustomers({
    orders: {
      customerIds,
      customer: Int32Array.from(rows, ([id]) => customerIds.indexOf(id)),
      day: Int32Array.from(rows, ([, daysAgo]) => NOW - daysAgo),
      revenue: Float64Array.from(rows, ([, , amount]) => amount),
    },
    channels: { names, ofRow: Int32Array.from(rows, ([, , , name]) => (name ? names.indexOf(name) : -1)) },
    nowDay: NOW,
    windowDays: 730,
    countFreeOrders: false,
    ...options,
  });
}

const channelsOf = ({ names, channel }: ReturnType<typeof acquired>) =>
  Array.from(channel, (index) => names[index] ?? null);

describe('where customers came from', () => {
  it('is what the first order says, in whatever order the rows come', () => {
    const rows: readonly Row[] = [
      ['a', 10, 20, 'email'],
      ['a', 100, 30, 'meta'],
      ['b', 50, 10, 'google'],
    ];
    expect(channelsOf(acquired(rows))).toStrictEqual(['meta', 'google']);
    expect(acquired(rows.toReversed())).toStrictEqual(acquired(rows));
  });

  it('is unknown where only a later order says something: that channel brought nobody', () => {
    expect(
      channelsOf(
        acquired([
          ['a', 100, 30],
          ['a', 10, 20, 'email'],
        ]),
      ),
    ).toStrictEqual([null]);
  });

  it('counts another row of the first day, the name that sorts first where two differ', () => {
    expect(
      channelsOf(
        acquired([
          ['a', 9, 30],
          ['a', 9, 5, 'meta'],
          ['a', 9, 5, 'google'],
        ]),
      ),
    ).toStrictEqual(['google']);
  });

  it('is what a returned order before the first purchase says, and nothing that a refund says', () => {
    const rows: readonly Row[] = [
      ['a', 20, 30, 'meta'],
      ['a', 19, -30, 'support'],
      ['a', 5, 40, 'email'],
    ];
    const { firstValue, channel, names } = acquired(rows);
    expect(names[channel[0]!]).toBe('meta');
    expect([...firstValue]).toStrictEqual([40]);
  });
});

describe("a customer's first year", () => {
  it('is cut into 73 steps of 5 days: day 1 to 5 is the first, day 365 the last, day 366 is no part of it', () => {
    const { step, value, watched } = acquired([
      ['a', 400, 10, 'meta'],
      ['a', 399, 1],
      ['a', 395, 2],
      ['a', 394, 3],
      ['a', 35, 4],
      ['a', 34, 5],
    ]);
    expect([...step]).toStrictEqual([0, 0, 1, 72]);
    expect([...value]).toStrictEqual([1, 2, 3, 4]);
    expect([...watched]).toStrictEqual([STEPS]);
  });

  it('is watched in whole steps: a purchase in one that has not ended does not count yet', () => {
    const { step, watched } = acquired([
      ['a', 12, 10, 'meta'],
      ['a', 7, 1],
      ['a', 1, 2],
    ]);
    expect([...watched]).toStrictEqual([2]);
    expect([...step]).toStrictEqual([0]);
  });

  it('counts who came in the window alone, before the analysis date', () => {
    const rows: readonly Row[] = [
      ['old', 730, 10, 'meta'],
      ['new', 729, 10, 'meta'],
      ['later', -1, 10, 'meta'],
    ];
    expect(acquired(rows).channel).toHaveLength(1);
    expect(acquired(rows, { windowDays: 731 }).channel).toHaveLength(2);
  });
});

describe('wholesale buyers', () => {
  const rng = createRng(3, 'first orders');
  const households = Array.from({ length: 100 }, (_, i): Row => [
    `h${i}`,
    1 + nextInt(rng, 300),
    20 + 20 * nextFloat(rng),
    'meta',
  ]);

  it('are told by the first order: 100 times what others buy', () => {
    expect(acquired([...households, ['w', 200, 3000, 'meta']]).channel).toHaveLength(100);
  });

  it('are not told by what a household buys later: that is what a channel is judged by', () => {
    const loyal = Array.from({ length: 60 }, (_, i): Row => [
      'h0',
      Math.max(0, households[0]![1] - i - 1),
      500,
    ]);
    expect(acquired([...households, ...loyal]).channel).toHaveLength(100);
  });

  it('stay where they are more than one in twenty: a second clientele', () => {
    const second = Array.from({ length: 10 }, (_, i): Row => [`w${i}`, 200, 3000, 'meta']);
    expect(acquired([...households, ...second]).channel).toHaveLength(110);
  });
});
