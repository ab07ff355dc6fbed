import { describe, expect, it } from 'vitest';
import type { BudgetRequest } from './budget-request';
import { steadyChannel, tableOf } from './fixtures/budget-channels';
import { profit } from './fixtures/planned';
import { planBudget } from './plan-budget';
import { tabulateResponses } from './response-table';

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
    // Two thirds of today's total leave TikTok at least two thirds of 50 less 30 %.
    [
      { total: { minor: 10_000, per: 'day' as const }, limits: { meta: { min: 9000 } } },
      'total-below-minimums',
      null,
      11_334,
    ],
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
