import { describe, expect, test, vi } from 'vitest';
import type { RetentionShopKind } from '../simulate/retention-shop';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import type { CustomerPrediction, FittedValuation, ValuationInput } from './customer-valuation';
import { faultsOf } from './fixtures/sound-customer';
import { DEFAULT_SEGMENT_THRESHOLDS } from './segments';
import { valueCustomerColumns, valueCustomers } from './value-customers';
import { customerAt } from './predict-customers';

vi.setConfig({ testTimeout: 60_000 });

function inputOf(kind: RetentionShopKind): ValuationInput {
  const { orders, now } = simulateRetentionShop(kind, {
    seed: 1,
    customers: 1500,
    historyDays: 730,
    futureDays: 0,
  });
  return { orders, now, horizonDays: 90, seed: 1 };
}

function fitted(given: ValuationInput): FittedValuation {
  const valuation = valueCustomers(given);
  if (valuation.status !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(valuation.verdicts)}`);
  return valuation;
}

/** Without a look back: what is read here does not hang on it. */
const input = (options: Partial<ValuationInput> = {}): ValuationInput => ({
  ...inputOf('mbg-nbd'),
  backtest: false,
  ...options,
});
const plain = fitted(input());

test.each([
  'mbg-nbd',
  'regular',
  'drifting',
  'one-timers',
  'left-censored',
  'wholesale',
  'nbd',
  'dirty',
] as const)('every number about every customer of a %s shop is sound, corrected or not', (kind) => {
  const { customers } = fitted(inputOf(kind));
  expect(customers.flatMap(faultsOf)).toEqual([]);
});

test('one customer read from the columns is the one that the list holds', () => {
  const valuation = valueCustomerColumns(input());
  if (valuation.status !== 'fitted') throw new Error('not fitted');
  for (const i of [0, 7, 700, plain.customers.length - 1]) {
    expect(customerAt(valuation.columns, i)).toEqual(plain.customers[i]);
  }
  expect(valuation.columns.size).toBe(plain.customers.length);
});

describe('chances', () => {
  test('over the asked horizon are those over as many days', () => {
    for (const c of plain.customers) {
      expect(c.pBuy).toBeCloseTo(c.pBuy90, 12);
      expect(c.expectedPurchases).toBeCloseTo(c.expectedPurchases90, 9);
    }
  });

  test('have ranges that are wider where less is known: half as wide again with a tenth of the customers', () => {
    const given = inputOf('mbg-nbd');
    const few = given.orders.customerIds.length / 10;
    const rows = [...given.orders.customer.keys()].filter((row) => given.orders.customer[row]! < few);
    const small = fitted({
      ...given,
      orders: {
        customerIds: given.orders.customerIds,
        customer: Int32Array.from(rows, (row) => given.orders.customer[row]!),
        day: Int32Array.from(rows, (row) => given.orders.day[row]!),
        revenue: Float64Array.from(rows, (row) => given.orders.revenue![row]!),
      },
    });
    const logit = (p: number): number => Math.log(p / (1 - p));
    const width = ({ customers }: FittedValuation): number =>
      customers.reduce((sum, c) => sum + logit(c.pBuy90High) - logit(c.pBuy90Low), 0) / customers.length;
    expect(width(small)).toBeGreaterThan(1.5 * width(fitted(given)));
  });

  test('hold the true share of buyers: of the likeliest tenth, and of the least likely half', () => {
    const { orders, now, truth } = simulateRetentionShop('mbg-nbd', {
      seed: 1,
      customers: 1500,
      historyDays: 730,
      futureDays: 90,
    });
    expect(now).toBe(plain.now);
    const place = new Map(orders.customerIds.map((id, i) => [id, i]));
    const sorted = [...plain.customers].sort((a, b) => b.pBuy90 - a.pBuy90);
    const tenth = sorted.slice(0, 150);
    const half = sorted.slice(750);
    for (const part of [tenth, half]) {
      const mean = (of: (c: CustomerPrediction) => number): number =>
        part.reduce((sum, c) => sum + of(c), 0) / part.length;
      const share = mean(({ customerId }) => (truth.futurePurchases[place.get(customerId)!]! > 0 ? 1 : 0));
      // The ranges are for chances; the share of so many has its own luck, three standard deviations of it.
      const luck = 3 * Math.sqrt((share * (1 - share)) / part.length);
      expect(share).toBeGreaterThan(mean((c) => c.pBuy90Low) - luck);
      expect(share).toBeLessThan(mean((c) => c.pBuy90High) + luck);
    }
  });
});

describe('value', () => {
  test('is what is expected: purchases times order value, discounted over twelve months', () => {
    for (const c of plain.customers) {
      expect(c.clv).toBeCloseTo(c.expectedPurchases * c.expectedOrderValue, 9);
      // At most a year's discount of 10 %, on what 365 days hold.
      expect(c.clv12m).toBeLessThanOrEqual(c.expectedPurchases365 * c.expectedOrderValue * (1 + 1e-9));
      expect(c.clv12m).toBeGreaterThanOrEqual((c.expectedPurchases365 * c.expectedOrderValue) / 1.1 - 1e-9);
    }
  });

  test('in margin is the share of it, and is not claimed where the margin is not known', () => {
    for (const c of plain.customers) expect(c.marginClv12m).toBeNull();
    const { customers } = fitted(input({ marginShare: 0.35 }));
    customers.forEach((c, i) => {
      expect(c.marginClv12m).toBeCloseTo(0.35 * c.clv12m, 9);
      expect(c.clv12m).toBe(plain.customers[i]!.clv12m);
    });
  });

  test('drops with silence: whoever ordered today has lost nothing', () => {
    const [fresh] = plain.customers.filter((c) => c.daysSinceLastOrder === 0);
    expect(fresh!.drop).toBeLessThan(0.01);
    const silent = plain.customers.filter((c) => c.frequency >= 3 && c.daysSinceLastOrder > 300);
    expect(silent.length).toBeGreaterThan(10);
    for (const c of silent) expect(c.drop).toBeGreaterThan(0.5);
  });
});

describe('segments', () => {
  const segmentsWith = (thresholds: Partial<typeof DEFAULT_SEGMENT_THRESHOLDS>): readonly string[] =>
    fitted(input({ segmentThresholds: { ...DEFAULT_SEGMENT_THRESHOLDS, ...thresholds } })).customers.map(
      ({ segment }) => segment,
    );
  const standard = plain.customers.map(({ segment }) => segment);
  const count = (segments: readonly string[], name: string): number =>
    segments.filter((segment) => segment === name).length;

  test('are drawn where they are by default when nobody moves them', () => {
    expect(segmentsWith({})).toEqual(standard);
    expect(new Set(standard).size).toBeGreaterThanOrEqual(4);
  });

  test('follow their thresholds', () => {
    const milder = segmentsWith({ highChurn: 0.9 });
    const gone = (segments: readonly string[]): number =>
      count(segments, 'lost') + count(segments, 'vip-at-risk');
    expect(gone(milder)).toBeLessThan(gone(standard));
    plain.customers.forEach((c, i) => {
      expect(['lost', 'vip-at-risk'].includes(milder[i]!)).toBe(c.churn > 0.9);
    });
    expect(count(segmentsWith({ vipShare: 0.5 }), 'vip-at-risk')).toBeGreaterThan(
      count(standard, 'vip-at-risk'),
    );
    expect(count(segmentsWith({ lowChurn: 0.5, loyalPurchases90: 0.5 }), 'loyal')).toBeGreaterThan(
      count(standard, 'loyal'),
    );
  });

  test('of value are shares of the shop: nobody is in the top fifth of a shop whose share is none', () => {
    const none = segmentsWith({ vipShare: 0, whaleShare: 0 });
    // The most valuable customer alone reaches the top.
    expect(count(none, 'vip-at-risk') + count(none, 'potential-whale')).toBeLessThanOrEqual(1);
  });
});
