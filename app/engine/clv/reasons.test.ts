import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { reasonsOf, typicalCustomer, type ReasonFacts, type TypicalCustomer } from './reasons';
import { summarizeRfm } from './rfm-summary';

const TYPICAL: TypicalCustomer = { gapDays: 30, ordersPerYear: 4, orderValue: 40, frequencyCorrelation: 0.1 };

const REGULAR: ReasonFacts = {
  frequency: 12,
  T: 1100,
  daysSinceLastOrder: 60,
  medianGapDays: 80,
  monetaryValue: 40,
  churn: 0.2,
};

const LEAVING = ['overdue', 'one-time', 'rare', 'slowing'];
const STAYING = ['on-rhythm', 'new', 'frequent'];

function codes(facts: Partial<ReasonFacts>, typical = TYPICAL): readonly string[] {
  return reasonsOf({ ...REGULAR, ...facts }, typical).map(({ code }) => code);
}

/** Customers as they can be: the last order is within the age, gaps are within the recency. */
const anyCustomer = fc
  .record({
    frequency: fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 3, max: 5000 })),
    silence: fc.integer({ min: 0, max: 4000 }),
    meanGap: fc.double({ min: 1, max: 900, noNaN: true }),
    skew: fc.double({ min: 0.01, max: 1, noNaN: true }),
    lastGap: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: NaN }),
    monetaryValue: fc.oneof(fc.constantFrom(0, 1e-9, 1e12), fc.double({ min: 0.01, max: 1e4, noNaN: true })),
    churn: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  })
  .map(({ frequency, silence, meanGap, skew, lastGap, ...rest }): ReasonFacts => {
    const recency = Math.ceil(frequency * meanGap);
    return {
      ...rest,
      frequency,
      T: recency + silence,
      daysSinceLastOrder: silence,
      medianGapDays: frequency < 2 ? null : Math.max(1, Math.round(meanGap * skew)),
      lastGapDays: frequency === 0 ? 0 : Math.max(1, Math.round(lastGap * recency)),
    };
  });

const anyTypical = fc.record({
  gapDays: fc.double({ min: 1, max: 1000, noNaN: true }),
  ordersPerYear: fc.oneof(fc.constant(NaN), fc.double({ min: 0.05, max: 400, noNaN: true })),
  orderValue: fc.oneof(fc.constantFrom(NaN, 0), fc.double({ min: 0.01, max: 1e6, noNaN: true })),
  frequencyCorrelation: fc.double({ min: -1, max: 1, noNaN: true }),
});

describe('reasonsOf', () => {
  test('explains a customer who is likely to leave by the silence, and by what made it one', () => {
    expect(reasonsOf({ ...REGULAR, daysSinceLastOrder: 400, churn: 0.9 }, TYPICAL)).toStrictEqual([
      { code: 'overdue', values: { days: 400, usualGapDays: 80, times: 5 } },
    ]);
    expect(
      reasonsOf({ ...REGULAR, daysSinceLastOrder: 400, churn: 0.9, frequency: 3 }, TYPICAL),
    ).toStrictEqual([
      { code: 'overdue', values: { days: 400, usualGapDays: 80, times: 5 } },
      { code: 'rare', values: { orders: 4, perYear: (3 / 1100) * 365.25 } },
    ]);
  });

  test.each<[string, Partial<ReasonFacts>, readonly string[]]>([
    ['a regular on time', { churn: 0.1, frequency: 30 }, ['frequent', 'on-rhythm']],
    [
      'a regular who is late',
      { churn: 0.8, frequency: 30, daysSinceLastOrder: 300 },
      ['overdue', 'frequent'],
    ],
    [
      'a late customer whose gaps grew',
      { churn: 0.8, daysSinceLastOrder: 300, lastGapDays: 200 },
      ['overdue', 'slowing'],
    ],
    [
      'a first order of yesterday in a shop where people return',
      { churn: 0.3, frequency: 0, T: 1, daysSinceLastOrder: 1, medianGapDays: null, monetaryValue: 90 },
      ['new', 'big-spender'],
    ],
    [
      'the same in a shop where nobody does',
      { churn: 0.9, frequency: 0, T: 1, daysSinceLastOrder: 1, medianGapDays: null, monetaryValue: 20 },
      ['one-time', 'small-spender'],
    ],
    [
      'one order, long ago',
      { churn: 0.95, frequency: 0, T: 500, daysSinceLastOrder: 500, medianGapDays: null, monetaryValue: 90 },
      ['one-time', 'big-spender'],
    ],
    [
      'an order a year, the last one months ago',
      { churn: 0.7, frequency: 3, medianGapDays: 365, daysSinceLastOrder: 100 },
      ['rare', 'on-rhythm'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(codes(facts)).toStrictEqual(expected);
  });

  test('two orders within a week are not a hundred a year', () => {
    const facts = { frequency: 1, T: 7, daysSinceLastOrder: 1, medianGapDays: null };
    expect(codes(facts)).not.toContain('frequent');
    expect(codes(facts)).not.toContain('rare');
  });

  test('below three purchases the usual gap is the shop’s', () => {
    const facts = {
      ...REGULAR,
      frequency: 1,
      T: 200,
      daysSinceLastOrder: 120,
      medianGapDays: null,
      churn: 0.9,
    };
    expect(reasonsOf(facts, TYPICAL)[0]).toStrictEqual({
      code: 'overdue',
      values: { days: 120, usualGapDays: 30, times: 4 },
    });
  });

  test('a longer silence is a stronger reason: once it leads, it leads at any length', () => {
    const leads = Array.from({ length: 100 }, (_, i) => {
      const facts = { churn: 0.9, frequency: 2, daysSinceLastOrder: 81 + 8 * i, T: 1100 };
      return codes(facts)[0] === 'overdue';
    });
    expect(leads[0]).toBe(false);
    expect(leads.at(-1)).toBe(true);
    expect(leads.slice(leads.indexOf(true))).not.toContain(false);
  });

  test('any customer of any shop gets one or two reasons with finite values', () => {
    fc.assert(
      fc.property(anyCustomer, anyTypical, (customer, typical) => {
        const reasons = reasonsOf(customer, typical);
        expect(reasons.length === 1 || reasons.length === 2).toBe(true);
        expect(reasons.flatMap(({ values }) => Object.values(values)).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('no two reasons contradict each other, and none contradicts the facts', () => {
    const topics = [
      ['overdue', 'on-rhythm', 'one-time', 'new'],
      ['frequent', 'rare'],
      ['big-spender', 'small-spender'],
      ['slowing', 'on-rhythm', 'one-time', 'new'],
      ['frequent', 'rare', 'one-time', 'new'],
    ];
    fc.assert(
      fc.property(anyCustomer, anyTypical, (customer, typical) => {
        const reasons = reasonsOf(customer, typical);
        const told = reasons.map(({ code }) => code);
        for (const topic of topics) {
          expect(told.filter((code) => topic.includes(code)).length).toBeLessThanOrEqual(1);
        }
        for (const { code, values } of reasons) {
          if (code === 'overdue') expect(values['times']).toBeGreaterThan(1);
          if (code === 'on-rhythm') expect(values['days']).toBeLessThanOrEqual(values['usualGapDays']!);
          if (code === 'frequent') expect(values['perYear']).toBeGreaterThan(typical.ordersPerYear);
          if (code === 'rare') expect(values['perYear']).toBeLessThan(typical.ordersPerYear);
          if (code === 'slowing') expect(values['recentGapDays']).toBeGreaterThan(values['usualGapDays']!);
          if (code === 'big-spender') expect(values['orderValue']).toBeGreaterThan(typical.orderValue);
          if (code === 'small-spender') expect(values['orderValue']).toBeLessThan(typical.orderValue);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('the first reason speaks for what it explains, unless nothing does', () => {
    const explained = { leaving: 0, staying: 0, neither: 0 };
    fc.assert(
      fc.property(anyCustomer, anyTypical, (customer, typical) => {
        const told = reasonsOf(customer, { ...typical, frequencyCorrelation: 0 }).map(({ code }) => code);
        const leaving = customer.churn > 0.5;
        const fitting = leaving ? LEAVING : STAYING;
        if (fitting.includes(told[0]!)) explained[leaving ? 'leaving' : 'staying']++;
        else {
          explained.neither++;
          expect(told.filter((code) => fitting.includes(code))).toStrictEqual([]);
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
    // The churn is drawn apart from the facts, so all three must have been seen.
    expect(Object.values(explained).every((count) => count > 100)).toBe(true);
  });

  test('does not depend on the unit of money', () => {
    // Powers of two scale without rounding.
    fc.assert(
      fc.property(anyCustomer, anyTypical, fc.integer({ min: -20, max: 20 }), (customer, typical, power) => {
        const unit = 2 ** power;
        const scaled = reasonsOf(
          { ...customer, monetaryValue: customer.monetaryValue * unit },
          { ...typical, orderValue: typical.orderValue * unit },
        );
        expect(scaled.map(({ code }) => code)).toStrictEqual(
          reasonsOf(customer, typical).map(({ code }) => code),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('typicalCustomer', () => {
  const now = dayNumber(isoDay('2026-06-30'));
  const summary = (rows: readonly (readonly [customer: number, daysAgo: number, amount: number])[]) =>
    summarizeRfm(
      {
        customerIds: ['a', 'b', 'c', 'd'],
        customer: Int32Array.from(rows, ([customer]) => customer),
        day: Int32Array.from(rows, ([, daysAgo]) => now - daysAgo),
        revenue: Float64Array.from(rows, ([, , amount]) => amount),
      },
      now,
      false,
    );

  test('has the median gap, rate of repeat customers and mean order value', () => {
    const shop = summary([
      [0, 365.25 * 4, 10],
      [0, 100, 30],
      [1, 730.5 * 4, 20],
      [1, 700, 20],
      [1, 200, 20],
      [2, 5, 90],
    ]);
    const typical = typicalCustomer(shop, 90, 0.3);
    // Days are whole: 1461 and 2922 days of age with one and two repeat purchases.
    expect(typical.ordersPerYear).toBeCloseTo(0.25, 12);
    expect(typical).toMatchObject({ orderValue: 20, gapDays: 1361, frequencyCorrelation: 0.3 });
  });

  test('falls back to the churn window, and to nothing to compare with, where nobody returned', () => {
    expect(typicalCustomer(summary([[3, 5, 12]]), 90, NaN)).toStrictEqual({
      gapDays: 90,
      ordersPerYear: NaN,
      orderValue: 12,
      frequencyCorrelation: 0,
    });
  });
});
