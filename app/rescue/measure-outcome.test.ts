import { describe, expect, it } from 'vitest';
import { createRng, nextFloat, nextNormal } from '~/engine/numeric/rng';
import { adjustedDifference } from './adjusted-difference';
import { exclusionOf } from './eligibility';
import { candidate } from './fixtures/candidates';
import { measureOutcome, type CustomerOutcome } from './measure-outcome';
import { normalProbability } from './normal-probability';
import { buyersNeeded, outcomeVerdict } from './outcome-verdict';
import { rescueLimit } from './rescue-limit';
import { responseCells } from './response-cells';

const terms = { marginShare: 0.4, contactCost: 0.1, futureShare: 0.5 };

function outcome(given: Partial<CustomerOutcome>): CustomerOutcome {
  const silent = { candidate: candidate(), discount: 0.1, bought: false, revenue: 0, discounts: 0 } as const;
  return { arm: 'contacted', ...silent, ...given };
}

/** A campaign of which the truth is known: chances go up by `extra`, orders are worth 50 on average. */
function played(seed: number, size: number, extra: number): readonly CustomerOutcome[] {
  const rng = createRng(seed, 'played campaign');
  return Array.from({ length: size }, (_, i) => {
    const baseline = 0.05 + 0.3 * nextFloat(rng);
    const heldOut = i % 4 === 0;
    const bought = nextFloat(rng) < baseline + (heldOut ? 0 : extra);
    const full = bought ? 50 * Math.exp(0.4 * nextNormal(rng) - 0.08) : 0;
    return outcome({
      candidate: candidate({ customerId: `c${i}`, baseline }),
      arm: heldOut ? 'held-out' : 'contacted',
      bought,
      revenue: heldOut ? full : 0.9 * full,
      discounts: heldOut ? 0 : 0.1 * full,
    });
  });
}

describe('measureOutcome', () => {
  it('takes goods, discount and contact off what each arm brought (by hand: margin 15 and 20 an order)', () => {
    const contacted = { bought: true, revenue: 45, discounts: 5 };
    const result = measureOutcome(
      [
        outcome(contacted),
        outcome({}),
        outcome({ arm: 'held-out', bought: true, revenue: 50 }),
        outcome({ arm: 'held-out' }),
      ],
      terms,
    );
    // (0.4 x 50 - 5) / 2 - 0.1 against 0.4 x 50 / 2; the future of as many buyers in both arms cancels.
    expect(result?.margin.mean).toBeCloseTo(7.4 - 10, 10);
    expect(result?.worth.mean).toBeCloseTo(7.4 - 10, 10);
    expect(result?.rescued.mean).toBeCloseTo(2 * (7.4 - 10), 10);
    expect(result).toMatchObject({ contacted: 2, heldOut: 2, buyersContacted: 1, buyersHeldOut: 1 });
  });

  it('counts the year after an order in worth, not in margin', () => {
    const result = measureOutcome(
      [outcome({ bought: true, revenue: 50 }), outcome({ arm: 'held-out' })],
      terms,
    );
    // 0.4 x 0.5 x 60 = 12 more.
    expect((result?.worth.mean ?? NaN) - (result?.margin.mean ?? NaN)).toBeCloseTo(12, 10);
  });

  it.each([80, 200, 1000])(
    'with %i customers holds the true extra returns and worth in 80 %% intervals (240 of 300 campaigns, 215 at least)',
    (size) => {
      const extra = 0.06;
      // Worth of an order 0.4 x 50 + 12 = 32; contacted ones give 5 of it away and cost 0.1.
      let heldReturns = 0;
      let heldWorth = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const campaign = played(seed, size, extra);
        const result = measureOutcome(campaign, terms);
        if (!result) throw new Error('no arms');
        const chance = campaign.reduce((sum, one) => sum + one.candidate.baseline, 0) / size;
        const worth = extra * 32 - (chance + extra) * 5 - 0.1;
        const { extraReturns } = result;
        if (extraReturns.low <= extra && extra <= extraReturns.high) heldReturns++;
        if (result.worth.low <= worth && worth <= result.worth.high) heldWorth++;
      }
      // 240 expected, standard deviation 7.
      expect(heldReturns).toBeGreaterThan(215);
      expect(heldWorth).toBeGreaterThan(215);
      expect(heldReturns).toBeLessThan(265);
      expect(heldWorth).toBeLessThan(265);
    },
  );

  it('is wide, and sure of nothing, where nobody bought', () => {
    const silent = played(1, 80, 0).map((one) => ({ ...one, bought: false, revenue: 0, discounts: 0 }));
    const result = measureOutcome(silent, terms);
    expect(result?.extraReturns.high).toBeGreaterThan(0.02);
    expect(result?.chancePaid).toBeGreaterThan(0.2);
  });

  it('has nothing to say without a hold-out', () => {
    expect(measureOutcome([outcome({}), outcome({ bought: true, revenue: 9 })], terms)).toBeNull();
  });
});

describe('adjustedDifference', () => {
  it('takes off what was known before: arms that differ in it only do not differ', () => {
    const rows = Array.from({ length: 200 }, (_, i) => {
      const expected = i < 150 ? 10 + (i % 10) : 5 + (i % 10);
      return { contacted: i < 150, value: 2 * expected, expected, variance: 0.01 };
    });
    expect(adjustedDifference(rows)?.estimate.mean).toBeCloseTo(0, 10);
  });

  it('is narrower than a plain difference where the forecast tells customers apart', () => {
    const rng = createRng(4);
    const rows = Array.from({ length: 400 }, (_, i) => {
      const expected = 10 * nextFloat(rng);
      return { contacted: i % 4 > 0, value: expected + nextNormal(rng), expected, variance: 1 };
    });
    const width = (of: typeof rows): number => {
      const { high = NaN, low = NaN } = adjustedDifference(of)?.estimate ?? {};
      return high - low;
    };
    expect(width(rows)).toBeLessThan(0.5 * width(rows.map((row) => ({ ...row, expected: 0 }))));
  });
});

describe('outcomeVerdict', () => {
  const result = measureOutcome(played(1, 800, 0.1), terms);
  if (!result) throw new Error('no arms');

  it('needs 82 buyers where 35 in 100 return and a fifth is held out, 40 at least', () => {
    // 1.2816^2 x 0.35 x 0.65 / 0.16 / 0.01 = 234 customers, of whom 35 in 100 buy.
    expect(buyersNeeded(0.35, 80, 20)).toBe(82);
    expect(buyersNeeded(0.03, 80, 20)).toBe(40);
  });

  it('is too early while windows are open, and short of orders where too few came', () => {
    expect(outcomeVerdict(result, 0.2, 12)).toMatchObject({ code: 'too-early', daysLeft: 12 });
    const few = { ...result, buyersContacted: 3, buyersHeldOut: 1 };
    expect(outcomeVerdict(few, 0.2, 0)).toMatchObject({ code: 'too-few-orders', buyers: 4 });
  });

  it.each([
    [0.83, 'probably-paid'],
    [0.5, 'unclear'],
    [0.1, 'did-not-pay'],
  ])('at P(paid) = %f says %s', (chancePaid, code) => {
    expect(outcomeVerdict({ ...result, chancePaid }, 0.2, 0)).toEqual({ code, chancePaid });
  });
});

describe('rescueLimit', () => {
  const campaign = (offeredDiscount: boolean, chancePaid: number) => ({ offeredDiscount, chancePaid });

  it('ends discounts after two that hardly paid, and messages after two of theirs', () => {
    expect(rescueLimit([])).toBe('none');
    expect(rescueLimit([campaign(true, 0.29), campaign(true, 0.8), campaign(false, 0.1)])).toBe('none');
    expect(rescueLimit([campaign(true, 0.29), campaign(true, 0.1)])).toBe('no-discount');
    const messages = [campaign(true, 0.2), campaign(false, 0.1), campaign(false, 0.2)];
    expect(rescueLimit(messages)).toBe('leave-alone');
  });

  it('lets 30 % pass', () => {
    expect(rescueLimit([campaign(true, 0.3), campaign(true, 0.3)])).toBe('none');
  });
});

describe('responseCells', () => {
  it('counts every customer once, held-out ones as left alone, and keeps the expected number of buyers', () => {
    const campaign = played(2, 300, 0.05);
    const cells = responseCells(campaign);
    const sum = (of: (cell: (typeof cells)[number]) => number) =>
      cells.reduce((all, cell) => all + of(cell), 0);
    expect(sum(({ customers }) => customers)).toBe(300);
    expect(sum(({ bought }) => bought)).toBe(campaign.filter(({ bought }) => bought).length);
    expect(sum(({ customers, offer }) => (offer === 'leave-alone' ? customers : 0))).toBe(75);
    const expected = campaign.reduce((all, one) => all + one.candidate.baseline, 0);
    expect(sum(({ customers, baseline }) => customers * baseline)).toBeCloseTo(expected, 8);
  });
});

describe('exclusionOf', () => {
  const open = { consent: true, daysSinceRescue: null, openReturn: false, subscription: false };

  it('lets through who agreed and is in nothing else', () => {
    expect(exclusionOf(open)).toBeNull();
    expect(exclusionOf({ ...open, daysSinceRescue: 90 })).toBeNull();
  });

  it('keeps out who did not agree first of all, then open returns, subscriptions and the last 90 days', () => {
    const all = { consent: false, daysSinceRescue: 1, openReturn: true, subscription: true };
    expect(exclusionOf(all)).toBe('no-consent');
    expect(exclusionOf({ ...all, consent: true })).toBe('open-return');
    expect(exclusionOf({ ...open, subscription: true })).toBe('subscription');
    expect(exclusionOf({ ...open, daysSinceRescue: 89 })).toBe('recent-rescue');
  });
});

describe('normalProbability', () => {
  it('gives the tabled 0.5, 0.841344746068543, 0.977249868051821 and 0.9999683287581669', () => {
    expect(normalProbability(0)).toBe(0.5);
    expect(normalProbability(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalProbability(-2)).toBeCloseTo(1 - 0.977249868051821, 14);
    expect(normalProbability(4)).toBeCloseTo(0.9999683287581669, 13);
    expect([normalProbability(-40), normalProbability(40)]).toEqual([0, 1]);
  });
});
