import type { ChannelDraws } from '~/engine/budget/channel-draws';
import { planBudget } from '~/engine/budget/plan-budget';
import type { BudgetChannel } from '~/engine/budget/response-table';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { MixFit } from '~/engine/mmm/mix-fit';
import type { MarketingWorld } from '~/engine/simulate/marketing/marketing-world';
import { trueDraws } from '~/engine/simulate/marketing/true-response';
import type { Attribution } from './attribution';
import { tabulatePlans, type JudgedPlan, type JudgedQuestion } from './judge-plans';
import { within } from './measure-attribution';

/** A plan of a method, followed as it advises. */
export interface TriedPlan extends JudgedPlan {
  readonly method: string;
  readonly question: string;
  readonly answer: 'change' | 'leave' | 'refused';
  /** Gain of the plan that was found, followed or not; `null` where none was. */
  readonly optimumGain: number | null;
  /** Whether the range of the expected gain holds that; `null` for methods without ranges. */
  readonly gainHeld: boolean | null;
  /** Dead channels whose spend the plan raises. */
  readonly deadRaised: number;
}

/** What a method would plan from. */
export interface Planner {
  readonly method: string;
  readonly channels: readonly BudgetChannel[];
}

export function modelPlanner(series: MarketingSeries, fit: MixFit): Planner {
  return {
    method: 'Timón',
    channels: series.channels.map(({ name, spend }): BudgetChannel => {
      const channel = fit.channels.find((each) => each.name === name);
      const draws = fit.draws.channels.find((each) => each.name === name);
      if (!channel || !draws) throw new Error(`no fit of ${name}`);
      return { name, spend, draws: draws.curve, hasEvidence: channel.hasEvidence };
    }),
  };
}

/** Money goes to whoever has the best ROAS, as far as the limits let it: what merchants do with such a number. */
export function roasPlanner(series: MarketingSeries, { method, channels }: Attribution): Planner {
  return {
    method,
    channels: series.channels.map(({ name, spend }): BudgetChannel => {
      const roas = channels.find((each) => each.name === name)?.marginalRoas ?? 0;
      return { name, spend, hasEvidence: true, draws: straightLine(roas) };
    }),
  };
}

/** Half of saturation where nobody ever comes is a straight line. */
function straightLine(roas: number): ChannelDraws {
  const far = 1e9;
  return {
    beta: Float64Array.of(Math.max(0, roas) * far),
    theta: Float64Array.of(0),
    halfSaturation: Float64Array.of(far),
    slope: Float64Array.of(1),
  };
}

/** The oracle's coefficients on the true curves. */
export function oraclePlanner({ series, truth }: MarketingWorld, { method, channels }: Attribution): Planner {
  return {
    method,
    channels: series.channels.flatMap(({ name, spend }): BudgetChannel[] => {
      const channel = truth.channels.find((each) => each.name === name);
      const claim = channels.find((each) => each.name === name);
      if (!channel || !claim) return [];
      const curve = trueDraws(channel);
      const actual = channel.roas * channel.spend;
      // A dead channel's height is nothing: how high the oracle thinks it is cannot be told by a factor.
      const factor = actual > 0 ? Math.max(0, claim.contribution) / actual : 0;
      const draws = { ...curve, beta: curve.beta.map((beta) => beta * factor) };
      return [{ name, spend, hasEvidence: true, draws }];
    }),
  };
}

/** Asks every question of a method and judges its plans on the true curves. */
export function tryPlans(
  { series, truth }: MarketingWorld,
  questions: readonly JudgedQuestion[],
  planner: Planner,
): TriedPlan[] {
  const table = tabulatePlans(series, planner.channels);
  return questions.map(({ question, request, reference, judge }): TriedPlan => {
    const plan = planBudget(table, request);
    const common = { method: planner.method, question: question.label };
    if (plan.status === 'refused') {
      const nothing = { optimumGain: null, gainHeld: null, deadRaised: 0 };
      return { ...common, ...judge(reference), answer: 'refused', ...nothing };
    }
    const followed = plan.channels.map(({ dailyMinor }) => dailyMinor);
    const optimum = judge(plan.channels.map(({ optimalDailyMinor }) => optimalDailyMinor));
    return {
      ...common,
      ...judge(followed),
      answer: plan.answer,
      optimumGain: optimum.gain,
      gainHeld: table.drawCount > 1 ? within(plan.expectedGain, optimum.gained) : null,
      deadRaised: truth.channels.filter(
        ({ roas }, i) => roas === 0 && (followed[i] ?? 0) > (reference[i] ?? 0),
      ).length,
    };
  });
}
