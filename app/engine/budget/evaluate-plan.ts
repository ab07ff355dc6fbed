import type { Estimate } from '~/domain/estimate';
import type { BudgetRefusal, BudgetRequest } from './budget-request';
import { objectiveDraws, objectiveOf, type Objective } from './objective';
import { responseDraws, type ResponseTable } from './response-table';
import { summariseDraws } from './summarise-draws';

type EvaluationTerms = Pick<BudgetRequest, 'objective' | 'marginShare' | 'minorPerUnit'>;

/** Spend and what it brings over horizon and tail, in whole minor units: channels add up to the total exactly. */
interface SpendAndRevenue {
  readonly spendMinor: number;
  readonly revenueMinor: number;
}

export interface PlanEvaluation extends SpendAndRevenue {
  readonly channels: readonly (SpendAndRevenue & { readonly name: string; readonly dailyMinor: number })[];
  /** Currency units. */
  readonly revenue: Estimate;
  readonly objective: Estimate;
}

export interface PlanComparison {
  readonly plans: readonly PlanEvaluation[];
  /** Each plan against the first, channel by channel; the first differs from itself by 0. */
  readonly differences: readonly (SpendAndRevenue & {
    readonly channels: readonly SpendAndRevenue[];
    readonly gain: Estimate;
    readonly probabilityBetter: number;
  })[];
}

/**
 * What a plan brings, by all stored draws.
 * @param dailyMinor spend a day of each channel of the table, in its order
 * @throws RangeError when a spend is beyond the table's reach
 */
export function evaluatePlan(
  table: ResponseTable,
  terms: EvaluationTerms,
  dailyMinor: readonly number[],
): PlanEvaluation | BudgetRefusal {
  const objective = objectiveOf(table, terms);
  return 'status' in objective
    ? objective
    : evaluate(table, objective, terms.minorPerUnit ?? 100, dailyMinor);
}

/** Plans side by side, all against the first. */
export function comparePlans(
  table: ResponseTable,
  terms: EvaluationTerms,
  plans: readonly (readonly number[])[],
): PlanComparison | BudgetRefusal {
  const objective = objectiveOf(table, terms);
  if ('status' in objective) return objective;
  const perUnit = terms.minorPerUnit ?? 100;
  const evaluated = plans.map((plan) => evaluate(table, objective, perUnit, plan));
  const first = evaluated[0];
  if (!first) return { plans: [], differences: [] };
  const worth = (plan: readonly number[]) =>
    objectiveDraws(
      table,
      objective,
      plan.map((minor) => minor / perUnit),
    );
  const firstWorth = worth(plans[0]!);
  return {
    plans: evaluated,
    differences: evaluated.map((evaluation, i) => {
      const gains = worth(plans[i]!).map((value, draw) => value - firstWorth[draw]!);
      return {
        ...subtract(evaluation, first),
        channels: evaluation.channels.map((channel, c) => subtract(channel, first.channels[c]!)),
        gain: summariseDraws(gains),
        probabilityBetter: gains.filter((gain) => gain > 0).length / gains.length,
      };
    }),
  };
}

function evaluate(
  table: ResponseTable,
  objective: Objective,
  perUnit: number,
  dailyMinor: readonly number[],
): PlanEvaluation {
  const { channels, drawCount, horizonDays } = table;
  if (dailyMinor.length !== channels.length) {
    throw new RangeError(`a plan needs ${channels.length} spends, one a channel: ${dailyMinor.length}`);
  }
  const revenue = new Float64Array(drawCount);
  const worth = new Float64Array(drawCount);
  const rows = channels.map((response, i) => {
    const minor = dailyMinor[i]!;
    const draws = responseDraws(response, drawCount, minor / perUnit);
    const spent = (objective.spendCost * minor * horizonDays) / perUnit;
    let sum = 0;
    for (let draw = 0; draw < drawCount; draw++) {
      sum += draws[draw]!;
      revenue[draw]! += draws[draw]!;
      worth[draw]! += objective.weight(response, draw) * draws[draw]! - spent;
    }
    return {
      name: response.name,
      dailyMinor: minor,
      spendMinor: minor * horizonDays,
      revenueMinor: Math.round((sum / drawCount) * perUnit),
    };
  });
  return {
    channels: rows,
    // The total is the sum of the rounded rows: a table that does not add up is believed by nobody.
    spendMinor: rows.reduce((sum, row) => sum + row.spendMinor, 0),
    revenueMinor: rows.reduce((sum, row) => sum + row.revenueMinor, 0),
    revenue: summariseDraws(revenue),
    objective: summariseDraws(worth),
  };
}

function subtract(a: SpendAndRevenue, b: SpendAndRevenue): SpendAndRevenue {
  return { spendMinor: a.spendMinor - b.spendMinor, revenueMinor: a.revenueMinor - b.revenueMinor };
}
