import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber, isoDay } from '~/domain/iso-day';
import {
  errorsFrom,
  meanOverArrivals,
  measure,
  type Measured,
  ordersBetween,
  STANDARD_ERRORS,
} from './fixtures/measurements';
import type { RetentionShop } from './retention-shop';
import { simulateRetentionShop } from './simulate-retention-shop';
import { weeklySeason } from './weekly-season';

const CUSTOMERS = 20_000;
const DAYS = 1095;
const window = { customers: CUSTOMERS, historyDays: DAYS, futureDays: 0 };
/** Nobody leaves, and rates vary little: counts of a period are Poisson, with the customers there are. */
const LOYAL = { r: 5, alpha: 500, a: 1e-9, b: 1 };

const firstDayOf = ({ now }: RetentionShop) => dayNumber(now) - DAYS + 1;
const arrivalOf = (shop: RetentionShop, customer: number) =>
  (shop.truth.createdDay[customer]! - firstDayOf(shop) + 0.5) / DAYS;

/** Repeat orders and their expectation by some period of each day, when all buy at r / alpha times `intensity`. */
function byPeriod(shop: RetentionShop, period: (day: number) => number, intensity: (day: number) => number) {
  const { orders, truth, now } = shop;
  const first = firstDayOf(shop);
  const arrivals = new Int32Array(DAYS);
  for (const day of truth.createdDay) arrivals[day - first]!++;
  const found = new Map<number, { orders: number; expected: number }>();
  let present = 0;
  for (let day = first; day <= dayNumber(now); day++) {
    const cell = found.get(period(day)) ?? { orders: 0, expected: 0 };
    found.set(period(day), cell);
    const exposure = present + arrivals[day - first]! / 2;
    cell.expected += (exposure * intensity(day) * truth.params.r) / truth.params.alpha;
    present += arrivals[day - first]!;
  }
  orders.day.forEach((day, row) => {
    if (orders.customer[row] === orders.customer[row - 1]) found.get(period(day))!.orders++;
  });
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

/** Least squares of y on x: the slope and its standard error. */
function slope(x: readonly number[], y: readonly number[]): Pick<Measured, 'mean' | 'error'> {
  const { mean: meanX, spread } = measure(x);
  const { mean: meanY } = measure(y);
  const size = x.length;
  const b = x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0) / (size * spread ** 2);
  const { spread: rest } = measure(x.map((value, i) => y[i]! - meanY - b * (value - meanX)));
  return { mean: b, error: rest / (spread * Math.sqrt(size)) };
}

describe('the seasonal twin', () => {
  const week = (day: number) =>
    Math.min(51, Math.floor((day - dayNumber(isoDay(`${dayFromNumber(day).slice(0, 4)}-01-01`))) / 7));
  const weeks = byPeriod(
    simulateRetentionShop('seasonal', { ...window, seed: 1, params: LOYAL }),
    week,
    weeklySeason,
  );

  it('sells in each week of the year what its index says', () => {
    expect(weeks).toHaveLength(52);
    for (const { orders, expected } of weeks) {
      // 4.5 standard errors for the farthest of 52 weeks; the customers' own rates add half a percent to chance.
      expect(Math.abs(orders - expected)).toBeLessThan(4.5 * Math.sqrt(expected + (0.005 * expected) ** 2));
    }
  });

  it('sells most around Black Friday, at least three times the median week', () => {
    const counts = weeks.map(({ orders }) => orders);
    const median = [...counts].sort((a, b) => a - b)[26]!;
    const best = counts.indexOf(Math.max(...counts));
    expect(best).toBe(week(dayNumber(isoDay('2025-11-28'))));
    expect(counts[best]! / median).toBeGreaterThan(3);
  });

  it('needs two years', () => {
    const short = { ...window, historyDays: 729, seed: 1 };
    expect(() => simulateRetentionShop('seasonal', short)).toThrow(
      'historyDays must be a whole number, 730 or more: 729',
    );
  });
});

describe('the trending twin', () => {
  it.each([0.4, 1.8])('multiplies the rate of all by %f over the history', (rateAtNow) => {
    const shop = simulateRetentionShop('trending', { ...window, seed: 2, params: LOYAL, rateAtNow });
    const first = firstDayOf(shop);
    const tenths = byPeriod(
      shop,
      (day) => Math.floor((10 * (day - first)) / DAYS),
      (day) => rateAtNow ** ((day + 0.5 - first) / DAYS),
    );
    expect(tenths).toHaveLength(10);
    for (const { orders, expected } of tenths) {
      expect(Math.abs(orders - expected)).toBeLessThan(
        STANDARD_ERRORS * Math.sqrt(expected + (0.01 * expected) ** 2),
      );
    }
  });
});

describe('the drifting twin', () => {
  // The future is so long that nobody has one order only but who left after the first.
  const params = { r: 5, alpha: 200, a: 2, b: 3 };
  const shop = simulateRetentionShop('drifting', { ...window, futureDays: 8000, seed: 3, params });
  const orders = ordersBetween(shop.orders, 0, Infinity);
  const customers = Array.from({ length: CUSTOMERS }, (_, i) => ({
    arrival: arrivalOf(shop, i),
    rate: shop.truth.rate[i]!,
    left: orders[i] === 1 ? 1 : 0,
  }));
  const tenths = Array.from({ length: 10 }, (_, k) =>
    customers.filter(({ arrival }) => Math.floor(10 * arrival) === k),
  );

  it('has rates that fall in a straight line by 40 % from the first customers to the last', () => {
    tenths.forEach((tenth, k) => {
      const expected = (params.r / params.alpha) * (1 - 0.4 * ((k + 0.5) / 10));
      expect(errorsFrom(expected, measure(tenth.map(({ rate }) => rate)))).toBeLessThan(STANDARD_ERRORS);
    });
  });

  it('keeps 40 % fewer of the last customers after an order than of the first', () => {
    tenths.forEach((tenth, k) => {
      const stays = (params.b / (params.a + params.b)) * (1 - 0.4 * ((k + 0.5) / 10));
      expect(errorsFrom(1 - stays, measure(tenth.map(({ left }) => left)))).toBeLessThan(STANDARD_ERRORS);
    });
  });
});

describe('the one-timers twin', () => {
  it('never sees 97 % again, nor, within the window, those of the others who come back later', () => {
    const shop = simulateRetentionShop('one-timers', { ...window, customers: 100_000, seed: 4 });
    const { r, alpha } = shop.truth.params;
    const later = meanOverArrivals(DAYS, (age) => (alpha / (alpha + age)) ** r);
    const once = shop.truth.lifetimeOrders.map((orders) => (orders === 1 ? 1 : 0));
    expect(errorsFrom(0.97 + 0.03 * later, measure(once))).toBeLessThan(STANDARD_ERRORS);
  });
});

describe('the spend-frequency twin', () => {
  const slopeOf = ({ truth }: RetentionShop) =>
    slope(
      Array.from(truth.rate, (rate) => Math.log(rate)),
      Array.from(truth.meanOrderValue, (value) => Math.log(value)),
    );

  it('has order values that grow with the square root of the rate', () => {
    const found = slopeOf(simulateRetentionShop('spend-frequency', { ...window, seed: 5 }));
    expect(errorsFrom(0.5, found)).toBeLessThan(STANDARD_ERRORS);
  });

  it('has no such thing in mbg-nbd, where Gamma-Gamma holds', () => {
    const found = slopeOf(simulateRetentionShop('mbg-nbd', { ...window, seed: 5 }));
    expect(errorsFrom(0, found)).toBeLessThan(STANDARD_ERRORS);
  });
});

describe('the left-censored twin', () => {
  const shop = simulateRetentionShop('left-censored', { ...window, seed: 6 });
  const { orders, truth, now } = shop;
  const first = firstDayOf(shop);
  const visible = ordersBetween(orders, first, dayNumber(now));

  it('got half of its customers in the three years before its three years of data', () => {
    const before = truth.createdDay.map((day) => (day < first ? 1 : 0));
    expect(errorsFrom(0.5, measure(before))).toBeLessThan(STANDARD_ERRORS);
    expect(Math.min(...truth.createdDay)).toBeGreaterThanOrEqual(first - 1095);
  });

  it('shows no order from before the data, and all orders of those who came later', () => {
    expect(orders.day.every((day) => day >= first)).toBe(true);
    truth.createdDay.forEach((created, i) => {
      const missing = truth.lifetimeOrders[i]! - visible[i]!;
      if (created < first) expect(missing).toBeGreaterThanOrEqual(1);
      else expect(missing).toBe(0);
    });
  });

  it('counts as many orders a lifetime as an mbg-nbd shop of six years', () => {
    const whole = simulateRetentionShop('mbg-nbd', { ...window, historyDays: 1095 + DAYS, seed: 7 });
    const ours = measure(truth.lifetimeOrders);
    const theirs = measure(whole.truth.lifetimeOrders);
    expect(Math.abs(ours.mean - theirs.mean)).toBeLessThan(
      STANDARD_ERRORS * Math.hypot(ours.error, theirs.error),
    );
  });
});

describe('the wholesale twin', () => {
  const shop = simulateRetentionShop('wholesale', { ...window, seed: 8 });
  const { truth } = shop;
  const of = (values: Float64Array, big: 0 | 1) => values.filter((_, i) => truth.wholesale[i] === big);

  it('has one big buyer in 500, who buys 20 times as often', () => {
    const { r, alpha } = truth.params;
    expect(truth.wholesale.reduce((sum, big) => sum + big, 0)).toBe(CUSTOMERS / 500);
    // The gamma law's own spread: forty draws of so skewed a law do not show it.
    const error = (20 * Math.sqrt(r)) / alpha / Math.sqrt(CUSTOMERS / 500);
    expect(Math.abs(measure(of(truth.rate, 1)).mean - (20 * r) / alpha)).toBeLessThan(
      STANDARD_ERRORS * error,
    );
    expect(errorsFrom(r / alpha, measure(of(truth.rate, 0)))).toBeLessThan(STANDARD_ERRORS);
  });

  it('gives them baskets 50 times as big', () => {
    const logs = (big: 0 | 1) => measure(of(truth.meanOrderValue, big).map(Math.log));
    const big = logs(1);
    const others = logs(0);
    expect(Math.abs(big.mean - others.mean - Math.log(50))).toBeLessThan(
      STANDARD_ERRORS * Math.hypot(big.error, others.error),
    );
  });

  it('keeps them as long as others: nobody of them is gone in weeks for ordering every week', () => {
    const alive = (big: 0 | 1) =>
      measure(Float64Array.from(truth.alive).filter((_, i) => truth.wholesale[i] === big));
    expect(alive(1).mean).toBeGreaterThan(alive(0).mean - STANDARD_ERRORS * alive(1).error);
  });
});
