import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createOrderColumnsBuilder } from './order-columns-builder';
import { scoreForecast, type ForecastToScore } from './score-forecast';

const day = (text: string): number => dayNumber(isoDay(text));
const MADE_ON = day('2026-01-01');

/** Rows of [customer, day, amount]. */
function forecast(
  rows: readonly (readonly [string, string, number])[],
  chances: Readonly<Record<string, number>>,
): ForecastToScore {
  const builder = createOrderColumnsBuilder();
  for (const [customer, on, amount] of rows) builder.add(customer, day(on), amount);
  return {
    orders: builder.finish(1),
    madeOn: MADE_ON,
    horizonDays: 90,
    customerIds: Object.keys(chances),
    pBuy: Float64Array.from(Object.values(chances)),
  };
}

describe('scoreForecast', () => {
  it('counts customer-days after the day of the forecast and up to the end of its window, by hand', () => {
    const score = scoreForecast(
      forecast(
        [
          // On the day of the forecast: known to it. 1 April is day 90, 2 April lies beyond.
          ['a', '2026-01-01', 100],
          ['a', '2026-01-02', 10],
          ['a', '2026-01-02', 5],
          ['a', '2026-04-01', 20],
          ['a', '2026-04-02', 1_000],
          ['b', '2025-12-01', 50],
          // Taken back whole, so no purchase; the other taken back in part.
          ['c', '2026-02-01', 30],
          ['c', '2026-02-10', -30],
          ['d', '2026-02-01', 40],
          ['d', '2026-03-01', -15],
          // Came after the forecast was made.
          ['newcomer', '2026-02-01', 500],
        ],
        { a: 0.9, b: 0.1, c: 0.15, d: 0.05, gone: 0.5 },
      ),
    );
    expect(score).toMatchObject({ actualPurchases: 3, actualBuyers: 2, actualRevenue: 15 + 20 + 25 });
    // b, c and d were given less than 20 %, 0.1 on average; of three such, 0 or 1 come back 97 times in a hundred.
    expect(score.unlikely).toEqual({ customers: 3, cameBack: 1, low: 0, high: 1 });
    // Pairs of a buyer and another: a beats b, c, gone; d beats none. Three of six.
    expect(score.rankingArea).toBeCloseTo(3 / 6, 12);
    // Five groups of one: .05 bought, .1 not, .15 not, .5 not, .9 bought.
    expect(score.calibration.map(({ customers, actual }) => [customers, actual])).toEqual([
      ...[[1, 1] as const, [1, 0] as const, [1, 0] as const, [1, 0] as const, [1, 1] as const],
    ]);
    expect(score.calibrationError).toBeCloseTo((0.95 + 0.1 + 0.15 + 0.5 + 0.1) / 5, 12);
  });

  it('gives the range that a fair coin of the mean chance would, eight times in ten', () => {
    const chances = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`c${i}`, i < 50 ? 0.05 : 0.15]),
    );
    // 100 trials at 0.1: P(X <= 5) = .058, P(X <= 6) = .117; P(X <= 13) = .876, P(X <= 14) = .927.
    expect(scoreForecast(forecast([], chances)).unlikely).toEqual({
      customers: 100,
      cameBack: 0,
      low: 6,
      high: 14,
    });
  });

  it('ranks nothing where nobody bought or everybody did', () => {
    expect(scoreForecast(forecast([], { a: 0.3, b: 0.1 })).rankingArea).toBeNull();
    expect(scoreForecast(forecast([['a', '2026-01-05', 1]], { a: 0.3 })).rankingArea).toBeNull();
  });

  it('says nothing, and no NaN, of a forecast that everybody has left', () => {
    expect(scoreForecast(forecast([['a', '2026-01-05', 1]], {}))).toEqual({
      actualPurchases: 0,
      actualBuyers: 0,
      actualRevenue: 0,
      unlikely: { customers: 0, cameBack: 0, low: 0, high: 0 },
      calibration: [],
      calibrationError: 0,
      rankingArea: null,
    });
  });
});
