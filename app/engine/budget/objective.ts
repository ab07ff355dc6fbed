import { refuse, type BudgetObjective, type BudgetRefusal, type BudgetRequest } from './budget-request';
import { meanResponse, responseDraws, type ChannelResponse, type ResponseTable } from './response-table';

/** What money is worth under an objective. */
export interface Objective {
  /** Worth of a unit of the channel's revenue in each draw. */
  readonly weight: (response: ChannelResponse, draw: number) => number;
  /** What a unit of spend takes off: 1 for profit, 0 for plain revenue. */
  readonly spendCost: number;
}

/** @returns a refusal where `ltv` lacks the value of a channel's customers */
export function objectiveOf(
  table: ResponseTable,
  { objective, marginShare = 1 }: Pick<BudgetRequest, 'objective' | 'marginShare'>,
): Objective | BudgetRefusal {
  if (objective === 'ltv') {
    const missing = table.channels.find(({ value }) => value === null);
    if (missing) return refuse('no-value', missing.name);
  }
  return { weight: weightOf(objective, marginShare), spendCost: objective === 'revenue' ? 0 : 1 };
}

function weightOf(objective: BudgetObjective, marginShare: number): Objective['weight'] {
  switch (objective) {
    case 'revenue':
      return () => 1;
    case 'profit':
      return () => marginShare;
    case 'ltv':
      return ({ value }, draw) => valueOfDraw(value!, draw);
  }
}

/**
 * Customer value that belongs to a draw of the curve. A draw that chooses and the next, which judges, share a value: else
 * the judges would see every other one only.
 */
export function valueOfDraw(values: Float64Array, draw: number): number {
  return values[(draw >> 1) % values.length]!;
}

/**
 * Expected objective of a channel as a function of daily spend, over draws `first`, `first + step`... Value and curve
 * come from different data, so their means multiply.
 */
export function meanObjective(
  { drawCount, horizonDays }: ResponseTable,
  response: ChannelResponse,
  objective: Objective,
  first: number,
  step: number,
): (dailySpend: number) => number {
  const curve = meanResponse(response, drawCount, first, step);
  // All of the value's draws, each at the first of the two draws that it serves: half of them would be chance.
  const draws = response.value?.length ?? 1;
  let weight = 0;
  for (let draw = 0; draw < draws; draw++) weight += objective.weight(response, 2 * draw) / draws;
  return (dailySpend) => weight * curve(dailySpend) - objective.spendCost * dailySpend * horizonDays;
}

/** Objective of a whole plan in each draw. */
export function objectiveDraws(
  table: ResponseTable,
  objective: Objective,
  dailySpends: readonly number[],
): Float64Array {
  const sum = new Float64Array(table.drawCount);
  table.channels.forEach((response, i) => {
    const spent = objective.spendCost * dailySpends[i]! * table.horizonDays;
    const revenue = responseDraws(response, table.drawCount, dailySpends[i]!);
    for (let draw = 0; draw < sum.length; draw++) {
      sum[draw]! += objective.weight(response, draw) * revenue[draw]! - spent;
    }
  });
  return sum;
}
