import { describe, expect, test } from 'vitest';
import { createRng, nextBeta, nextExponential, nextFloat, nextGamma, type Rng } from '../numeric/rng';
import { expectedPurchasesIfAlive, integralOverLeaving } from './expected-purchases';
import { plainHorizons } from './fixtures/horizons';
import { fitAt, groupsOf } from './fixtures/simulated-buyers';
import { longPurchaseSum } from './long-purchase-sum';
import type { GroupPredictions } from './group-predictions';
import { predictGroups } from './predict-groups';
import { PurchaseCounts } from './purchase-count';
import {
  nextPurchaseQuantile,
  phasesOf,
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  type PurchaseHistory,
  type PurchaseModel,
  type PurchaseModelName,
} from './purchase-model';

const MODELS = ['mbg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3'] as const;
const ALL_MODELS: readonly PurchaseModelName[] = [...MODELS, 'bg-nbd', 'nbd'];
const HORIZONS = plainHorizons(365);
const PARAMS = { r: 1.1, alpha: 18, a: 0.6, b: 2.4 };
/** Sorted by frequency, age, recency, as the groups are. */
const CUSTOMERS: readonly PurchaseHistory[] = [
  { frequency: 0, recency: 0, age: 3 },
  { frequency: 0, recency: 0, age: 60 },
  { frequency: 2, recency: 20, age: 50 },
  { frequency: 2, recency: 50, age: 50 },
  { frequency: 6, recency: 150, age: 160 },
];

describe.each(MODELS)('predictions of %s', (name) => {
  const model: PurchaseModel = { name, params: PARAMS };
  const out = predictGroups(fitAt(model), groupsOf(CUSTOMERS), HORIZONS, 0.9);

  test('are the means of the simulated process given the history, to 4.5 of their standard errors', () => {
    const rng = createRng(5, name);
    CUSTOMERS.forEach((customer, g) => {
      const futures = simulateFutures(rng, model, customer, 15_000);
      const near = (value: number, f: (future: Future) => number, aliveOnly = false): void => {
        const { mean, error } = weightedMean(futures, f, aliveOnly);
        expect(Math.abs(value - mean)).toBeLessThan(4.5 * error + 1e-12);
      };
      const before = (days: number) => (future: Future) => future.times.filter((t) => t <= days).length;
      near(out.pAlive[g]!, ({ alive }) => Number(alive));
      near(out.pBuy30[g]!, (future) => Math.min(1, before(30)(future)));
      near(out.pBuy90[g]!, (future) => Math.min(1, before(90)(future)));
      near(out.pBuy365[g]!, (future) => Math.min(1, before(365)(future)));
      near(1 - out.churn[g]!, (future) => Math.min(1, before(120)(future)));
      near(out.expected30[g]!, before(30));
      near(out.expected90[g]!, before(90));
      near(out.expected[g]!, before(365));
      near(out.variance[g]! + out.expected[g]! ** 2, (future) => before(365)(future) ** 2);
      near(out.yearIfAlive[g]!, before(364), true);
      near(0.5, ({ times }) => Number((times[0] ?? Infinity) <= out.next50[g]!), true);
      near(0.8, ({ times }) => Number((times[0] ?? Infinity) <= out.next80[g]!), true);
      near(0.95, ({ times }) => Number((times[0] ?? Infinity) <= out.next95[g]!), true);
      near(out.discounted12m[g]!, ({ times }) =>
        times.reduce((sum, t) => {
          const month = HORIZONS.monthEnds.findIndex((end) => t <= end);
          return month < 0 ? sum : sum + 1.1 ** (-(month + 1) / 12);
        }, 0),
      );
      for (const [low, high, days] of [
        [out.expected90Low[g]!, out.expected90High[g]!, 90],
        [out.expectedLow[g]!, out.expectedHigh[g]!, 365],
      ] as const) {
        const below = weightedMean(futures, (future) => Number(before(days)(future) < low));
        const above = weightedMean(futures, (future) => Number(before(days)(future) > high));
        expect(below.mean).toBeLessThan(0.05 + 4.5 * below.error);
        expect(above.mean).toBeLessThan(0.05 + 4.5 * above.error);
        // No wider than needed: one count further in, a tail holds at least its share.
        const within = weightedMean(futures, (future) => Number(before(days)(future) <= low));
        const outer = weightedMean(futures, (future) => Number(before(days)(future) >= high));
        expect(within.mean).toBeGreaterThan(0.05 - 4.5 * within.error);
        expect(outer.mean).toBeGreaterThan(0.05 - 4.5 * outer.error - Number(high === 0));
      }
    });
  });

  test('are, group by group, those of one customer alone, to 1e-9 relative', () => {
    CUSTOMERS.forEach((customer, g) => {
      const alive = probabilityAlive(model, customer);
      expectRelative(out.pAlive[g]!, alive);
      expectRelative(out.pBuy90[g]!, alive * probabilityOfPurchaseIfAlive(model, customer, 90));
      expectRelative(out.expected[g]!, alive * expectedPurchasesIfAlive(model, customer, 365));
      expectRelative(out.expected30[g]!, alive * expectedPurchasesIfAlive(model, customer, 30));
      expect(out.next80[g]!).toBe(Math.min(3650, nextPurchaseQuantile(model, customer, 0.8)));
      expect(out.expected365[g]!).toBe(out.expected[g]!);
      expect(out.expected365High[g]!).toBe(out.expectedHigh[g]!);
    });
  });

  test('at the last order are the predictions on that day', () => {
    const then = CUSTOMERS.map((customer) => ({ ...customer, age: customer.recency }));
    then.forEach((customer, g) => {
      const day = predictGroups(fitAt(model), groupsOf([customer]), HORIZONS, 0.9);
      expectRelative(out.discounted12mAtLastOrder[g]!, day.discounted12m[0]!);
    });
  });

  test('have logit errors by the rule: what a step along each column of L changes', () => {
    const coordinates = Float64Array.of(...Object.values(PARAMS).map(Math.log));
    const paramsAt = (c: ArrayLike<number>) => ({
      r: Math.exp(c[0]!),
      alpha: Math.exp(c[1]!),
      a: Math.exp(c[2]!),
      b: Math.exp(c[3]!),
    });
    // Diagonal: the columns of L move one parameter each.
    const covariance = new Float64Array(16);
    [0.1, 0.2, 0.3, 0.15].forEach((error, i) => (covariance[i * 5] = error ** 2));
    const fit = { ...fitAt(model), coordinates, covariance, paramsAt };
    const errors = predictGroups(fit, groupsOf(CUSTOMERS), HORIZONS, 0.9);
    const logit = (params: PurchaseModel['params'], customer: PurchaseHistory): number => {
      const moved = { name, params };
      const p = probabilityAlive(moved, customer) * probabilityOfPurchaseIfAlive(moved, customer, 90);
      return Math.log(p / (1 - p));
    };
    CUSTOMERS.forEach((customer, g) => {
      const squares = [0.1, 0.2, 0.3, 0.15].map((error, i) => {
        const moved = paramsAt(coordinates.map((value, n) => value + (n === i ? error : 0)));
        return (logit(moved, customer) - logit(PARAMS, customer)) ** 2;
      });
      const expected = Math.sqrt(squares.reduce((sum, value) => sum + value, 0));
      expectRelative(errors.pBuy90Error[g]!, expected);
    });
    expect([...out.churnError]).toEqual(CUSTOMERS.map(() => 1));
  });
});

test('without phases every formula is that of MBG/NBD in the literature, to 1e-12 relative', () => {
  const { r, alpha, a, b } = PARAMS;
  const model = { name: 'mbg-nbd', params: PARAMS } as const;
  for (const customer of CUSTOMERS) {
    const { frequency: x, recency: t, age: T } = customer;
    const left = (a / (b + x)) * ((alpha + T) / (alpha + t)) ** (r + x);
    expectRelative(probabilityAlive(model, customer), 1 / (1 + left), 1e-12);
    const none = ((alpha + T) / (alpha + T + 90)) ** (r + x);
    expectRelative(probabilityOfPurchaseIfAlive(model, customer, 90), 1 - none, 1e-12);
    expectRelative(
      expectedPurchasesIfAlive(model, customer, 90),
      integralOverLeaving(r + x, 90 / (alpha + T), a, b + x + 1),
      1e-12,
    );
  }
});

test('the quantile of the next purchase inverts its probability, to 1e-12, from hours to centuries', () => {
  for (const name of ALL_MODELS)
    for (const r of [0.01, 1, 50])
      for (const alpha of [0.01, 20, 1e5])
        for (const customer of CUSTOMERS)
          for (const probability of [1e-3, 0.5, 0.95]) {
            const model = { name, params: { ...PARAMS, r, alpha } };
            const days = nextPurchaseQuantile(model, customer, probability);
            if (!Number.isFinite(days)) continue;
            const inverted = probabilityOfPurchaseIfAlive(model, customer, days);
            expect(Math.abs(inverted - probability)).toBeLessThan(1e-12);
          }
});

test('the sum by quadrature, for long horizons, has the mean of the plain sum and, for k = 1, of the integral to 1e-7', () => {
  const counts = new PurchaseCounts();
  for (const [shape, z] of [
    [0.5, 300],
    [1.3, 180],
    [40, 150],
    [2500, 5],
  ] as const)
    for (const a of [0.01, 0.9, 1, 2, 30])
      for (const phases of [1, 2, 3]) {
        counts.customer(shape, a, 1.7, phases);
        counts.horizon(z);
        for (let j = 0; j < phases; j++) {
          const long = longPurchaseSum(shape, z, a, 1.7, phases, j);
          expectRelative(long.mean, counts.mean(j), 1e-7);
          expectRelative(long.square, counts.square(j), 1e-6);
        }
      }
  for (const [shape, z] of [
    [0.02, 1e6],
    [1.5, 1e9],
    [6000, 30],
  ] as const)
    for (const a of [0.05, 1, 3])
      expectRelative(
        longPurchaseSum(shape, z, a, 1.7, 1, 0).mean,
        integralOverLeaving(shape, z, a, 1.7),
        1e-7,
      );
});

test('every prediction is finite, in its range and ordered, in every corner (2,000 purchases, 10,000 days)', () => {
  const rng = createRng(23);
  const between = (low: number, high: number): number => low * (high / low) ** nextFloat(rng);
  for (let round = 0; round < 60; round++) {
    for (const name of ALL_MODELS) {
      const params =
        name === 'nbd'
          ? { r: between(1e-3, 400), alpha: between(1e-3, 1e7), a: 0, b: 1 }
          : {
              r: between(1e-3, 400),
              alpha: between(1e-3, 1e7),
              a: between(1e-4, 3000),
              b: between(1e-4, 3000),
            };
      const customers = Array.from({ length: 6 }, () => {
        const age = Math.floor(between(1, 10_001)) - Number(nextFloat(rng) < 0.2);
        const frequency = Math.min(age, Math.floor(between(1, 2001)) - 1);
        const recency = frequency === 0 ? 0 : Math.max(frequency, Math.floor(nextFloat(rng) * (age + 1)));
        return { frequency, recency, age };
      });
      const fit = {
        ...fitAt({ name, params }),
        covariance: Float64Array.from({ length: 16 }, (_, i) => Number(i % 5 === 0)),
        paramsAt: (c: ArrayLike<number>) => ({
          r: params.r * Math.exp(c[0]!),
          alpha: params.alpha * Math.exp(c[1]!),
          a: params.a * Math.exp(c[2]!),
          b: params.b * Math.exp(c[3]!),
        }),
      };
      const horizonDays = between(1, 4000);
      const out = predictGroups(fit, groupsOf(customers), { ...HORIZONS, horizonDays }, 0.9);
      checkSound(out, `${name} ${JSON.stringify(params)} ${JSON.stringify(customers)} ${horizonDays}`);
    }
  }
});

function checkSound(out: GroupPredictions, context: string): void {
  for (const [column, values] of Object.entries(out) as [string, Float64Array | Int32Array][]) {
    values.forEach((value) => {
      if (!Number.isFinite(value) || value < 0) throw new Error(`${column} is ${value}: ${context}`);
    });
  }
  const slack = 1 + 1e-6;
  out.pAlive.forEach((alive, g) => {
    const ascending = [
      [0, out.pBuy30[g]!, out.pBuy90[g]!, out.pBuy365[g]!, alive],
      [0, out.expected30[g]!, out.expected90[g]!, out.expected365[g]!],
      [0, out.next50[g]!, out.next80[g]!, out.next95[g]!, 3650],
      [0, out.discounted12m[g]!, out.expected12m[g]!],
      [0, out.expected365Low[g]!, out.expected365High[g]!],
      [out.churn[g]!, 1],
    ];
    for (const values of ascending)
      for (let i = 1; i < values.length; i++)
        if (values[i - 1]! > values[i]! * slack + 1e-12) throw new Error(`${values.join(' > ')}: ${context}`);
  });
  expect(out.pAlive.length).toBeGreaterThan(0);
}

interface Future {
  readonly weight: number;
  readonly alive: boolean;
  /** Of the purchases to come, days from now. */
  readonly times: readonly number[];
}

/** Rates and chances to leave from the population, weighted by how likely they make the history; then the process. */
function simulateFutures(
  rng: Rng,
  model: PurchaseModel,
  customer: PurchaseHistory,
  draws: number,
): readonly Future[] {
  const { r, alpha, a, b } = model.params;
  const { frequency: x, recency, age } = customer;
  const phases = phasesOf(model.name);
  const silence = age - recency;
  return Array.from({ length: draws }, () => {
    // The rate from its law given x gaps that fill t_x; what comes after the last purchase weighs.
    const rate = nextGamma(rng, r + phases * x, alpha + recency);
    const leave = nextBeta(rng, a, b + x);
    const alive = nextFloat(rng) >= leave;
    let next = 0;
    for (let j = 0; j < phases; j++) next += nextExponential(rng) / rate;
    // Alive and seen to buy in the silence: not this customer.
    if (alive && next <= silence) return { weight: 0, alive, times: [] };
    const times: number[] = [];
    for (let t = next - silence; alive && t <= 4000;) {
      times.push(t);
      if (nextFloat(rng) < leave) break;
      for (let j = 0; j < phases; j++) t += nextExponential(rng) / rate;
    }
    return { weight: 1, alive, times };
  });
}

function weightedMean(
  futures: readonly Future[],
  f: (future: Future) => number,
  aliveOnly = false,
): { readonly mean: number; readonly error: number } {
  const chosen = futures.filter(({ weight, alive }) => weight > 0 && (alive || !aliveOnly));
  const values = chosen.map(f);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares) / values.length };
}

function expectRelative(actual: number, exact: number, tolerance = 1e-9): void {
  expect(Math.abs(actual - exact)).toBeLessThanOrEqual(tolerance * Math.abs(exact));
}
