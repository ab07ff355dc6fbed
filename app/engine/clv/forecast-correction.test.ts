import { beforeAll, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '~/domain/iso-day';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import {
  corrected,
  correctionTerms,
  learnCorrection,
  shiftedChance,
  type Lesson,
} from './forecast-correction';
import { lookBack, type Origin } from './origin';
import { planOrigins } from './plan-origins';
import type { PurchaseModel } from './purchase-model';
import { pairedDifference, scoreCandidate } from './score-candidate';
import { sortRowsByCustomer } from './sort-rows';
import { forecastWindow, type WindowForecast } from './window-forecast';

vi.setConfig({ hookTimeout: 60_000 });

/** Lessons of a shop of 4,000 MBG/NBD customers whose parameters are known; the most recent first. */
let lessons: readonly Lesson[];

beforeAll(() => {
  const shop = simulateRetentionShop('mbg-nbd', {
    seed: 1,
    customers: 4000,
    historyDays: 730,
    futureDays: 0,
  });
  const nowDay = dayNumber(shop.now);
  const plan = planOrigins(nowDay - 729, nowDay);
  const model: PurchaseModel = { name: 'mbg-nbd', params: shop.truth.params };
  const origins = lookBack(sortRowsByCustomer(shop.orders, nowDay), plan.days, plan.horizonDays, false);
  lessons = origins.map((origin) => ({
    origin,
    forecast: forecastWindow(model, origin.groups, plan.horizonDays),
  }));
});

/** The forecast of a shop that takes one-time buyers for half as likely to come back as they are. */
function tooLowForOneTimers({ origin, forecast }: Lesson): Lesson {
  const half = (column: Float64Array): Float64Array =>
    column.map((value, g) => (origin.groups.frequency[g] === 0 ? value / 2 : value));
  return { origin, forecast: { chance: half(forecast.chance), expected: half(forecast.expected) } };
}

function forecastOneTimers(origin: Origin, column: Float64Array): number {
  return origin.groups.ofCustomer.reduce(
    (sum, g) => sum + (origin.groups.frequency[g] === 0 ? column[g]! : 0),
    0,
  );
}

function correctedBy(taught: readonly Lesson[], { origin, forecast }: Lesson): WindowForecast {
  return corrected(
    forecast,
    correctionTerms(learnCorrection(taught)!, origin.groups, forecast),
    origin.groups,
  );
}

describe('on a shop that follows the model exactly', () => {
  test('chances move no further than seven coefficients do by luck: chi-squared, 1 in 10,000', () => {
    const [{ origin, forecast }] = lessons as readonly [Lesson];
    const terms = correctionTerms(learnCorrection([{ origin, forecast }])!, origin.groups, forecast);
    // Sum of p (1 - p) logOdds^2 over customers is chi-squared with 7 degrees of freedom without the ridge, less with.
    let distance = 0;
    let moved = 0;
    const after = corrected(forecast, terms, origin.groups);
    for (const g of origin.groups.ofCustomer) {
      const p = forecast.chance[g]!;
      distance += p * (1 - p) * terms.logOdds[g]! ** 2;
      moved += Math.abs(after.chance[g]! - p);
    }
    expect(distance).toBeLessThan(29.9);
    // Such a distance over 4,000 customers is a hundredth or two of probability.
    expect(moved / origin.customer.length).toBeLessThan(0.02);
  });

  test('numbers move by half of what is learned, no further than luck with the spread of these counts', () => {
    const [{ origin, forecast }] = lessons as readonly [Lesson];
    const { factor } = correctionTerms(learnCorrection([{ origin, forecast }])!, origin.groups, forecast);
    let distance = 0;
    let dispersion = 0;
    origin.groups.ofCustomer.forEach((g, i) => {
      const mean = forecast.expected[g]!;
      distance += mean * (2 * Math.log(factor[g]!)) ** 2;
      dispersion += (origin.purchases[i]! - mean) ** 2;
    });
    dispersion /= forecastTotal(origin, forecast.expected);
    // Counts vary more than Poisson, and heavy buyers both vary and weigh most: three times the mean dispersion.
    expect(distance).toBeLessThan(29.9 * 3 * dispersion);
  });

  test('what three windows teach makes the fourth no better and no worse than two standard errors', () => {
    const [last, ...earlier] = lessons as readonly [Lesson, ...Lesson[]];
    const { mean, error } = gainOf(last, correctedBy(earlier, last));
    expect(Math.abs(mean)).toBeLessThan(2 * error);
  });
});

describe('where the forecast is wrong', () => {
  test('halved chances of one-time buyers are found in three windows and mended in the fourth', () => {
    const [last, ...earlier] = lessons.map(tooLowForOneTimers) as [Lesson, ...Lesson[]];
    const { origin } = last;
    const after = correctedBy(earlier, last);
    const bought = origin.bought.reduce(
      (sum, event, i) => sum + (origin.groups.frequency[origin.groups.ofCustomer[i]!] === 0 ? event : 0),
      0,
    );
    // Three standard deviations of a count of buyers, and a tenth for what the ridge and three windows leave.
    const tolerance = 3 * Math.sqrt(bought) + 0.1 * bought;
    expect(Math.abs(forecastOneTimers(origin, last.forecast.chance) - bought)).toBeGreaterThan(tolerance);
    expect(Math.abs(forecastOneTimers(origin, after.chance) - bought)).toBeLessThan(tolerance);
    const { mean, error } = gainOf(last, after);
    expect(mean).toBeGreaterThan(3 * error);
    // Who came back before was forecast rightly, and still is.
    const others = origin.bought.reduce((sum, event) => sum + event, 0) - bought;
    const foretold = forecastTotal(origin, after.chance) - forecastOneTimers(origin, after.chance);
    expect(Math.abs(foretold - others)).toBeLessThan(3 * Math.sqrt(others));
  });

  test('halved numbers of one-time buyers are raised half the way on the log scale', () => {
    const [last, ...earlier] = lessons.map(tooLowForOneTimers) as [Lesson, ...Lesson[]];
    const { factor } = correctionTerms(learnCorrection(earlier)!, last.origin.groups, last.forecast);
    const raised = forecastOneTimers(
      last.origin,
      last.forecast.expected.map((value, g) => value * factor[g]!),
    );
    // By the square root of 2, give or take what some 300 purchases tell: 6 %, three times.
    expect(raised / forecastOneTimers(last.origin, last.forecast.expected) / Math.SQRT2).toBeGreaterThan(
      0.82,
    );
    expect(raised / forecastOneTimers(last.origin, last.forecast.expected) / Math.SQRT2).toBeLessThan(1.18);
  });

  test('a customer unlike any before is corrected like the most extreme that was seen', () => {
    const taught = lessons.slice(1).map(tooLowForOneTimers);
    const correction = learnCorrection(taught)!;
    const { groups } = lessons[0]!.origin;
    const far = { ...groups, size: 2, frequency: Int32Array.of(5000, 50_000), recency: Int32Array.of(1, 1) };
    const odd = { ...far, age: Int32Array.of(36_000, 36_000) };
    const { logOdds, factor } = correctionTerms(correction, odd, {
      chance: Float64Array.of(1e-9, 1),
      expected: Float64Array.of(0, 1e6),
    });
    const bound = 3 * correction.chances.reduce((sum, value) => sum + Math.abs(value), 0);
    for (const shift of logOdds) expect(Math.abs(shift)).toBeLessThanOrEqual(bound);
    for (const value of factor) expect(value > 0 && Number.isFinite(value)).toBe(true);
  });
});

describe('a correction', () => {
  test('is not learned from nothing, or where nobody bought', () => {
    const [{ origin, forecast }] = lessons as readonly [Lesson];
    const none = { ...origin, bought: origin.bought.map(() => 0), purchases: origin.purchases.map(() => 0) };
    expect(learnCorrection([])).toBeNull();
    expect(learnCorrection([{ origin: none, forecast }])).toBeNull();
  });

  test('never expects fewer purchases than the chance that there is one, and takes them from the others', () => {
    const forecast = { chance: Float64Array.of(0.4, 0.01), expected: Float64Array.of(0.45, 3) };
    const terms = { logOdds: Float64Array.of(2, 0), factor: Float64Array.of(0.5, 1) };
    const after = corrected(forecast, terms, { weight: Float64Array.of(10, 20) });
    expect(after.expected[0]).toBe(after.chance[0]);
    const total = 10 * after.expected[0]! + 20 * after.expected[1]!;
    expect(total / (10 * 0.225 + 20 * 3)).toBeCloseTo(1, 6);
  });

  test('moves log odds: an even chance with log 3 more is .75; 0 and 1 stay', () => {
    expect(shiftedChance(0.5, Math.log(3))).toBeCloseTo(0.75, 12);
    expect(shiftedChance(0, 5)).toBe(0);
    expect(shiftedChance(1, -5)).toBe(1);
  });
});

function forecastTotal({ groups }: Origin, column: Float64Array): number {
  return groups.ofCustomer.reduce((sum, g) => sum + column[g]!, 0);
}

/** Log score that the second forecast gains on the lesson's own. */
function gainOf({ origin, forecast }: Lesson, changed: WindowForecast) {
  const plain = scoreCandidate([origin], [forecast]);
  const after = scoreCandidate([origin], [changed]);
  return pairedDifference(
    origin.customer,
    (i) => plain.logScore[i]!,
    (i) => after.logScore[i]!,
  );
}
