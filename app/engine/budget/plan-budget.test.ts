import { describe, expect, it } from 'vitest';
import { createRng, nextFloat, nextInt } from '../numeric/rng';
import type { BudgetPlan } from './budget-plan';
import type { BudgetRequest, ChannelLimit } from './budget-request';
import { randomChannels, steadyChannel, tableOf, worth } from './fixtures/budget-channels';
import { planBudget } from './plan-budget';
import { tabulateResponses, type BudgetChannel, type ResponseTable } from './response-table';

const profit = { objective: 'profit', marginShare: 0.6 } as const;
const revenue = { objective: 'revenue' } as const;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const optimumOf = ({ channels }: BudgetPlan) => channels.map((channel) => channel.optimalDailyMinor);

function todayMinor({ channels }: ResponseTable, minorPerUnit = 100): number[] {
  return channels.map(({ currentDailySpend }) => Math.round(minorPerUnit * currentDailySpend));
}

function planned(table: ResponseTable, request: Partial<BudgetRequest> = {}): BudgetPlan {
  const plan = planBudget(table, {
    mode: 'split',
    total: { minor: sum(todayMinor(table)), per: 'day' },
    ...profit,
    ...request,
  });
  if (plan.status === 'refused') throw new Error(plan.reason);
  return plan;
}

/** The best of all splits of whole minor units within the limits. */
function bruteForce(
  table: ResponseTable,
  terms: Parameters<typeof worth>[1],
  limits: readonly { readonly spends: readonly number[] }[],
  total: number,
): number {
  let best = -Infinity;
  const visit = (plan: readonly number[], left: number) => {
    const next = limits[plan.length];
    if (!next) best = Math.max(best, worth(table, terms, plan));
    else for (const minor of next.spends) if (minor <= left) visit([...plan, minor], left - minor);
  };
  visit([], total);
  return best;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a plan against all possible ones', () => {
  // One minor unit for a unit: few enough splits to try each.
  const whole = { minorPerUnit: 1 };
  const small = (seed: number, count: number) =>
    tableOf(
      randomChannels(seed, count).map((channel) => ({
        ...channel,
        spend: channel.spend.map(() => 10 + (seed % 7)),
        draws: {
          ...channel.draws,
          halfSaturation: channel.draws.halfSaturation.map((value) => value / 8),
          beta: channel.draws.beta.map((value) => value / 8),
        },
      })),
    );

  it.each([profit, revenue])(
    'is the best of every split of three channels, S-shaped ones among them: %o',
    (terms) => {
      for (let seed = 1; seed <= 12; seed++) {
        const table = small(seed, 3);
        const today = todayMinor(table, 1);
        const limits = today.map((minor) => ({ spends: range(0, 3 * minor) }));
        const total = sum(today);
        const plan = planned(table, {
          ...terms,
          ...whole,
          total: { minor: total, per: 'day' },
          maxChange: null,
        });
        const best = bruteForce(table, { ...terms, ...whole }, limits, total);
        expect(worth(table, { ...terms, ...whole }, optimumOf(plan))).toBeCloseTo(best, 9);
      }
    },
  );

  it('is the best of every split where a channel is off or spends at least its minimum', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const table = small(seed, 3);
      const today = todayMinor(table, 1);
      const total = sum(today);
      const limits = today.map((minor, i) => ({
        spends: i === 0 ? [0, ...range(9, 3 * minor)] : range(0, 3 * minor),
      }));
      const plan = planned(table, {
        ...whole,
        total: { minor: total, per: 'day' },
        maxChange: null,
        limits: { 'channel 0': { orZero: true, min: 9 } },
      });
      const best = bruteForce(table, { ...profit, ...whole }, limits, total);
      expect(worth(table, { ...profit, ...whole }, optimumOf(plan))).toBeCloseTo(best, 9);
    }
  });

  it('is within 0.01 % of the best of two channels on a grid of cents, where both may move by thousands', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const table = tableOf(randomChannels(seed, 2));
      const total = sum(todayMinor(table));
      const plan = planned(table, { ...revenue, maxChange: null });
      const [first, second] = table.channels.map(({ currentDailySpend }) =>
        Math.round(300 * currentDailySpend),
      );
      let best = -Infinity;
      for (let minor = Math.max(0, total - second!); minor <= Math.min(first!, total); minor += 5) {
        best = Math.max(best, worth(table, revenue, [minor, total - minor]));
      }
      expect(worth(table, revenue, optimumOf(plan))).toBeGreaterThan(best * (1 - 1e-4));
    }
  });
});

describe('a plan', () => {
  const draws = 60;

  function randomRequest(seed: number, table: ResponseTable): Partial<BudgetRequest> {
    const rng = createRng(seed, 'requests');
    const today = todayMinor(table);
    const limits: Record<string, ChannelLimit> = {};
    table.channels.forEach(({ name, hasEvidence }, i) => {
      const kind = nextInt(rng, 5);
      const around = Math.round(today[i]! * (0.5 + nextFloat(rng)));
      if (kind === 0) limits[name] = { locked: true };
      if (kind === 1 && hasEvidence) limits[name] = { min: around };
      if (kind === 2) limits[name] = { max: around };
      if (kind === 3 && hasEvidence) limits[name] = { min: around, orZero: true };
    });
    const per = nextInt(rng, 2) === 0 ? ('day' as const) : ('horizon' as const);
    const daily = Math.round(sum(today) * (0.9 + nextFloat(rng)));
    return {
      limits,
      total: { minor: per === 'day' ? daily : 30 * daily + nextInt(rng, 30), per },
      maxChange: [0.1, 0.3, null][nextInt(rng, 3)]!,
      objective: nextInt(rng, 2) === 0 ? 'revenue' : 'profit',
    };
  }

  it('never passes a limit or the total, keeps locked channels, raises none without evidence, adds up exactly', () => {
    let plans = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const channels = randomChannels(seed, 5, 8).map((channel, i) => ({ ...channel, hasEvidence: i !== 2 }));
      const table = tableOf(channels);
      const request = randomRequest(seed, table);
      const plan = planBudget(table, {
        mode: 'split',
        total: { minor: 0, per: 'day' },
        ...profit,
        ...request,
      });
      if (plan.status === 'refused') {
        expect(plan.reason).toBe('total-below-minimums');
        continue;
      }
      plans++;
      const total = request.total!;
      for (const spends of [optimumOf(plan), plan.channels.map(({ dailyMinor }) => dailyMinor)]) {
        expect(spends.every((minor) => Number.isSafeInteger(minor) && minor >= 0)).toBe(true);
        expect(sum(spends) * (total.per === 'day' ? 1 : 30)).toBeLessThanOrEqual(total.minor);
      }
      expect(sum(plan.channels.map(({ dailyMinor }) => dailyMinor))).toBe(plan.dailyMinor);
      expect((total.per === 'day' ? plan.dailyMinor : plan.horizonMinor) + plan.unspentMinor).toBe(
        total.minor,
      );
      plan.channels.forEach((channel, i) => {
        const {
          min = 0,
          max = Infinity,
          locked = false,
          orZero = false,
        } = request.limits?.[channel.name] ?? {};
        const { optimalDailyMinor: minor, currentDailyMinor: current } = channel;
        if (locked) expect(minor).toBe(current);
        else {
          const change = request.maxChange ?? 2;
          expect(minor).toBeLessThanOrEqual(max);
          expect(minor).toBeLessThanOrEqual(Math.max(min, current * (1 + change) + 1e-6));
          // All of them have always spent the same: 1.2 times that is what was tried.
          if (request.maxChange !== null) expect(minor).toBeLessThanOrEqual(Math.max(min, 1.2 * current + 1));
          if (!(orZero && minor === 0)) expect(minor).toBeGreaterThanOrEqual(min);
          if (!orZero && request.maxChange !== null) {
            expect(minor).toBeGreaterThanOrEqual(Math.min(max, current * (1 - change) - 1e-6));
          }
        }
        if (i === 2) expect(minor).toBeLessThanOrEqual(current);
        expect(channel.range.lowMinor).toBeLessThanOrEqual(minor);
        expect(channel.range.highMinor).toBeGreaterThanOrEqual(minor);
      });
    }
    expect(plans).toBeGreaterThan(30);
  });

  it('is worth more with more money, never less (to 1e-6 of it, the grid moves with the total)', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const table = tableOf(randomChannels(seed, 4));
      const today = sum(todayMinor(table));
      let last = -Infinity;
      for (let share = 0.75; share <= 1.4; share += 0.05) {
        const plan = planned(table, { total: { minor: Math.round(today * share), per: 'day' } });
        const value = worth(table, profit, optimumOf(plan));
        expect(value).toBeGreaterThan(last - 1e-6 * Math.abs(last));
        last = value;
      }
    }
  });

  it('scales with money: a currency 1,000 times smaller gives 1,000 times the spend, to a step of the grid', () => {
    const channels = randomChannels(3, 4, draws);
    const thousandfold = channels.map((channel): BudgetChannel => {
      const times = (values: Float64Array) => values.map((value) => 1000 * value);
      const { beta, halfSaturation } = channel.draws;
      return {
        ...channel,
        spend: times(channel.spend),
        draws: { ...channel.draws, beta: times(beta), halfSaturation: times(halfSaturation) },
      };
    });
    const small = planned(tableOf(channels));
    const large = planned(tableOf(thousandfold));
    large.channels.forEach(({ optimalDailyMinor }, i) => {
      expect(Math.abs(optimalDailyMinor / 1000 - small.channels[i]!.optimalDailyMinor)).toBeLessThanOrEqual(
        1.5,
      );
    });
    expect(large.expectedGain.mean / small.expectedGain.mean).toBeCloseTo(1000, 0);
    expect(large.probabilityBetter).toBe(small.probabilityBetter);
    expect(large.answer).toBe(small.answer);
  });

  it('does not depend on the order of the channels', () => {
    const channels = randomChannels(5, 4, draws);
    const forwards = planned(tableOf(channels));
    const backwards = planned(tableOf(channels.toReversed()));
    backwards.channels.toReversed().forEach((channel, i) => {
      expect(
        Math.abs(channel.optimalDailyMinor - forwards.channels[i]!.optimalDailyMinor),
      ).toBeLessThanOrEqual(1);
    });
  });

  it('leaves money unspent where the next unit does not pay', () => {
    const weak = { beta: 60, theta: 0.3, halfSaturation: 100, slope: 1 };
    const plan = planned(tableOf([steadyChannel('meta', 100, weak)]), {
      total: { minor: 20_000, per: 'day' },
    });
    // 0.6 x 60 x K / (x + K)^2 is below 1 everywhere: the largest cut is right, and no more than that is allowed.
    expect(plan.channels[0]!.optimalDailyMinor).toBe(7000);
    expect(plan.channels[0]!.notes).toStrictEqual(['held-at-lower-limit']);
    expect(plan.unspentMinor).toBe(20_000 - plan.dailyMinor);
  });

  it('spends the total on revenue alone, which every unit adds to', () => {
    const table = tableOf(randomChannels(2, 4));
    expect(planned(table, revenue).unspentMinor).toBe(0);
  });

  it('makes the slopes of the curves equal where no limit holds them', () => {
    const curve = (beta: number) => ({ beta, theta: 0.4, halfSaturation: 80, slope: 1 });
    const table = tableOf([steadyChannel('meta', 100, curve(500)), steadyChannel('google', 100, curve(700))]);
    const [a, b] = optimumOf(planned(table, { ...revenue, maxChange: null }));
    const marginal = (plan: readonly number[], i: number) => {
      const more = plan.map((minor, j) => (j === i ? minor + 50 : minor));
      return worth(table, revenue, more) - worth(table, revenue, plan);
    };
    expect(marginal([a!, b!], 0) / marginal([a!, b!], 1)).toBeCloseTo(1, 2);
  });

  it('goes beyond 1.2 times the sustained spend only when asked, and says that it is untested', () => {
    const strong = { beta: 5000, theta: 0.3, halfSaturation: 300, slope: 1 };
    const table = tableOf([steadyChannel('meta', 100, strong)]);
    const total = { minor: 100_000, per: 'day' } as const;
    expect(planned(table, { total }).channels[0]).toMatchObject({
      optimalDailyMinor: 12_000,
      notes: ['held-at-upper-limit'],
    });
    expect(planned(table, { total, beyondTried: true }).channels[0]).toMatchObject({
      optimalDailyMinor: 13_000,
      notes: ['untested', 'held-at-upper-limit'],
    });
    expect(planned(table, { total, maxChange: null }).channels[0]).toMatchObject({
      optimalDailyMinor: 30_000,
      notes: ['untested', 'held-at-upper-limit'],
    });
  });

  it('switches off a channel that may be off and does not pay', () => {
    const weak = { beta: 20, theta: 0.3, halfSaturation: 100, slope: 1 };
    const table = tableOf([steadyChannel('meta', 100, weak)]);
    const plan = planned(table, { limits: { meta: { orZero: true, min: 5000 } } });
    expect(plan.channels[0]).toMatchObject({ optimalDailyMinor: 0, notes: ['switched-off'] });
  });

  it('follows the value of the customers a channel brings', () => {
    const curve = { beta: 600, theta: 0.3, halfSaturation: 100, slope: 1 };
    const valued = (name: string, value: number) => ({
      ...steadyChannel(name, 100, curve),
      value: Float64Array.of(0.9 * value, 1.1 * value),
    });
    const table = tableOf([valued('meta', 0.5), valued('google', 2)]);
    const even = planned(table, revenue);
    const byValue = planned(table, { objective: 'ltv' });
    expect(Math.abs(even.channels[0]!.optimalDailyMinor - 10_000)).toBeLessThanOrEqual(1);
    // At .5 a unit of revenue the slope passes 1 below 80 a day, at 2 only beyond what the tried range allows.
    expect(byValue.channels[0]!.optimalDailyMinor).toBeLessThan(8000);
    expect(byValue.channels[1]!.optimalDailyMinor).toBe(12_000);
  });
});

describe('the next money', () => {
  const good = { beta: 3000, theta: 0.3, halfSaturation: 300, slope: 1 };
  const weak = { beta: 100, theta: 0.3, halfSaturation: 100, slope: 1 };
  const table = tableOf([steadyChannel('meta', 100, weak), steadyChannel('google', 200, good)]);

  it('cuts nobody and goes to the channel whose next unit brings most', () => {
    const plan = planned(table, { mode: 'next', total: { minor: 30_000, per: 'horizon' } });
    expect(optimumOf(plan)).toStrictEqual([10_000, 21_000]);
    expect(plan.unspentMinor).toBe(0);
    expect(plan.channels[1]!.changeReturn!.mean).toBeGreaterThan(1 / 0.6);
    expect(plan.channels[0]!.changeReturn).toBeNull();
  });

  it('stays in the pocket when it does not pay', () => {
    const plan = planned(tableOf([steadyChannel('meta', 100, weak)]), {
      mode: 'next',
      total: { minor: 5000, per: 'day' },
    });
    expect(plan).toMatchObject({ answer: 'leave', dailyMinor: 10_000, unspentMinor: 5000 });
  });
});

describe('the answer', () => {
  const curve = { beta: 600, theta: 0.3, halfSaturation: 100, slope: 1 };
  const many = { draws: 400, spread: 0.15 };

  it('is to leave it where today is within 1 % of the best, with today inside every range', () => {
    const table = tableOf([steadyChannel('a', 100, curve, many), steadyChannel('b', 101, curve, many)]);
    const plan = planned(table, revenue);
    expect(plan).toMatchObject({ answer: 'leave', reason: 'today-as-good', comparedWith: 'today' });
    for (const {
      dailyMinor,
      currentDailyMinor,
      range: { lowMinor, highMinor },
    } of plan.channels) {
      expect(dailyMinor).toBe(currentDailyMinor);
      expect(lowMinor).toBeLessThanOrEqual(currentDailyMinor);
      expect(highMinor).toBeGreaterThanOrEqual(currentDailyMinor);
    }
  });

  it('is to change where the gain is sure, with a gain that a known truth has', () => {
    const strong = { ...curve, beta: 3000 };
    const table = tableOf([steadyChannel('a', 100, curve, many), steadyChannel('b', 100, strong, many)]);
    const plan = planned(table, revenue);
    expect(plan).toMatchObject({ answer: 'change', reason: 'gain-shown' });
    expect(plan.probabilityBetter).toBeGreaterThan(0.95);
    const truth = tableOf([steadyChannel('a', 100, curve), steadyChannel('b', 100, strong)]);
    const gain = worth(truth, revenue, optimumOf(plan)) - worth(truth, revenue, [10_000, 10_000]);
    expect(plan.expectedGain.low).toBeLessThan(gain);
    expect(plan.expectedGain.high).toBeGreaterThan(gain);
  });

  it('is to leave it where draws know nothing: no gain on draws that the optimiser did not see', () => {
    let shown = 0;
    for (let seed = 1; seed <= 20; seed++) {
      // Eight alike channels, eight wide draws: the best of them on four draws is chance.
      const channels = Array.from({ length: 8 }, (_, i) =>
        steadyChannel(`c${i}`, 100, curve, { draws: 8, spread: 1, seed: 10 * seed }),
      );
      const plan = planned(tableOf(channels), revenue);
      if (plan.expectedGain.low > 0) shown++;
    }
    expect(shown).toBeLessThanOrEqual(4);
  });

  it('is to leave it where the better plan is too likely to be the worse one, unless the merchant takes the risk', () => {
    const wild = { draws: 400, spread: 0.8 };
    const table = tableOf([
      steadyChannel('a', 100, curve, wild),
      steadyChannel('b', 100, { ...curve, beta: 1200 }, wild),
    ]);
    const plan = planned(table, { ...revenue, maxChange: null });
    expect(plan).toMatchObject({ answer: 'leave', reason: 'gain-not-shown', dailyMinor: 20_000 });
    expect(plan.probabilityBetter).toBeLessThan(0.8);
    expect(optimumOf(plan)).not.toStrictEqual(plan.channels.map(({ dailyMinor }) => dailyMinor));
    const bold = planned(table, { ...revenue, maxChange: null, requiredProbability: 0.5 });
    expect(bold).toMatchObject({ answer: 'change', reason: 'gain-shown' });
  });

  it('is less sure the less is known of what customers are worth', () => {
    const gainWith = (spread: number) => {
      const channels = ['a', 'b'].map((name, i) => ({
        ...steadyChannel(name, 100, { ...curve, beta: 600 + 600 * i }, many),
        value: Float64Array.from({ length: 101 }, (_, draw) => 1 + spread * (((draw * 37) % 101) / 50 - 1)),
      }));
      return planned(tableOf(channels), { objective: 'ltv' }).expectedGain;
    };
    const sure = gainWith(0);
    const unsure = gainWith(0.6);
    expect(unsure.mean / sure.mean).toBeCloseTo(1, 1);
    expect(unsure.high - unsure.low).toBeGreaterThan(1.2 * (sure.high - sure.low));
  });

  it('keeps its 1 % promise at both ends of each range', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const table = tableOf(randomChannels(seed, 4));
      const best = planned(table);
      const value = worth(table, profit, optimumOf(best));
      for (const {
        name,
        range: { lowMinor, highMinor },
      } of best.channels) {
        for (const end of [lowMinor, highMinor]) {
          const held = planned(table, { limits: { [name]: { min: end, max: end } } });
          expect(worth(table, profit, optimumOf(held))).toBeGreaterThan(value - 0.0101 * Math.abs(value));
        }
      }
    }
  });

  it("compares a smaller total with today's split scaled down, the locked channel as it is", () => {
    const channels = ['a', 'b', 'c'].map((name) => steadyChannel(name, 100, curve, many));
    const plan = planned(tableOf(channels), {
      ...revenue,
      total: { minor: 26_000, per: 'day' },
      limits: { a: { locked: true } },
    });
    expect(plan).toMatchObject({ comparedWith: 'today-scaled', answer: 'leave' });
    expect(plan.channels.map(({ dailyMinor }) => dailyMinor)).toStrictEqual([10_000, 8000, 8000]);
  });

  it('gives the same plan for the same table', () => {
    const table = tableOf(randomChannels(9, 5, 50));
    expect(planned(table)).toStrictEqual(planned(table));
  });
});

describe('no plan', () => {
  const curve = { beta: 600, theta: 0.3, halfSaturation: 100, slope: 1 };
  const blind = { ...steadyChannel('tiktok', 50, curve), hasEvidence: false };
  const table = tableOf([steadyChannel('meta', 100, curve), blind]);
  const total = { minor: 15_000, per: 'day' } as const;
  const answer = (request: Partial<BudgetRequest>, of = table) =>
    planBudget(of, { mode: 'split', total, ...profit, ...request });

  it.each([
    [{ limits: { snapchat: { max: 1 } } }, 'unknown-channel', 'snapchat', null],
    [{ objective: 'ltv' as const }, 'no-value', 'meta', null],
    [{ limits: { meta: { min: 9000, max: 8000 } } }, 'minimum-above-maximum', 'meta', null],
    [{ limits: { tiktok: { min: 5001 } } }, 'minimum-without-evidence', 'tiktok', null],
    [{ limits: { meta: { min: 30_001 } } }, 'minimum-beyond-curve', 'meta', null],
    [{ total: { minor: 10_000, per: 'day' as const } }, 'total-below-minimums', null, 10_500],
  ])('is an answer with its reason: %o', (request, reason, channel, neededMinor) => {
    expect(answer(request)).toStrictEqual({ status: 'refused', reason, channel, neededMinor });
  });

  it('comes from channels that the data tell nothing about', () => {
    expect(answer({}, tableOf([blind]))).toMatchObject({ status: 'refused', reason: 'no-evidence' });
  });

  it('comes from numbers that are none', () => {
    expect(() => answer({ total: { minor: 10.5, per: 'day' } })).toThrow(
      'total must be a whole number of minor units, 0 or more: 10.5',
    );
    expect(() => answer({ marginShare: Number.NaN })).toThrow('marginShare must be between 0 and 1: NaN');
  });

  it('needs a positive horizon', () => {
    const channels = [steadyChannel('meta', 100, curve)];
    expect(() => tabulateResponses({ channels, granularity: 'daily', horizonDays: 0 })).toThrow(
      'a horizon must be a whole number of days, 1 or more: 0',
    );
  });
});
