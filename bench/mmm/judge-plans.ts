import type { BudgetRequest } from '~/engine/budget/budget-request';
import { evaluatePlan } from '~/engine/budget/evaluate-plan';
import { planBudget } from '~/engine/budget/plan-budget';
import {
  tabulateResponses,
  type BudgetChannel,
  type ChannelResponse,
  type ResponseTable,
} from '~/engine/budget/response-table';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { MarketingWorld } from '~/engine/simulate/marketing/marketing-world';
import { trueDraws } from '~/engine/simulate/marketing/true-response';
import { PLAN_DAYS, PLAN_QUESTIONS, requestOf, type PlanQuestion } from './plan-requests';

/** A plan on the true curves. Shares are of what the best plan's media bring over the horizon. */
export interface JudgedPlan {
  /** What the best plan under the same limits would bring on top. */
  readonly regret: number;
  /** On top of leaving the split as it is. */
  readonly gain: number;
  readonly bestGain: number;
  readonly worse: boolean;
  /** The gain in currency units. */
  readonly gained: number;
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** Spends in minor units a day, channels in the order of the series. */
export interface JudgedQuestion {
  readonly question: PlanQuestion;
  readonly request: BudgetRequest;
  /** What the request lets each channel spend, written out for optimisers that are not ours. */
  readonly limits: readonly Limits[];
  /** What a plan is compared with: today, or today's split with less money. */
  readonly reference: readonly number[];
  readonly judge: (plan: readonly number[]) => JudgedPlan;
}

const EVEN = 1e-6;
const DEFAULT_MAX_CHANGE = 0.3;
const FREE_FACTOR = 3;
const TRIED_FACTOR = 1.2;

export function tabulatePlans(
  { granularity }: MarketingSeries,
  channels: readonly BudgetChannel[],
): ResponseTable {
  return tabulateResponses({ channels, granularity, horizonDays: PLAN_DAYS });
}

/** Every question with its true answer. */
export function judgeQuestions({ series, truth }: MarketingWorld): readonly JudgedQuestion[] {
  const table = tabulatePlans(
    series,
    truth.channels.map((channel, i): BudgetChannel => ({
      name: channel.name,
      spend: series.channels[i]?.spend ?? new Float64Array(0),
      hasEvidence: true,
      draws: trueDraws(channel),
    })),
  );
  const today = table.channels.map(({ currentDailySpend }) => Math.round(100 * currentDailySpend));
  return PLAN_QUESTIONS.map((question): JudgedQuestion => {
    const request = requestOf(question, today);
    const best = planBudget(table, request);
    if (best.status === 'refused') throw new Error(`the truth is refused a plan: ${best.reason}`);
    const optimum = best.channels.map(({ optimalDailyMinor }) => optimalDailyMinor);
    const reference = scaledTo(today, request.total.minor);
    const before = worthOf(table, question.terms, reference);
    const unit = worthOf(table, { objective: 'revenue' }, optimum);
    const gainedBy = (plan: readonly number[]): number => worthOf(table, question.terms, plan) - before;
    const bestGain = gainedBy(optimum) / unit;
    return {
      question,
      request,
      limits: table.channels.map((response) => limitsOf(question, response)),
      reference,
      judge: (plan) => {
        const gained = gainedBy(plan);
        const gain = gained / unit;
        return { regret: bestGain - gain, gain, bestGain, worse: gain < -EVEN, gained };
      },
    };
  });
}

/** No channel pays for a cut of the total twice, and none goes beyond 1.2 times what it ever kept up unless it is free. */
function limitsOf(
  { money, terms: { maxChange = DEFAULT_MAX_CHANGE } }: PlanQuestion,
  { currentDailySpend, sustainedDailySpend }: ChannelResponse,
): Limits {
  const current = Math.round(100 * currentDailySpend);
  if (maxChange === null) return { lower: 0, upper: FREE_FACTOR * current };
  const tried = Math.max(current, Math.floor(100 * TRIED_FACTOR * sustainedDailySpend));
  return {
    lower: Math.ceil(current * (1 - maxChange) * Math.min(1, money)),
    upper: Math.min(Math.floor(current * (1 + maxChange)), tried),
  };
}

function scaledTo(today: readonly number[], total: number): readonly number[] {
  const all = today.reduce((sum, minor) => sum + minor, 0);
  return all <= total ? today : today.map((minor) => Math.floor((minor * total) / all));
}

function worthOf(
  table: ResponseTable,
  terms: Parameters<typeof evaluatePlan>[1],
  plan: readonly number[],
): number {
  const evaluation = evaluatePlan(table, terms, plan);
  if ('status' in evaluation) throw new Error(evaluation.reason);
  return evaluation.objective.mean;
}
