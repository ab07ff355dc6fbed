import { describe, expect, it } from 'vitest';
import { createRng, nextFloat, nextInt } from '../numeric/rng';
import type { BudgetRequest, ChannelLimit } from './budget-request';
import { comparePlans } from './evaluate-plan';
import { randomChannels, tableOf } from './fixtures/budget-channels';
import { optimumOf, profit, sum, todayMinor } from './fixtures/planned';
import { planBudget } from './plan-budget';
import { tabulateResponses, type BudgetChannel, type ResponseTable } from './response-table';

const SEEDS = 150;
const WITHOUT_EVIDENCE = 2;

function problem(seed: number): { readonly table: ResponseTable; readonly request: BudgetRequest } {
  const channels = randomChannels(seed, 5, 8).map((channel, i) => ({
    ...channel,
    hasEvidence: i !== WITHOUT_EVIDENCE,
    value: Float64Array.of(0.5, 2, 3.5),
  }));
  const table =
    seed % 3 === 0
      ? tabulateResponses({ channels: channels.map(weekly), granularity: 'weekly', horizonDays: 30 })
      : tableOf(channels);
  return { table, request: randomRequest(seed, table) };
}

/** The same channel, told by the week. */
function weekly(channel: BudgetChannel): BudgetChannel {
  const times = (values: Float64Array) => values.map((value) => 7 * value);
  const { beta, halfSaturation } = channel.draws;
  const draws = { ...channel.draws, beta: times(beta), halfSaturation: times(halfSaturation) };
  return { ...channel, spend: times(channel.spend), draws };
}

function randomRequest(seed: number, table: ResponseTable): BudgetRequest {
  const rng = createRng(seed, 'requests');
  const today = todayMinor(table);
  const limits: Record<string, ChannelLimit> = {};
  table.channels.forEach(({ name, hasEvidence }, i) => {
    const kind = nextInt(rng, 6);
    const around = Math.round(today[i]! * (0.5 + nextFloat(rng)));
    if (kind === 0) limits[name] = { locked: true };
    if (kind === 1 && hasEvidence) limits[name] = { min: around };
    if (kind === 2) limits[name] = { max: around };
    if (kind === 3 && hasEvidence) limits[name] = { min: around, orZero: true };
    if (kind === 4) limits[name] = { orZero: true };
  });
  const mode = nextInt(rng, 4) === 0 ? ('next' as const) : ('split' as const);
  const daily = Math.round(sum(today) * (mode === 'next' ? 0.5 * nextFloat(rng) : 0.7 + nextFloat(rng)));
  const per = nextInt(rng, 2) === 0 ? ('day' as const) : ('horizon' as const);
  return {
    ...profit,
    mode,
    limits,
    total: { minor: per === 'day' ? daily : 30 * daily + nextInt(rng, 30), per },
    maxChange: [0.1, 0.3, null][nextInt(rng, 3)]!,
    objective: (['revenue', 'profit', 'ltv'] as const)[nextInt(rng, 3)]!,
  };
}

/** What is left of today's spend where the total is less, locked channels apart. */
function keptShare(table: ResponseTable, { mode, total, limits = {} }: BudgetRequest): number {
  if (mode === 'next') return 1;
  const daily = total.per === 'day' ? total.minor : Math.floor(total.minor / 30);
  const today = todayMinor(table);
  const locked = sum(today.map((minor, i) => (limits[table.channels[i]!.name]?.locked ? minor : 0)));
  const free = sum(today) - locked;
  return free === 0 ? 1 : Math.min(1, Math.max(0, daily - locked) / free);
}

describe('plans in cents for 150 random requests, daily and weekly, for a split and for the next money', () => {
  const plans = Array.from({ length: SEEDS }, (_, i) => {
    const { table, request } = problem(i + 1);
    const plan = planBudget(table, request);
    return { table, request, plan };
  });
  const found = plans.flatMap(({ table, request, plan }) =>
    plan.status === 'planned' ? [{ table, request, plan }] : [],
  );

  it('are there, unless the minimums are more than the total', () => {
    expect(found.length).toBeGreaterThan(100);
    for (const { plan } of plans) {
      if (plan.status === 'refused') expect(plan.reason).toBe('total-below-minimums');
    }
  });

  it('are whole cents that add up exactly: channels to the plan, plan and what is left to the total', () => {
    for (const { table, request, plan } of found) {
      const { mode, total } = request;
      const days = total.per === 'day' ? 1 : plan.horizonDays;
      for (const spends of [optimumOf(plan), plan.channels.map(({ dailyMinor }) => dailyMinor)]) {
        expect(spends.every((minor) => Number.isSafeInteger(minor) && minor >= 0)).toBe(true);
        if (mode === 'split') expect(sum(spends) * days).toBeLessThanOrEqual(total.minor);
      }
      expect(sum(plan.channels.map(({ dailyMinor }) => dailyMinor))).toBe(plan.dailyMinor);
      expect(plan.dailyMinor * plan.horizonDays).toBe(plan.horizonMinor);
      // A minimum above today's spend is paid before the next money comes.
      const raised = table.channels.some(
        ({ name }, i) => (request.limits?.[name]?.min ?? 0) > todayMinor(table)[i]!,
      );
      const base = mode === 'split' ? 0 : sum(todayMinor(table));
      if (mode === 'split' || !raised) {
        expect((plan.dailyMinor - base) * days + plan.unspentMinor).toBe(total.minor);
      }
    }
  });

  it('never pass a limit, keep locked channels, and raise none without evidence', () => {
    for (const { table, request, plan } of found) {
      const kept = keptShare(table, request);
      plan.channels.forEach((channel, i) => {
        const { min = 0, max = Infinity, ...limit } = request.limits?.[channel.name] ?? {};
        const { optimalDailyMinor: minor, currentDailyMinor: current } = channel;
        if (i === WITHOUT_EVIDENCE) expect(minor).toBeLessThanOrEqual(current);
        expect(channel.range.lowMinor).toBeLessThanOrEqual(minor);
        expect(channel.range.highMinor).toBeGreaterThanOrEqual(minor);
        if (limit.locked) {
          expect(minor).toBe(current);
          return;
        }
        const change = request.maxChange ?? 2;
        expect(minor).toBeLessThanOrEqual(max);
        expect(minor).toBeLessThanOrEqual(Math.max(min, current * (1 + change) + 1e-6));
        // All of them have always spent the same: 1.2 times that is what was tried.
        if (request.maxChange !== null) expect(minor).toBeLessThanOrEqual(Math.max(min, 1.2 * current + 1));
        if (request.mode === 'next') {
          expect(minor).toBeGreaterThanOrEqual(Math.min(max, current));
          return;
        }
        if (!(limit.orZero && minor === 0)) expect(minor).toBeGreaterThanOrEqual(min);
        if (!limit.orZero && request.maxChange !== null) {
          expect(minor).toBeGreaterThanOrEqual(Math.min(max, kept * current * (1 - change) - 1));
        }
      });
    }
  });

  it("compare with today's spend and with each other to the cent, channel by channel", () => {
    for (const { table, request, plan } of found) {
      const compared = comparePlans(table, request, [
        todayMinor(table),
        optimumOf(plan),
        plan.channels.map(({ dailyMinor }) => dailyMinor),
      ]);
      if ('status' in compared) throw new Error(compared.reason);
      const [today] = compared.plans;
      compared.plans.forEach((one, p) => {
        for (const part of ['spendMinor', 'revenueMinor'] as const) {
          expect(sum(one.channels.map((channel) => channel[part]))).toBe(one[part]);
          expect(one[part] - today![part]).toBe(compared.differences[p]![part]);
          expect(sum(compared.differences[p]!.channels.map((channel) => channel[part]))).toBe(
            compared.differences[p]![part],
          );
        }
      });
      expect(compared.plans[2]!.spendMinor).toBe(plan.horizonMinor);
    }
  });
});

describe('channels that are off or spend at least their minimum', () => {
  it('find room where their minimums and a locked channel fill the total to the cent', () => {
    // 333.33 + 266.67 + 400: on a grid of 500 steps of 1.20 the first two would need one step too many.
    const table = tableOf(
      [300, 250, 400].map((daily, i) => ({
        ...randomChannels(1, 3)[i]!,
        spend: new Float64Array(180).fill(daily),
        draws: {
          beta: Float64Array.of(20 * daily),
          theta: Float64Array.of(0.3),
          halfSaturation: Float64Array.of(daily),
          slope: Float64Array.of(1),
        },
      })),
    );
    const plan = planBudget(table, {
      mode: 'split',
      objective: 'revenue',
      total: { minor: 100_000, per: 'day' },
      maxChange: null,
      limits: {
        'channel 0': { orZero: true, min: 33_333 },
        'channel 1': { orZero: true, min: 26_667 },
        'channel 2': { locked: true },
      },
    });
    if (plan.status === 'refused') throw new Error(plan.reason);
    expect(optimumOf(plan)).toStrictEqual([33_333, 26_667, 40_000]);
    expect(plan.unspentMinor).toBe(0);
  });
});
