import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng, nextFloat } from '~/engine/numeric/rng';
import { fitResponse } from './fit-response';
import { anyContactCost, anyGroup, anyResponses, anyShare, candidate } from './fixtures/candidates';
import { minimumBasket } from './minimum-basket';
import { marginAtRisk } from './money-at-risk';
import { planRescue } from './plan-rescue';
import { rankCandidates } from './rank-candidates';
import { drawResponses } from './response-draws';
import { chanceUnder } from './response-model';
import { strataOf, tierOf } from './strata';

const prior = drawResponses(fitResponse([]), createRng(1));
const terms = { marginShare: 0.5, contactCost: 0.03 };
const rng = createRng(3);
const group = Array.from({ length: 300 }, (_, i) =>
  candidate({
    customerId: `c${i}`,
    baseline: 0.4 * nextFloat(rng),
    orderValue: 10 + 100 * nextFloat(rng),
    valueOnceBack: 200 * nextFloat(rng),
  }),
);

describe('planRescue', () => {
  it('makes three tiers at most, each with one offer, and writes to nobody at an expected loss', () => {
    fc.assert(
      fc.property(
        anyGroup,
        anyResponses,
        anyContactCost,
        anyShare,
        (people, responses, contactCost, marginShare) => {
          const { tiers, leftAlone } = planRescue(people, { marginShare, contactCost }, responses);
          expect(tiers.length).toBeLessThanOrEqual(3);
          const written = tiers.flatMap(({ customers }) => customers);
          for (const { expectedGain } of written) expect(expectedGain).toBeGreaterThan(0);
          expect(written.length + leftAlone.length).toBe(people.length);
        },
      ),
      { numRuns: 200, seed: 11 },
    );
  });

  const plan = planRescue(group, terms, prior);

  it('can rescue what its tiers gain together', () => {
    const gains = plan.tiers.reduce((sum, { gain }) => sum + gain.mean, 0);
    expect(plan.rescuable.mean).toBeCloseTo(gains, 8);
    expect(plan.rescuable.low).toBeLessThan(plan.rescuable.mean);
    expect(plan.chanceGain).toBeGreaterThan(0.6);
    const single = plan.tiers.flatMap(({ customers }) => customers.map(({ expectedGain }) => expectedGain));
    expect(single.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(gains, 6);
  });

  it('asks 80 % of the usual order of a discount tier, in two figures', () => {
    for (const { discount, minimumBasket: basket, customers } of plan.tiers) {
      expect(basket).toBe(discount === 0 ? 0 : minimumBasket(customers.map((one) => one.candidate)));
    }
    const orders = [43.7, 4370, 9, 0.5].map((orderValue) => minimumBasket([candidate({ orderValue })]));
    expect(orders).toEqual([34, 3400, 7.2, 0.4]);
  });

  it('takes those with most to gain where only so many are wanted', () => {
    const few = planRescue(group, terms, prior, 'none', 60);
    const best = new Set(
      rankCandidates(group, terms, prior)
        .slice(0, 60)
        .map((ranked) => ranked.candidate),
    );
    const written = few.tiers.flatMap(({ customers }) => customers.map((one) => one.candidate));
    expect(written.length).toBeGreaterThan(0);
    for (const one of written) expect(best.has(one)).toBe(true);
  });

  it('only writes where discounts are stopped, and does nothing where all is', () => {
    const message = planRescue(group, terms, prior, 'no-discount');
    expect(message.tiers.map(({ discount }) => discount)).toEqual(message.tiers.map(() => 0));
    expect(message.tiers.length).toBeGreaterThan(0);
    const nothing = planRescue(group, terms, prior, 'leave-alone');
    expect(nothing).toMatchObject({ tiers: [], chanceGain: 0, rescuable: { mean: 0 } });
    expect(nothing.leftAlone).toHaveLength(300);
  });

  it('is empty for nobody', () => {
    expect(planRescue([], terms, prior)).toMatchObject({ tiers: [], leftAlone: [], rescuable: { mean: 0 } });
  });
});

describe('rankCandidates', () => {
  it('expects of each customer what the mean over all answers says, to a cent', () => {
    const ranked = rankCandidates(group, { ...terms, maxDiscount: 0 }, prior);
    const mean = (of: (response: (typeof prior)[number]) => number) =>
      prior.reduce((sum, response) => sum + of(response), 0) / prior.length;
    for (const { candidate: one, bestGain } of ranked.slice(0, 20)) {
      const extra = mean(
        (response) =>
          chanceUnder(one.baseline, response, 0) - chanceUnder(one.baseline, response, 'leave-alone'),
      );
      expect(bestGain).toBeCloseTo(extra * 0.5 * (one.orderValue + 0.5 * one.valueOnceBack) - 0.03, 2);
    }
  });

  it('puts first who gains most, not who is likeliest to leave', () => {
    const hopeless = candidate({ customerId: 'hopeless', baseline: 0.001 });
    const movable = candidate({ customerId: 'movable', baseline: 0.25 });
    const [first] = rankCandidates([hopeless, movable], terms, prior);
    expect(first?.candidate.customerId).toBe('movable');
    const gains = rankCandidates(group, terms, prior).map(({ bestGain }) => bestGain);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });
});

describe('strataOf', () => {
  it('cuts risk and value into thirds of equal size, ties included', () => {
    const alike = Array.from({ length: 90 }, (_, i) => candidate({ customerId: `c${i}` }));
    for (const key of ['risk', 'value'] as const) {
      const sizes = [0, 1, 2].map((third) => strataOf(alike).filter((one) => one[key] === third).length);
      expect(sizes).toEqual([30, 30, 30]);
    }
  });

  it('has most at stake with those likely to leave who are worth most', () => {
    expect(tierOf({ risk: 2, value: 2 })).toBe('much-at-stake');
    expect(tierOf({ risk: 0, value: 2 })).toBe('some-at-stake');
    expect(tierOf({ risk: 1, value: 0 })).toBe('little-at-stake');
    const [safe, endangered] = strataOf([
      candidate({ customerId: 'safe', baseline: 0.9 }),
      candidate({ customerId: 'endangered', baseline: 0.1 }),
    ]);
    expect(endangered?.risk).toBeGreaterThan(safe?.risk ?? NaN);
  });
});

describe('marginAtRisk', () => {
  it("is the margin of what leaving would cost, as uncertain as the shop's own total", () => {
    const people = [candidate({ atRisk: 100 }), candidate({ atRisk: 50 })];
    const shop = { mean: 1000, low: 800, high: 1300, level: 0.8 };
    const { mean, low, high, level } = marginAtRisk(people, 0.4, shop);
    expect([mean, low, high, level]).toEqual([60, 48, 78, 0.8]);
  });

  it('is nothing where nothing is at risk', () => {
    const none = { mean: 0, low: 0, high: 0, level: 0.8 };
    expect(marginAtRisk([candidate({ atRisk: 0 })], 0.4, none)).toMatchObject({ mean: 0, low: 0, high: 0 });
  });
});
