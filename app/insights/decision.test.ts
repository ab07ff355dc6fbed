import { describe, expect, test } from 'vitest';
import { decide, summariseDanger, type DecisionFacts } from './decision';

const facts: DecisionFacts = {
  status: 'fitted',
  customers: 200,
  repeatCustomers: 120,
  requiredRepeatCustomers: 10,
  historyDays: 400,
  danger: { customers: 100, topCustomers: 50, topMoney: 3_775 },
  moneyAtRisk: { mean: 5_050, low: 4_000, high: 6_000, level: 0.8 },
  overdueCustomers: 30,
};

describe('decide', () => {
  test('the fifty customers with the most at risk hold the share of the money that they hold', () => {
    // 51 + 52 + ... + 100 = 3,775 of 5,050, whatever the order they come in.
    const inDanger = Array.from({ length: 100 }, (_, index) => ({ churn: 0.9, moneyAtRisk: index + 1 }));
    const safe = { churn: 0.2, moneyAtRisk: 1_000 };
    const danger = summariseDanger([safe, ...inDanger]);
    expect(danger).toEqual(facts.danger);
    const decision = decide({ ...facts, danger });
    expect(decision).toMatchObject({ kind: 'look-at-risk', customers: 100, topCustomers: 50 });
    expect(decision.kind === 'look-at-risk' && decision.topShare).toBeCloseTo(3_775 / 5_050, 12);
  });

  test('nobody in danger is a quiet day, not an alarm of zero euro', () => {
    expect(decide({ ...facts, danger: summariseDanger([]) })).toEqual({ kind: 'all-quiet', customers: 200 });
  });

  test('rules never claim money', () => {
    const decision = decide({ ...facts, status: 'rules', moneyAtRisk: null, repeatCustomers: 4 });
    expect(decision).toEqual({
      kind: 'too-early',
      repeatCustomers: 4,
      requiredRepeatCustomers: 10,
      historyDays: 400,
      overdueCustomers: 30,
    });
  });

  test('a shop without orders is told so', () => {
    expect(decide({ ...facts, status: 'empty' })).toEqual({ kind: 'no-orders' });
  });
});
