import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng } from '../numeric/rng';
import { fitPurchases, type PurchaseFit } from './fit-purchases';
import { readDataSet, referenceMissing } from './fixtures/reference-data';
import { simulateRepeats } from './fixtures/simulated-buyers';
import { createOrderColumnsBuilder } from './order-columns-builder';
import type { OrderColumns } from './order-columns';
import { predictGroups } from './predict-groups';
import { groupPurchases, type PurchaseGroups } from './purchase-groups';
import type { PurchaseModel, PurchaseModelName } from './purchase-model';
import { summarizeRfm, type RfmSummary } from './rfm-summary';

test('the sum of log gaps is that of the days between purchases, however many there are', () => {
  const builder = createOrderColumnsBuilder();
  for (const day of [0, 3, 3, 10, 100]) builder.add('a', day, 100);
  for (let i = 0; i < 300; i++) builder.add('b', 17 * i, 100);
  builder.add('c', 5, 100);
  const { logGaps } = summarizeRfm(builder.finish(100), 6000, false);
  expect(logGaps[0]).toBeCloseTo(Math.log(3) + Math.log(7) + Math.log(90), 12);
  expect(logGaps[1]! / (299 * Math.log(17))).toBeCloseTo(1, 12);
  expect(logGaps[2]).toBe(0);
});

describe('MBG/CNBD-2 on 20,000 customers simulated from it', () => {
  const truth: PurchaseModel = { name: 'mbg-cnbd-2', params: { r: 0.9, alpha: 25, a: 0.6, b: 2.5 } };
  const groups = simulateGroups(truth, 20_000);
  const fit = fitPurchases('mbg-cnbd-2', groups, { weakPrior: false });

  test('finds each parameter within four of its standard errors, and those are below a tenth', () => {
    expect(fit.converged).toBe(true);
    const { r, alpha, a, b } = truth.params;
    const longest = groups.maxAge * groups.tick;
    const exact = [Math.log(r), Math.log(alpha / longest), Math.log(a / b), Math.log(a + b)];
    exact.forEach((value, i) => {
      const error = Math.sqrt(fit.covariance![i * 5]!);
      expect(error).toBeLessThan(0.1);
      expect(Math.abs(fit.coordinates[i]! - value)).toBeLessThan(4 * error);
    });
  });

  test('is told from one and three phases by its likelihood', () => {
    for (const other of ['mbg-nbd', 'mbg-cnbd-3'] as const)
      expect(fit.logLikelihood).toBeGreaterThan(fitPurchases(other, groups).logLikelihood + 100);
  });
});

describe.skipIf(referenceMissing)('a grocer’s customers, calibrated to 2006-12-31, forecast 52 weeks', () => {
  const orders = referenceMissing ? null : readDataSet('grocery_orders.csv');
  const now = dayNumber(isoDay('2006-12-31'));
  const summary = orders && summarizeRfm(orders, now, false);
  const groups =
    summary && groupPurchases(summary.frequency, summary.recency, summary.age, { logGaps: summary.logGaps });
  const fitted = (name: PurchaseModelName): PurchaseFit => fitPurchases(name, groups!);

  test('two or three phases raise the likelihood by hundreds over one', () => {
    const one = fitted('mbg-nbd').logLikelihood;
    expect(fitted('mbg-cnbd-2').logLikelihood).toBeGreaterThan(one + 500);
    expect(fitted('mbg-cnbd-3').logLikelihood).toBeGreaterThan(one + 500);
  });

  test('two phases bring the mean absolute error from 1.51 orders a customer below 1.43', () => {
    const errorOf = (name: PurchaseModelName): number =>
      holdOutError(orders!, summary!, groups!, fitted(name), now);
    expect(errorOf('mbg-nbd')).toBeCloseTo(1.51, 2);
    expect(errorOf('mbg-cnbd-2')).toBeLessThan(1.43);
  });
});

/** Customers who arrived evenly over a year, seen a year after its end, in hundredths of a day. */
function simulateGroups(model: PurchaseModel, customers: number): PurchaseGroups {
  const rng = createRng(3, 'regular-buyers');
  const tick = 0.01;
  const frequency = new Int32Array(customers);
  const recency = new Int32Array(customers);
  const age = new Int32Array(customers);
  const logGaps = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    age[i] = Math.round((365 + (365 * i) / customers) / tick);
    const times = simulateRepeats(rng, model, age[i]! * tick);
    frequency[i] = times.length;
    recency[i] = Math.round((times.at(-1) ?? 0) / tick);
    times.forEach((t, n) => (logGaps[i]! += Math.log(t - (times[n - 1] ?? 0))));
  }
  return groupPurchases(frequency, recency, age, { tick, logGaps });
}

function holdOutError(
  orders: OrderColumns,
  summary: RfmSummary,
  groups: PurchaseGroups,
  fit: PurchaseFit,
  now: number,
): number {
  const horizonDays = 364;
  const future = new Map<string, Set<number>>();
  orders.customer.forEach((customer, row) => {
    const day = orders.day[row]!;
    if (day <= now || day > now + horizonDays) return;
    const id = orders.customerIds[customer]!;
    future.set(id, (future.get(id) ?? new Set()).add(day));
  });
  const horizons = {
    horizonDays,
    churnWindowDays: 90,
    days30: 30,
    days90: 90,
    days365: 365,
    monthEnds: [365],
    discountRateAnnual: 0,
  };
  const { expected } = predictGroups(fit, groups, horizons, 0.9);
  const errors = summary.customerIds.map((id, i) =>
    Math.abs(expected[groups.ofCustomer[i]!]! - (future.get(id)?.size ?? 0)),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
