import { describe, expect, test } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import {
  decide,
  decideToday,
  summariseLeaving,
  type DecisionFacts,
  type SendRescueDecision,
} from './decision';

const facts: DecisionFacts = {
  status: 'fitted',
  customers: 200,
  repeatCustomers: 120,
  requiredRepeatCustomers: 10,
  historyDays: 400,
  leaving: { customers: 100, topCustomers: 50, topMoney: 3_775 },
  leavingAtRisk: { mean: 5_050, low: 4_000, high: 6_000, level: 0.8 },
  overdueCustomers: 30,
};

describe('decide', () => {
  test('the fifty customers with the most at risk hold the share of the money that they hold', () => {
    // 51 + 52 + ... + 100 = 3,775 of 5,050, whatever the order they come in.
    const leaving = summariseLeaving(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(leaving).toEqual(facts.leaving);
    const decision = decide({ ...facts, leaving });
    expect(decision).toMatchObject({ kind: 'look-at-risk', customers: 100, topCustomers: 50 });
    expect(decision.kind === 'look-at-risk' && decision.topShare).toBeCloseTo(3_775 / 5_050, 12);
  });

  test('nobody on the way out makes a quiet day, not an alarm of zero euro', () => {
    expect(decide({ ...facts, leaving: summariseLeaving([]) })).toEqual({
      kind: 'all-quiet',
      customers: 200,
    });
  });

  test('rules never claim money', () => {
    const decision = decide({ ...facts, status: 'rules', leavingAtRisk: null, repeatCustomers: 4 });
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

describe('decideToday', () => {
  const gain = { mean: 900, low: 300, high: 1_500, level: 0.8 };
  const rescue = {
    ...{ gain, chanceGain: 0.9, messageOnlyGain: 400 },
    tiers: [{ customers: 40, discount: 0.1 }],
  };
  const unsent: SendRescueDecision = {
    ...{ kind: 'send-rescue', campaignId: 'c', number: 1, customers: 30, gain, chanceGain: 0.9 },
    until: isoDay('2026-04-01'),
  };

  test('what was begun comes first, then a rescue that pays, then whom to look at', () => {
    const looking = decide(facts);
    expect(decideToday(looking, rescue, unsent)).toBe(unsent);
    expect(decideToday(looking, rescue, null)).toMatchObject({ kind: 'rescue', customers: 40 });
    expect(decideToday(looking, { ...rescue, tiers: [] }, null)).toBe(looking);
    expect(decideToday(looking, null, null)).toBe(looking);
  });
});
