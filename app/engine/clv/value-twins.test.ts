import { describe, expect, test, vi } from 'vitest';
import type { RetentionShop, RetentionShopKind } from '../simulate/retention-shop';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import type { FittedValuation } from './customer-valuation';
import { gainOnTruth } from './fixtures/twin-past';
import { valueCustomers } from './value-customers';

vi.setConfig({ testTimeout: 60_000 });

const HORIZON = 90;

function twin(kind: RetentionShopKind, options: { customers?: number; historyDays?: number } = {}) {
  const { customers = 2000, historyDays = 730 } = options;
  return simulateRetentionShop(kind, { seed: 1, customers, historyDays, futureDays: HORIZON });
}

function valued({ orders, now }: RetentionShop, backtest: boolean): FittedValuation {
  const valuation = valueCustomers({ orders, now, horizonDays: HORIZON, seed: 1, backtest });
  if (valuation.status !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(valuation.verdicts)}`);
  return valuation;
}

/** Mean score of the true future that the automatic choice gains on plain MBG/NBD, with its standard error. */
function gainOnPlain(shop: RetentionShop, chosen: FittedValuation) {
  const place = new Map(shop.orders.customerIds.map((id, i) => [id, i]));
  const truth = chosen.customers.map(({ customerId }) => shop.truth.futurePurchases[place.get(customerId)!]!);
  const foretold = ({ customers }: FittedValuation) =>
    customers.map(({ pBuy, expectedPurchases }) => ({ chance: pBuy, expected: expectedPurchases }));
  return gainOnTruth(truth, foretold(valued(shop, false)), foretold(chosen));
}

/** Every code with the numbers that its sentence needs. */
const CHOICES = {
  'default-held': ['origins'],
  'better-in-backtest': ['error', 'gain', 'origins'],
  'as-good-and-likelier': ['logLikelihood', 'origins'],
  'default-unchecked': [],
  'no-churn-detectable': [],
};

function expectToldInFull({ model, backtest }: FittedValuation): void {
  const { code, values } = model.choice;
  expect(Object.keys(values).sort()).toEqual(CHOICES[code]);
  expect(Object.values(values).every(Number.isFinite)).toBe(true);
  expect(backtest?.origins).toHaveLength(4);
  JSON.stringify(backtest, (_, item: unknown) => {
    if (typeof item === 'number' && !Number.isFinite(item)) throw new Error('a number is not finite');
    return item;
  });
  expect(backtest!.calibrationError).toBeLessThanOrEqual(0.05);
}

describe.each([
  ['mbg-nbd', ['mbg-nbd']],
  ['mbg-cnbd-2', ['mbg-cnbd-2', 'mbg-cnbd-3']],
  ['regular', ['mbg-cnbd-2', 'mbg-cnbd-3']],
  ['drifting', ['mbg-nbd']],
  ['one-timers', ['mbg-nbd']],
  ['left-censored', ['mbg-nbd']],
  ['wholesale', ['mbg-nbd']],
  ['dirty', ['mbg-nbd']],
] as const)('a %s shop', (kind, models) => {
  const shop = twin(kind);
  const chosen = valued(shop, true);

  test('gets a model that can tell what is there, and is told why', () => {
    expect(models).toContain(chosen.model.chosen);
    expectToldInFull(chosen);
  });

  test('is never forecast worse than by plain MBG/NBD, by more than two standard errors of the true future', () => {
    const { mean, error } = gainOnPlain(shop, chosen);
    // Where the choice is plain MBG/NBD, the two differ by the rounding of their optimum.
    expect(mean).toBeGreaterThan(-2 * error - 1e-6);
    if (models.every((name) => name !== 'mbg-nbd')) expect(mean).toBeGreaterThan(2 * error);
  });
});

describe('a seasonal shop of three and a half years', () => {
  const shop = twin('seasonal', { customers: 3000, historyDays: 1250 });
  const chosen = valued(shop, true);

  test('is forecast by its season, with the peak before Christmas', () => {
    expect(chosen.season).not.toBeNull();
    const used = chosen.verdicts.find(({ code }) => code === 'season-used');
    expect(used?.values['peakWeek']).toBeGreaterThanOrEqual(47);
    expectToldInFull(chosen);
  });

  test('is forecast better for it than by plain MBG/NBD, whose quarter after Christmas is far too high', () => {
    const { mean, error } = gainOnPlain(shop, chosen);
    expect(mean).toBeGreaterThan(2 * error);
    const actual = shop.truth.futurePurchases.reduce((sum, count) => sum + count, 0);
    const { mean: expected } = chosen.totals.expectedPurchases;
    expect(Math.abs(expected / actual - 1)).toBeLessThan(
      0.5 * Math.abs(valued(shop, false).totals.expectedPurchases.mean / actual - 1),
    );
  });
});

test('a shop with too little history is told that its model is the unchecked default', () => {
  // Who stays buys every third day: seven weeks show who leaves.
  const params = { r: 2, alpha: 6, a: 0.5, b: 1.5 };
  const size = { customers: 600, historyDays: 50, futureDays: HORIZON };
  const valuation = valued(simulateRetentionShop('mbg-nbd', { ...size, seed: 1, params }), true);
  expect(valuation.backtest).toBeNull();
  expect(valuation.model.choice).toEqual({ code: 'default-unchecked', values: {} });
  expect(valuation.verdicts.map(({ code }) => code)).toContain('totals-interval-default');
});
