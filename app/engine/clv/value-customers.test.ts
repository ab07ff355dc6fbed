import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays, dayNumber, isoDay } from '~/domain/iso-day';
import { createRng, nextBeta, nextExponential, nextFloat, nextGamma, nextInt } from '../numeric/rng';
import type {
  CustomerPrediction,
  CustomerValuation,
  FittedValuation,
  ValuationInput,
} from './customer-valuation';
import { faultsOf } from './fixtures/sound-customer';
import type { OrderColumns } from './order-columns';
import { valueCustomers } from './value-customers';

type Row = readonly [customer: string, day: number, amount: number];

// Property tests fit dozens of shops: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const NOW = isoDay('2026-06-30');
const TODAY = dayNumber(NOW);

function columns(rows: readonly Row[], ids = [...new Set(rows.map(([id]) => id))]): OrderColumns {
  return {
    customerIds: ids,
    customer: Int32Array.from(rows, ([id]) => ids.indexOf(id)),
    day: Int32Array.from(rows, ([, day]) => day),
    revenue: Float64Array.from(rows, ([, , amount]) => amount),
  };
}

function value(rows: readonly Row[], options: Partial<ValuationInput> = {}): CustomerValuation {
  return valueCustomers({ orders: columns(rows), now: NOW, horizonDays: 365, seed: 1, ...options });
}

/** A shop of MBG/NBD customers with Gamma-Gamma order values. */
function simulatedShop(customers: number, options: { leaving?: boolean; days?: number } = {}): Row[] {
  const { leaving = true, days = 700 } = options;
  const rng = createRng(11);
  const rows: Row[] = [];
  for (let i = 0; i < customers; i++) {
    const rate = nextGamma(rng, 0.9, 45);
    const leave = leaving ? nextBeta(rng, 0.9, 1.8) : 0;
    const size = nextGamma(rng, 3.7, 15);
    for (let t = nextFloat(rng) * days; t < days; t += nextExponential(rng) / rate) {
      rows.push([`c${i}`, TODAY - days + 1 + Math.floor(t), Math.round(100 * nextGamma(rng, 6, size)) / 100]);
      if (nextFloat(rng) < leave) break;
    }
  }
  return rows;
}

function fitted(valuation: CustomerValuation): FittedValuation {
  if (valuation.status !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(valuation.verdicts)}`);
  return valuation;
}

/** Every number is finite, probabilities are probabilities, intervals hold their middle. */
function expectSound(valuation: CustomerValuation): void {
  JSON.stringify(valuation, (_, item: unknown) => {
    if (typeof item === 'number' && !Number.isFinite(item)) throw new Error('a number is not finite');
    return item;
  });
  if (valuation.status !== 'fitted') return;
  expect(valuation.customers.flatMap(faultsOf)).toEqual([]);
  const { totals, moneyAtRisk, leavingAtRisk, backtest, season } = valuation;
  for (const estimate of [
    ...[moneyAtRisk, leavingAtRisk, totals.expectedPurchases, totals.expectedRevenue],
    ...[totals.expectedPurchases90, totals.expectedRevenue90, totals.expectedBuyers90],
    ...[totals.revenue12m, totals.clv12m],
  ]) {
    expect(estimate.low).toBeLessThanOrEqual(estimate.mean);
    expect(estimate.high).toBeGreaterThanOrEqual(estimate.mean);
  }
  // Sums to rounding, where a shop mixes cents and billions.
  const sum = (of: (c: CustomerPrediction) => number): number =>
    valuation.customers.reduce((total, c) => total + of(c), 0);
  expect(totals.expectedBuyers90.mean / sum((c) => c.pBuy90)).toBeCloseTo(1, 6);
  expect(totals.expectedPurchases.mean / sum((c) => c.expectedPurchases)).toBeCloseTo(1, 6);
  expect(leavingAtRisk.mean).toBeLessThanOrEqual(moneyAtRisk.mean * (1 + 1e-9));
  for (const factor of season?.weeks ?? []) expect(factor).toBeGreaterThan(0);
  for (const origin of backtest?.origins ?? []) {
    expect(origin.actualBuyers).toBeLessThanOrEqual(origin.actualPurchases);
    expect(origin.expectedBuyers).toBeLessThanOrEqual(origin.expectedPurchases * (1 + 1e-9));
  }
  for (const { low, high, forecast, actual } of backtest?.calibration ?? []) {
    for (const share of [low, high, forecast, actual]) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
  }
  for (const candidate of backtest?.candidates ?? []) {
    expect(candidate.rankingArea >= 0 && candidate.rankingArea <= 1).toBe(true);
  }
}

function codes(valuation: CustomerValuation): readonly string[] {
  return valuation.verdicts.map(({ code }) => code);
}

describe('too little data is an answer, not an exception', () => {
  test('no orders: empty', () => {
    const valuation = value([]);
    expect(valuation.status).toBe('empty');
    expect(codes(valuation)).toContain('no-purchases');
  });

  test('one order, ten orders, all on one day: rules', () => {
    const one: Row[] = [['a', TODAY, 10]];
    const ten = Array.from({ length: 10 }, (_, i): Row => [`c${i}`, TODAY - 7 * i, 20]);
    const sameDay = Array.from({ length: 500 }, (_, i): Row => [`c${i % 200}`, TODAY, 20]);
    for (const rows of [one, ten, sameDay]) {
      const valuation = value(rows);
      expect(valuation.status).toBe('rules');
      expect(codes(valuation)).toContain('model-needs-repeat-customers');
      expectSound(valuation);
    }
  });

  test('rules say when, at the shop’s pace, a model will be possible', () => {
    const rows: Row[] = [
      ['a', TODAY - 100, 10],
      ['a', TODAY - 50, 10],
      ['b', TODAY - 90, 10],
      ['b', TODAY - 10, 10],
    ];
    const verdict = value(rows).verdicts.find(({ code }) => code === 'model-needs-repeat-customers');
    // Two repeat customers in 100 days are ten in 500.
    expect(verdict?.values).toEqual({ repeatCustomers: 2, required: 10, possibleOn: addDays(NOW, 400) });
  });

  test('history shorter than two usual gaps waits, however many customers came back', () => {
    const rows = Array.from({ length: 60 }, (_, i): Row => [
      `c${i % 30}`,
      TODAY - 40 + (i < 30 ? 0 : 40),
      10,
    ]);
    expect(codes(value(rows))).toContain('model-needs-history');
  });
});

describe('data rules on the whole shop', () => {
  const shop = simulatedShop(400);

  test('rows after the analysis date change nothing', () => {
    const later = shop.map(([id, day, amount]): Row => [id, day + 800, amount]);
    const valuation = fitted(value([...shop, ...later]));
    expect(valuation.customers).toEqual(fitted(value(shop)).customers);
    expect(codes(valuation)).toContain('rows-after-now');
  });

  test('the answer is the same, bit for bit, for shuffled rows and shuffled customers', () => {
    const rng = createRng(3);
    const shuffled = [...shop];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = nextInt(rng, i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    expect(value(shuffled)).toEqual(value(shop));
  });

  test('renaming the customers moves no prediction', () => {
    const renamed = shop.map(([id, day, amount]): Row => [`${9999 - Number(id.slice(1))}`, day, amount]);
    const byNewName = new Map(fitted(value(renamed)).customers.map((c) => [c.customerId, c]));
    for (const customer of fitted(value(shop)).customers) {
      const twin = byNewName.get(`${9999 - Number(customer.customerId.slice(1))}`);
      expect(twin).toEqual({ ...customer, customerId: twin?.customerId });
    }
  });

  test('a wholesale buyer is named, keeps a prediction and does not move the fit of the others', () => {
    const before = fitted(value(shop));
    const wholesale = Array.from({ length: 12 }, (_, i): Row => ['wholesale', TODAY - 30 * i, 40_000]);
    const after = fitted(value([...shop, ...wholesale]));
    expect(after.model.setAside).toContain('wholesale');
    expect(after.model.params).toEqual(before.model.params);
    expect(after.customers.find((c) => c.customerId === 'wholesale')!.clv).toBeGreaterThan(1000);
  });

  test('refunds lower the value, and a shop without amounts is valued in orders', () => {
    const refunded = [...shop, ...shop.map(([id, day, amount]): Row => [id, day, -amount / 2])];
    const half = fitted(value(refunded)).totals.revenue / fitted(value(shop)).totals.revenue;
    expect(half).toBeCloseTo(0.5, 9);
    const counted = fitted(
      valueCustomers({ orders: { ...columns(shop), revenue: null }, now: NOW, horizonDays: 90, seed: 1 }),
    );
    expect(counted.value.model).toBe('order-count');
    for (const c of counted.customers) expect(c.clv).toBe(c.expectedPurchases);
  });
});

describe('the model', () => {
  test('MBG/NBD is chosen and finds the parameters that made the shop, within four standard errors', () => {
    const { model } = fitted(value(simulatedShop(4000)));
    expect(model.chosen).toBe('mbg-nbd');
    const { r, alpha, a, b } = model.params;
    expect(r / alpha / (0.9 / 45)).toBeCloseTo(1, 0);
    expect(Math.abs(a / (a + b) - 1 / 3)).toBeLessThan(0.06);
  });

  test('where nobody leaves it says so: NBD, no P(alive), nothing at risk', () => {
    const valuation = fitted(value(simulatedShop(300, { leaving: false })));
    expect(valuation.model.chosen).toBe('nbd');
    expect(codes(valuation)).toContain('no-churn-detectable');
    expect(valuation.moneyAtRisk.mean).toBe(0);
    for (const customer of valuation.customers) expect(customer.pAlive).toBeNull();
    expectSound(valuation);
  });

  test('values that grow with frequency use the fallback that conditions on it', () => {
    const rows = simulatedShop(600);
    const orders = new Map<string, number>();
    for (const [id] of rows) orders.set(id, (orders.get(id) ?? 0) + 1);
    const rising = rows.map(([id, day, amount]): Row => [id, day, amount * orders.get(id)!]);
    const valuation = fitted(value(rising));
    expect(valuation.value.model).toBe('log-mean');
    expect(codes(valuation)).toContain('value-depends-on-frequency');
    expectSound(valuation);
  });

  test('one price for everything is no reason to fail', () => {
    const once = new Map(simulatedShop(300).map(([id, day]) => [`${id} ${day}`, [id, day, 25] as const]));
    const valuation = fitted(value([...once.values()]));
    for (const c of valuation.customers) expect(c.expectedOrderValue).toBeCloseTo(25, 6);
    expectSound(valuation);
  });

  test('the same seed gives the same interval, another seed nearly the same', () => {
    const shop = simulatedShop(500);
    const [first, again, other] = [1, 1, 2].map((seed) => fitted(value(shop, { seed })).moneyAtRisk);
    expect(again).toEqual(first);
    expect(other!.low / first!.low).toBeCloseTo(1, 0);
  });

  test('the result survives the trip to another thread', () => {
    const valuation = value(simulatedShop(120));
    expect(structuredClone(valuation)).toEqual(valuation);
  });
});

describe('hard shops', () => {
  test('a customer with 10,000 orders, amounts of 0, negative and 1e9', () => {
    const heavy = Array.from({ length: 10_000 }, (_, i): Row => ['heavy', TODAY - (i % 690), 5]);
    const odd: Row[] = [
      ['zero', TODAY - 5, 0],
      ['negative', TODAY - 5, -30],
      ['rich', TODAY - 5, 1e9],
      ['rich', TODAY - 50, 1e9],
    ];
    expectSound(fitted(value([...simulatedShop(300), ...heavy, ...odd])));
  });

  test('a fit is asked for no horizon below a day', () => {
    expect(() => value([], { horizonDays: 0 })).toThrow(RangeError);
  });

  test('any small shop gives finite numbers and probabilities between 0 and 1', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 25 }).map((i) => `c${i}`),
      fc.integer({ min: TODAY - 400, max: TODAY + 20 }),
      fc.oneof(fc.constantFrom(0, 1e9, -1e9, 0.01, 10), fc.double({ min: -500, max: 500, noNaN: true })),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.array(row, { maxLength: 30 }), fc.array(row, { minLength: 150, maxLength: 300 })),
        fc.constantFrom(1, 30, 365, 3650),
        (rows, horizonDays) => {
          expectSound(value(rows, { horizonDays }));
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  test('shops of regular buyers, of hundreds of orders a customer, of years of silence stay finite', () => {
    const shape = fc.record({
      customers: fc.integer({ min: 12, max: 40 }),
      gap: fc.integer({ min: 1, max: 120 }),
      repeats: fc.integer({ min: 1, max: 120 }),
      silence: fc.integer({ min: 0, max: 3000 }),
      amount: fc.constantFrom(0.01, 10, 1e9),
    });
    fc.assert(
      fc.property(shape, ({ customers, gap, repeats, silence, amount }) => {
        const rows: Row[] = [];
        for (let c = 0; c < customers; c++) {
          for (let k = 0; k <= repeats; k++)
            rows.push([`c${c}`, TODAY - silence - c - gap * k, amount * (1 + (c % 3))]);
        }
        expectSound(value(rows));
      }),
      { numRuns: 15, seed: 2 },
    );
  });
});
