import type { BudgetPlan, PlannedChannel, PlanNote } from './budget-plan';
import { checkRequest, refuse, type BudgetRefusal, type BudgetRequest } from './budget-request';
import { nearOptimalRange } from './grid-choices';
import { meanObjective, objectiveDraws, objectiveOf } from './objective';
import { optimiseSpends } from './optimise-spends';
import { responseDraws, type ChannelResponse, type ResponseTable } from './response-table';
import { isAllowed, spendLimits, type SpendLimits } from './spend-limits';
import { summariseDraws } from './summarise-draws';

/** A plan within this share of the best value is as good as the best. */
const TOLERANCE = 0.01;
const DEFAULT_REQUIRED_PROBABILITY = 0.8;

/**
 * The daily spends that make the most of an objective: exact on a grid of 500 steps of the money that may move, then
 * polished to the minor unit. Optimises on every second draw and judges the gain on the others, because the best of
 * many plans looks better on the draws that chose it than it is (Smith & Winkler 2006, the optimiser's curse). Sums are
 * exact; the plan never passes the total or a limit, and spends less where the next unit does not pay.
 * @throws RangeError when a number of the request is none
 */
export function planBudget(table: ResponseTable, request: BudgetRequest): BudgetPlan | BudgetRefusal {
  checkRequest(request);
  const { minorPerUnit = 100, mode, total } = request;
  const { channels, horizonDays } = table;
  const refusal = refusedAtOnce(table, request);
  if (refusal) return refusal;
  const objective = objectiveOf(table, request);
  if ('status' in objective) return objective;
  const asked = total.per === 'day' ? total.minor : Math.floor(total.minor / horizonDays);
  const share = mode === 'split' ? keptShare(table, request, asked) : 1;
  const limits: SpendLimits[] = [];
  for (const response of channels) {
    const found = spendLimits(response, request, share);
    if ('status' in found) return found;
    limits.push(found);
  }

  const today = limits.map(({ current }) => current);
  const least = limits.map(({ lower, orZero }) => (orZero ? 0 : lower));
  const daily = mode === 'split' ? asked : Math.max(sum(today), sum(least)) + asked;
  if (sum(least) > daily) return refuse('total-below-minimums', null, sum(least));

  const held = drawsHeldOut(table);
  const curves = channels.map((response) => meanObjective(table, response, objective, 0, held.step));
  const valueOf = (i: number, minor: number) => curves[i]!(minor / minorPerUnit);
  const { spends: optimum, value: best, choices, grid } = optimiseSpends(limits, daily, valueOf);
  const enough = Math.max(best, grid.value) - TOLERANCE * Math.abs(best);

  const reference = sum(today) > daily ? scaledDown(limits, daily) : today;
  const inUnits = (plan: readonly number[]) => plan.map((minor) => minor / minorPerUnit);
  const gains = held.pick(
    difference(
      objectiveDraws(table, objective, inUnits(optimum)),
      objectiveDraws(table, objective, inUnits(reference)),
    ),
  );
  const probabilityBetter = gains.filter((gain) => gain > 0).length / gains.length;
  const reason = !limits.every((limit, i) => isAllowed(limit, reference[i]!))
    ? 'today-not-allowed'
    : sum(reference.map((minor, i) => valueOf(i, minor))) >= enough
      ? 'today-as-good'
      : probabilityBetter < (request.requiredProbability ?? DEFAULT_REQUIRED_PROBABILITY)
        ? 'gain-not-shown'
        : 'gain-shown';
  const answer = reason === 'today-as-good' || reason === 'gain-not-shown' ? 'leave' : 'change';
  const plan = answer === 'leave' ? reference : optimum;
  const dailyMinor = sum(plan);
  return {
    status: 'planned',
    answer,
    reason,
    horizonDays,
    channels: channels.map((response, i): PlannedChannel => {
      const revenue = (minor: number) =>
        held.pick(responseDraws(response, table.drawCount, minor / minorPerUnit));
      const moved = (plan[i]! - today[i]!) / minorPerUnit;
      const planned = revenue(plan[i]!);
      return {
        name: response.name,
        dailyMinor: plan[i]!,
        optimalDailyMinor: optimum[i]!,
        currentDailyMinor: today[i]!,
        range: including(
          nearOptimalRange(choices, grid, i, optimum[i]!, enough),
          reason === 'today-as-good' ? plan[i]! : optimum[i]!,
        ),
        notes: notesOf(response, limits[i]!, plan[i]!),
        revenue: summariseDraws(planned),
        changeReturn:
          moved === 0
            ? null
            : summariseDraws(
                difference(planned, revenue(today[i]!)).map((change) => change / (moved * horizonDays)),
              ),
      };
    }),
    dailyMinor,
    horizonMinor: dailyMinor * horizonDays,
    unspentMinor: unspent(request, table, dailyMinor, daily - asked),
    unspentPer: total.per,
    expectedGain: summariseDraws(gains),
    probabilityBetter,
    comparedWith: reference === today ? 'today' : 'today-scaled',
  };
}

function refusedAtOnce({ channels }: ResponseTable, { limits = {} }: BudgetRequest): BudgetRefusal | null {
  const unknown = Object.keys(limits).find((name) => channels.every((channel) => channel.name !== name));
  if (unknown !== undefined) return refuse('unknown-channel', unknown);
  return channels.some(({ hasEvidence }) => hasEvidence) ? null : refuse('no-evidence');
}

/** What channels that are not locked keep of today's spend when all are cut alike. */
function keptShare(
  { channels }: ResponseTable,
  { limits = {}, minorPerUnit = 100 }: BudgetRequest,
  daily: number,
): number {
  const spendOf = (locked: boolean) =>
    sum(
      channels
        .filter(({ name }) => (limits[name]?.locked ?? false) === locked)
        .map(({ currentDailySpend }) => currentDailySpend * minorPerUnit),
    );
  const free = spendOf(false);
  return free > 0 ? Math.min(1, Math.max(0, daily - spendOf(true)) / free) : 1;
}

/** Even draws choose, odd draws judge; a posterior of one draw (a known truth) does both. */
function drawsHeldOut({ drawCount }: ResponseTable) {
  return {
    step: drawCount > 1 ? 2 : 1,
    pick: (draws: Float64Array) => (drawCount > 1 ? draws.filter((_, draw) => draw % 2 === 1) : draws),
  };
}

/** Today's split with less money: locked channels keep theirs, the others give in proportion. */
function scaledDown(limits: readonly SpendLimits[], daily: number): readonly number[] {
  const locked = sum(limits.map((limit) => (limit.locked ? limit.current : 0)));
  const free = sum(limits.map(({ current }) => current)) - locked;
  return limits.map((limit) =>
    limit.locked ? limit.current : Math.floor((limit.current * (daily - locked)) / free),
  );
}

/** Each channel's range is judged alone on the grid; a plan that is as good as a whole belongs to all of them. */
function including(range: PlannedChannel['range'], minor: number): PlannedChannel['range'] {
  return { lowMinor: Math.min(range.lowMinor, minor), highMinor: Math.max(range.highMinor, minor) };
}

function notesOf(
  { hasEvidence }: ChannelResponse,
  { locked, lower, upper, tried, orZero }: SpendLimits,
  minor: number,
): readonly PlanNote[] {
  const notes: PlanNote[] = [];
  if (locked) notes.push('locked');
  if (!hasEvidence) notes.push('no-evidence');
  if (minor > tried) notes.push('untested');
  if (minor === 0 && (orZero || upper > 0)) notes.push('switched-off');
  if (hasEvidence && !locked && upper > lower && minor === upper) notes.push('held-at-upper-limit');
  if (!locked && upper > lower && minor === lower && minor > 0) notes.push('held-at-lower-limit');
  return notes;
}

/** Horizon totals that no whole minor unit a day can spend are part of what is left. */
function unspent(
  { total }: BudgetRequest,
  { horizonDays }: ResponseTable,
  dailyMinor: number,
  base: number,
): number {
  return total.per === 'day'
    ? total.minor - (dailyMinor - base)
    : total.minor - (dailyMinor - base) * horizonDays;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
