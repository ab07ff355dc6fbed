import { describe, expect, test, vi } from 'vitest';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import type { FittedValuation, ValuationInput } from './customer-valuation';
import { DEFAULT_MODEL_ERROR } from './model-error';
import { valueCustomers } from './value-customers';

vi.setConfig({ testTimeout: 60_000 });

const shop = simulateRetentionShop('mbg-nbd', {
  seed: 1,
  customers: 1500,
  historyDays: 730,
  futureDays: 365,
});

function valued(options: Partial<ValuationInput> = {}): FittedValuation {
  const { orders, now } = shop;
  const valuation = valueCustomers({ orders, now, horizonDays: 90, seed: 1, ...options });
  if (valuation.status !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(valuation.verdicts)}`);
  return valuation;
}

const looked = valued();
const unchecked = valued({ backtest: false });
const year = valued({ backtest: false, horizonDays: 365 });

/** How wide an interval is on the log scale. */
const width = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  Math.log(high / low);

describe('totals', () => {
  test('are the sums over the customers', () => {
    const { customers, totals, moneyAtRisk, leavingAtRisk } = looked;
    const sum = (of: (c: (typeof customers)[number]) => number): number =>
      customers.reduce((total, c) => total + of(c), 0);
    for (const [total, exact] of [
      [totals.expectedPurchases, sum((c) => c.expectedPurchases)],
      [totals.expectedPurchases90, sum((c) => c.expectedPurchases90)],
      [totals.expectedBuyers90, sum((c) => c.pBuy90)],
      [totals.expectedRevenue, sum((c) => c.clv)],
      [totals.clv12m, sum((c) => c.clv12m)],
      [moneyAtRisk, sum((c) => c.moneyAtRisk)],
      [leavingAtRisk, sum((c) => (c.leaving ? c.moneyAtRisk : 0))],
    ] as const) {
      expect(total.mean / exact).toBeCloseTo(1, 9);
      expect(total.low).toBeLessThan(total.mean);
      expect(total.high).toBeGreaterThan(total.mean);
      expect(total.level).toBe(0.8);
    }
  });

  test('of a year hold those of a quarter, and what is discounted is less', () => {
    expect(year.totals.expectedPurchases.mean).toBeGreaterThan(year.totals.expectedPurchases90.mean);
    expect(year.totals.expectedRevenue.mean).toBeGreaterThan(year.totals.expectedRevenue90.mean);
    expect(year.totals.clv12m.mean).toBeLessThan(year.totals.revenue12m.mean);
    expect(year.totals.expectedBuyers90.mean).toBeLessThan(year.totals.expectedPurchases90.mean);
  });

  test('do not depend on the horizon that was asked for where they have one of their own', () => {
    expect(year.totals.expectedPurchases90.mean).toBeCloseTo(unchecked.totals.expectedPurchases90.mean, 6);
    expect(year.totals.clv12m.mean).toBeCloseTo(unchecked.totals.clv12m.mean, 6);
  });

  test('hold this shop’s true purchases and revenue of the year', () => {
    const { truth } = shop;
    const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
    const purchases = sum(truth.futurePurchases);
    const revenue = sum(truth.futureRevenue);
    expect(year.totals.expectedPurchases.low).toBeLessThan(purchases);
    expect(year.totals.expectedPurchases.high).toBeGreaterThan(purchases);
    expect(year.totals.expectedRevenue.low).toBeLessThan(revenue);
    expect(year.totals.expectedRevenue.high).toBeGreaterThan(revenue);
  });
});

describe('intervals of totals', () => {
  test('grow with the horizon: what nobody knows of grows with the square root of time', () => {
    expect(width(year.totals.expectedPurchases)).toBeGreaterThan(width(unchecked.totals.expectedPurchases));
    const widths = [30, 180, 365, 1460].map((horizonDays) =>
      width(valued({ backtest: false, horizonDays }).totals.expectedPurchases),
    );
    // A month of few purchases has more chance to a purchase: the comparison begins with half a year.
    expect(widths.slice(1)).toEqual(widths.slice(1).sort((a, b) => a - b));
  });

  test('are never narrower than the past errors of the shop’s own forecasts', () => {
    const { backtest, totals } = looked;
    // 80 % of a normal law lie within 1.28 standard deviations to each side.
    expect(width(totals.expectedPurchases90)).toBeGreaterThan(
      2 * 1.28 * backtest!.modelError * Math.sqrt(90 / backtest!.horizonDays),
    );
  });

  test('are narrower once four forecasts were right than before any was looked at', () => {
    expect(looked.backtest!.modelError).toBeLessThan(DEFAULT_MODEL_ERROR);
    expect(width(looked.totals.expectedPurchases90)).toBeLessThan(
      width(unchecked.totals.expectedPurchases90),
    );
    const codes = (valuation: FittedValuation) => valuation.verdicts.map(({ code }) => code);
    expect(codes(unchecked)).toContain('totals-interval-default');
    expect(codes(looked)).not.toContain('totals-interval-default');
  });
});
