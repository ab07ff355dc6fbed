import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '~/engine/numeric/rng';
import { breakEven } from './break-even';
import { chooseDiscount, type GainLine } from './choose-discount';
import { fitResponse } from './fit-response';
import { anyContactCost, anyGroup, anyResponses, anyShare, candidate } from './fixtures/candidates';
import { DISCOUNTS, type Offer } from './offer';
import { recommendOffer } from './recommend-offer';
import { drawResponses } from './response-draws';
import { chanceUnder } from './response-model';

const RUNS = { numRuns: 400, seed: 5 };
const prior = drawResponses(fitResponse([]), createRng(1));

/** Leaving alone is below any discount, and so below a message. */
function height(offer: Offer): number {
  return offer === 'leave-alone' ? -1 : offer;
}

describe('recommendOffer, whatever the group, the shop and the costs', () => {
  it('never recommends less when the margin rises', () => {
    fc.assert(
      fc.property(
        anyGroup,
        anyResponses,
        anyContactCost,
        anyShare,
        anyShare,
        (group, responses, contactCost, a, b) => {
          const at = (marginShare: number) =>
            height(recommendOffer(group, { marginShare, contactCost }, responses).offer);
          expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
        },
      ),
      RUNS,
    );
  });

  it('never pays for an expected gain of nothing or less, nor for one less likely than 60 %', () => {
    fc.assert(
      fc.property(
        anyGroup,
        anyResponses,
        anyContactCost,
        anyShare,
        (group, responses, contactCost, marginShare) => {
          const { offer, gain, chanceGain, options } = recommendOffer(
            group,
            { marginShare, contactCost },
            responses,
          );
          if (offer === 'leave-alone') {
            expect(gain.mean).toBe(0);
            expect(options.filter(({ verdict }) => verdict === 'pays')).toEqual([]);
          } else {
            expect(gain.mean).toBeGreaterThan(0);
            expect(chanceGain).toBeGreaterThanOrEqual(0.6);
          }
        },
      ),
      RUNS,
    );
  });

  it("never exceeds 20 %, the margin less ten points, or the merchant's own limit", () => {
    fc.assert(
      fc.property(
        anyGroup,
        anyResponses,
        anyShare,
        anyShare,
        (group, responses, marginShare, maxDiscount) => {
          const { offer } = recommendOffer(group, { marginShare, contactCost: 0, maxDiscount }, responses);
          if (offer === 'leave-alone' || offer === 0) return;
          expect(offer).toBeLessThanOrEqual(Math.min(0.2, marginShare - 0.1, maxDiscount) + 1e-6);
        },
      ),
      RUNS,
    );
  });
});

describe('recommendOffer', () => {
  it('expects of each offer (p(d) - p0) (A m + V) - p(d) A d - c, to the 1e-4 of its table', () => {
    const one = candidate();
    const response = { b: 0.1, tau0: 0.2, lambda: Math.log(0.8) };
    const { options } = recommendOffer([one], { marginShare: 0.4, contactCost: 0.05 }, [response]);
    options.forEach(({ discount, gain }) => {
      const offered = chanceUnder(0.2, response, discount);
      const worth = 50 * 0.4 + 0.5 * 60 * 0.4;
      const extra = (offered - chanceUnder(0.2, response, 'leave-alone')) * worth;
      expect(gain.mean).toBeCloseTo(extra - offered * 50 * discount - 0.05, 2);
    });
  });

  it('takes the smallest of offers that are nearly as good as the best', () => {
    // Beyond 5 % nothing is left to win: 10 % brings at most a little more.
    const saturated = [{ b: 0, tau0: 0.9, lambda: -4 }];
    expect(recommendOffer([candidate()], { marginShare: 0.6, contactCost: 0.02 }, saturated).offer).toBe(0);
  });

  it('leaves everybody alone where messages annoy and discounts do nothing', () => {
    const annoyed = [{ b: 0, tau0: -0.3, lambda: -5 }];
    const { offer, options } = recommendOffer([candidate()], { marginShare: 0.6, contactCost: 0 }, annoyed);
    expect(offer).toBe('leave-alone');
    expect(options.map(({ verdict }) => verdict)).toEqual(DISCOUNTS.map(() => 'loses'));
  });

  it('names the reason against each offer', () => {
    const terms = { marginShare: 0.22, contactCost: 0.02, maxDiscount: 0.1 };
    const { options } = recommendOffer([candidate()], terms, prior);
    expect(options.slice(-2).map(({ verdict }) => verdict)).toEqual(['above-own-limit', 'above-own-limit']);
    const thin = recommendOffer([candidate()], { marginShare: 0.22, contactCost: 0.02 }, prior);
    expect(thin.options.slice(-2).map(({ verdict }) => verdict)).toEqual([
      'margin-too-thin',
      'margin-too-thin',
    ]);
  });

  it('allows 20 % at a margin of exactly 30 %', () => {
    const loved = [{ b: 0, tau0: 0, lambda: 2 }];
    const rich = candidate({ baseline: 0.02, valueOnceBack: 400 });
    const at = (marginShare: number) => recommendOffer([rich], { marginShare, contactCost: 0 }, loved).offer;
    expect(at(0.3)).toBe(0.2);
    expect(at(0.299)).toBe(0.15);
  });

  it('gives no discount to a shop whose many customers never responded to one', () => {
    const never = [0.05, 0.1, 0.1, 0.05].map((offer) => [
      { offer: 'leave-alone' as const, customers: 3000, bought: 600, baseline: 0.2 },
      { offer: offer as 0.05 | 0.1, customers: 3000, bought: 600, baseline: 0.2 },
    ]);
    const responses = drawResponses(fitResponse(never), createRng(1));
    const { offer } = recommendOffer([candidate()], { marginShare: 0.5, contactCost: 0.03 }, responses);
    expect(height(offer)).toBeLessThanOrEqual(0);
  });

  it.each([
    [{ marginShare: 1.2, contactCost: 0 }, 'marginShare must be 0 to 1: 1.2'],
    [{ marginShare: 0.4, contactCost: -1 }, 'contactCost must be 0 or more: -1'],
    [{ marginShare: 0.4, contactCost: 0, maxDiscount: 20 }, 'maxDiscount must be 0 to 1: 20'],
  ])('refuses terms that make no sense: %j', (terms, message) => {
    expect(() => recommendOffer([candidate()], terms, prior)).toThrow(message);
  });
});

describe('chooseDiscount', () => {
  const line = (discount: GainLine['discount'], slope: number, cost: number): GainLine => ({
    discount,
    slope,
    cost,
    paysFrom: cost / slope,
  });

  it('names nothing where nothing pays', () => {
    expect(chooseDiscount([line(0, 1, 5)], 1)).toBeNull();
    expect(chooseDiscount([], 1)).toBeNull();
  });

  it('keeps to a discount that a smaller one comes near to only as the margin rises', () => {
    // Contacts so dear that at 0.6 only 5 % pays; at 1 a message gains 39, which is 95 % of 41.
    const lines = [line(0, 99, 60), line(0.05, 100, 59)];
    expect(chooseDiscount(lines, 0.6)).toBe(0.05);
    expect(chooseDiscount(lines.slice(0, 1), 1)).toBe(0);
    expect(chooseDiscount(lines, 1)).toBe(0.05);
  });

  it('never falls when the margin rises, whatever the lines, and always gains', () => {
    // Contacts that cost half of what returns bring, effects nearly alike: where 95 % is a matter of the margin.
    const near = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const anyLine = fc.tuple(near(95, 100), near(50, 60));
    const anyMargin = near(0.5, 1);
    const anyLines = fc.tuple(anyLine, anyLine, anyLine, anyLine, anyLine);
    fc.assert(
      fc.property(anyLines, anyMargin, anyMargin, (pairs, a, b) => {
        const lines = pairs.map(([slope, cost], i) => line(DISCOUNTS[i] ?? 0, slope, cost));
        const at = (margin: number) => chooseDiscount(lines, margin) ?? -1;
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
        const chosen = lines.find(({ discount }) => discount === at(a));
        if (chosen) expect(chosen.slope * a).toBeGreaterThan(chosen.cost);
      }),
      { numRuns: 2000, seed: 9 },
    );
  });
});

describe('breakEven', () => {
  it('needs 6 extra returns in 100 of a 10 % code to people of whom 35 % return anyway (worth .68 of an order)', () => {
    const people = candidate({ baseline: 0.35, orderValue: 100, valueOnceBack: 0 });
    const { extraReturns } = breakEven([people], { marginShare: 0.683, contactCost: 0 }, 0.1);
    expect(extraReturns).toBeCloseTo(0.06, 3);
  });

  it('is where the gain is nothing: with exactly those extra returns the offer costs what it brings', () => {
    const terms = { marginShare: 0.45, contactCost: 0.04 };
    const { baseline, extraReturns } = breakEven([candidate()], terms, 0.15);
    const worth = 0.45 * (50 + 0.5 * 60);
    const gain = (extraReturns ?? NaN) * worth - (baseline + (extraReturns ?? NaN)) * 50 * 0.15 - 0.04;
    expect(gain).toBeCloseTo(0, 12);
  });

  it('says so where not even everybody would do', () => {
    const terms = { marginShare: 0.1, contactCost: 0, futureShare: 0 };
    expect(breakEven([candidate()], terms, 0.2).extraReturns).toBeNull();
  });
});
