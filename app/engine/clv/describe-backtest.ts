import { dayFromNumber } from '~/domain/iso-day';
import type { BacktestCandidate, BacktestOrigin, CandidateName } from './backtest-report';
import { meanScore } from './choose-candidate';
import { calibrationErrorOf, calibrationGroups, rankingArea } from './forecast-score';
import type { Origin } from './origin';
import type { CandidateScores } from './score-candidate';
import type { WindowForecast } from './window-forecast';

/** What happened in all windows; entry `i` is one customer at one origin. */
export interface Outcome {
  readonly bought: Uint8Array;
  readonly purchases: number;
}

export function outcomeOf(origins: readonly Origin[]): Outcome {
  const bought = new Uint8Array(origins.reduce((sum, origin) => sum + origin.bought.length, 0));
  let purchases = 0;
  let at = 0;
  for (const origin of origins) {
    bought.set(origin.bought, at);
    at += origin.bought.length;
    for (const count of origin.purchases) purchases += count;
  }
  return { bought, purchases };
}

export function describeCandidate(
  name: CandidateName,
  scores: CandidateScores,
  outcome: Outcome,
  chosen: boolean,
  scoreError: number,
): BacktestCandidate {
  return {
    name,
    chosen,
    meanAbsoluteError: meanOf(scores.absoluteError),
    rankingArea: rankingArea(scores.chance, outcome.bought),
    score: meanScore(scores),
    scoreError,
    calibrationError: calibrationErrorOf(calibrationGroups(scores.chance, outcome.bought)),
    totalError: outcome.purchases > 0 ? scores.expectedTotal / outcome.purchases - 1 : null,
  };
}

/** The two rules that every model must at least match: time since the last order, and "as in the last window". */
export function describeRules(origins: readonly Origin[], outcome: Outcome): BacktestCandidate[] {
  const size = outcome.bought.length;
  const recent = new Float64Array(size);
  const repeated = new Float64Array(size);
  const error = new Float64Array(size);
  let at = 0;
  for (const { daysSinceLast, lastWindow, purchases } of origins) {
    for (let i = 0; i < purchases.length; i++, at++) {
      recent[at] = -daysSinceLast[i]!;
      repeated[at] = lastWindow[i]!;
      error[at] = Math.abs(lastWindow[i]! - purchases[i]!);
    }
  }
  const total = repeated.reduce((sum, count) => sum + count, 0);
  const rule = { chosen: false, score: null, scoreError: null, calibrationError: null };
  return [
    {
      ...rule,
      name: 'hiatus',
      meanAbsoluteError: null,
      rankingArea: rankingArea(recent, outcome.bought),
      totalError: null,
    },
    {
      ...rule,
      name: 'last-window',
      meanAbsoluteError: meanOf(error),
      rankingArea: rankingArea(repeated, outcome.bought),
      totalError: outcome.purchases > 0 ? total / outcome.purchases - 1 : null,
    },
  ];
}

export function describeOrigin(
  { day, horizonDays, groups, purchases, bought }: Origin,
  forecast: WindowForecast,
): BacktestOrigin {
  let expectedPurchases = 0;
  let actualPurchases = 0;
  let expectedBuyers = 0;
  let actualBuyers = 0;
  for (let i = 0; i < purchases.length; i++) {
    const g = groups.ofCustomer[i]!;
    expectedPurchases += forecast.expected[g]!;
    expectedBuyers += forecast.chance[g]!;
    actualPurchases += purchases[i]!;
    actualBuyers += bought[i]!;
  }
  return {
    day: dayFromNumber(day),
    horizonDays,
    customers: purchases.length,
    expectedPurchases,
    actualPurchases,
    expectedBuyers,
    actualBuyers,
  };
}

function meanOf(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
