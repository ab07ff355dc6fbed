import { describe, expect, it } from 'vitest';
import type { BudgetPlan } from '~/engine/budget/budget-plan';
import type { BudgetObjective } from '~/engine/budget/budget-request';
import { budgetPlan, estimate, PLAN_NOTES, plannedChannel } from './fixtures/facts';
import { expectWellFormed } from './fixtures/sentences';
import { ENGLISH, SPANISH, SPEAKERS } from './fixtures/speakers';
import { planWords } from './plan-words';

/** A key a code: the compiler asks for the next one that is invented. */
const REASONS: Readonly<Record<BudgetPlan['reason'], BudgetPlan['answer']>> = {
  'gain-shown': 'change',
  'today-as-good': 'leave',
  'gain-not-shown': 'leave',
  'today-not-allowed': 'change',
};
const OBJECTIVES: Readonly<Record<BudgetObjective, true>> = { ltv: true, revenue: true, profit: true };
const reasons = Object.entries(REASONS) as [BudgetPlan['reason'], BudgetPlan['answer']][];
const objectives = Object.keys(OBJECTIVES) as BudgetObjective[];

function unspentOf(given: Partial<BudgetPlan>, objective: BudgetObjective = 'profit'): string | null {
  return planWords({ plan: budgetPlan(given), objective }, ENGLISH).unspent;
}

describe('a budget plan in words', () => {
  it.each(
    reasons.flatMap(([reason, answer]) =>
      objectives.map((objective) => [reason, objective, answer] as const),
    ),
  )('%s for %s is whole in both languages', (reason, objective, answer) => {
    for (const comparedWith of ['today', 'today-scaled'] as const) {
      const plan = budgetPlan({ reason, answer, comparedWith, unspentMinor: 4_200 });
      for (const say of SPEAKERS) expectWellFormed(planWords({ plan, objective }, say));
    }
  });

  it('says "leave it" in so many words where no gain can be shown', () => {
    const plan = budgetPlan({ reason: 'gain-not-shown', answer: 'leave' });
    expect(planWords({ plan, objective: 'profit' }, ENGLISH).answer).toBe(
      'Leave it; we cannot show that a change helps.',
    );
    expect(planWords({ plan, objective: 'profit' }, SPANISH).answer).toBe(
      'Déjalo como está; no podemos demostrar que un cambio ayude.',
    );
  });

  it('tells the gain with its interval and its probability', () => {
    const { answer, gain, total } = planWords({ plan: budgetPlan(), objective: 'profit' }, ENGLISH);
    expect(answer).toBe('Change it: with a probability of 94%, the new split does better.');
    expect(gain).toBe(
      'The best split we found would bring €410 (between €35 and €870, 9 times in 10) of profit on top of today’s split over 30 days and their aftermath. Its probability of doing better is 94%.',
    );
    expect(total).toBe('In all €130 a day, €3,900 over 30 days.');
  });

  it('has no gain to tell where the best split is today’s', () => {
    const plan = budgetPlan({ reason: 'today-as-good', answer: 'leave', expectedGain: estimate(0, 0, 0) });
    expect(planWords({ plan, objective: 'profit' }, ENGLISH).gain).toBe(
      'The best split we found is today’s split.',
    );
  });

  it.each([
    ['raise', 10_000, 13_000, 'Meta: raise from €100 to €130 a day.'],
    ['lower', 13_000, 10_000, 'Meta: lower from €130 to €100 a day.'],
    ['stay', 10_000, 10_000, 'Meta: stay at €100 a day.'],
    ['start', 0, 10_000, 'Meta: start with €100 a day.'],
    ['stop', 10_000, 0, 'Meta: stop spending on it (€100 a day now).'],
    ['stay off', 0, 0, 'Meta: nothing, as today.'],
  ])('can say %s', (_, currentDailyMinor, dailyMinor, move) => {
    const changeReturn = dailyMinor === currentDailyMinor ? null : estimate(0.6, 0.2, 1.1);
    const channels = [plannedChannel({ currentDailyMinor, dailyMinor, changeReturn })];
    const [english] = planWords({ plan: budgetPlan({ channels }), objective: 'profit' }, ENGLISH).channels;
    expect(english?.move).toBe(move);
    if (changeReturn === null) expect(english?.changeReturn).toBeNull();
    else {
      expect(english?.changeReturn).toBe(
        dailyMinor > currentDailyMinor
          ? 'Each €100 more bring in €60 (between €20 and €110, 9 times in 10) of revenue.'
          : 'Each €100 saved give up €60 (between €20 and €110, 9 times in 10) of revenue.',
      );
    }
    const [spanish] = planWords({ plan: budgetPlan({ channels }), objective: 'profit' }, SPANISH).channels;
    expectWellFormed(spanish?.move);
  });

  it('has a sentence for every note, none twice', () => {
    const channels = [plannedChannel({ notes: PLAN_NOTES })];
    for (const say of SPEAKERS) {
      const [channel] = planWords({ plan: budgetPlan({ channels }), objective: 'profit' }, say).channels;
      expectWellFormed(channel?.notes);
      expect(new Set(channel?.notes).size).toBe(PLAN_NOTES.length);
    }
  });

  it('gives the range of spends that are as good, where there is one', () => {
    const range = { lowMinor: 13_000, highMinor: 13_000 };
    const channels = [plannedChannel(), plannedChannel({ range })];
    const words = planWords({ plan: budgetPlan({ channels }), objective: 'profit' }, ENGLISH);
    expect(words.channels.map((channel) => channel.range)).toEqual([
      'Any spend between €115 and €130 a day keeps the plan within 1% of the best.',
      null,
    ]);
  });

  it('says why money is left: no room, limits where it would pay, no return, no change, no divisor', () => {
    const full = [plannedChannel({ notes: ['held-at-upper-limit'] }), plannedChannel({ notes: ['locked'] })];
    expect(unspentOf({})).toBeNull();
    expect(unspentOf({ unspentMinor: 4_200 })).toBe(
      '€42 a day would stay unspent: the next money would not pay for itself.',
    );
    expect(unspentOf({ unspentMinor: 4_200, channels: full })).toContain('no channel may take more');
    expect(unspentOf({ unspentMinor: 4_200, channels: [...full, plannedChannel()] })).toContain(
      'stand at their limits',
    );
    expect(unspentOf({ unspentMinor: 4_200 }, 'revenue')).toContain('no channel may take more');
    expect(unspentOf({ unspentMinor: 4_200, answer: 'leave', reason: 'today-as-good' })).toContain(
      'do not advise spending more',
    );
    expect(unspentOf({ unspentMinor: 29, unspentPer: 'horizon' })).toContain('whole cents');
    expect(unspentOf({ unspentMinor: 30, unspentPer: 'horizon' })).toContain('not pay for itself');
  });

  it('knows one day, and currencies without cents', () => {
    const plan = budgetPlan({ horizonDays: 1, dailyMinor: 130, horizonMinor: 130 });
    expect(planWords({ plan, objective: 'profit', minorPerUnit: 1 }, ENGLISH).total).toBe(
      'In all €130 a day, €130 over 1 day.',
    );
  });
});
