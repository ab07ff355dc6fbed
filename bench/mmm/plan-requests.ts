import type { BudgetRequest } from '~/engine/budget/budget-request';

/** A month's budget as merchants ask for it. */
export interface PlanQuestion {
  readonly label: string;
  /** Total as a share of what is spent today. */
  readonly money: number;
  readonly terms: Pick<BudgetRequest, 'objective' | 'marginShare' | 'maxChange'>;
}

export const PLAN_DAYS = 30;
const MARGIN = 0.5;

export const PLAN_QUESTIONS: readonly [PlanQuestion, PlanQuestion, ...PlanQuestion[]] = [
  { label: 'same money, ±30 %', money: 1, terms: { objective: 'revenue' } },
  { label: 'same money, free', money: 1, terms: { objective: 'revenue', maxChange: null } },
  { label: 'a fifth more, ±30 %', money: 1.2, terms: { objective: 'revenue' } },
  { label: 'a fifth less, ±30 %', money: 0.8, terms: { objective: 'revenue' } },
  {
    label: 'profit at half margin, ±30 %',
    money: 1,
    terms: { objective: 'profit', marginShare: MARGIN },
  },
];

export function requestOf({ money, terms }: PlanQuestion, todayMinor: readonly number[]): BudgetRequest {
  const today = todayMinor.reduce((sum, minor) => sum + minor, 0);
  return { mode: 'split', total: { minor: Math.round(money * today), per: 'day' }, ...terms };
}
