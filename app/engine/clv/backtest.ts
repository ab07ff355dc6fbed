import type { BacktestCandidate, BacktestReport, CandidateName } from './backtest-report';
import { chooseCandidate, differenceInScore, YARDSTICKS } from './choose-candidate';
import { describeCandidate, describeOrigin, describeRules, outcomeOf } from './describe-backtest';
import { fitPurchases, type PurchaseFit } from './fit-purchases';
import {
  corrected,
  correctionTerms,
  learnCorrection,
  type ForecastCorrection,
  type Lesson,
} from './forecast-correction';
import { calibrationErrorOf, calibrationGroups } from './forecast-score';
import { modelErrorOf } from './model-error';
import { lookBack, type Origin } from './origin';
import { planOrigins } from './plan-origins';
import type { PurchaseModel, PurchaseModelName } from './purchase-model';
import {
  pairedDifference,
  scoreCandidate,
  type CandidateScores,
  type PairedDifference,
} from './score-candidate';
import { seasonalGroups } from './seasonal-history';
import { seasonClock } from './season-clock';
import type { SeasonalIndex } from './seasonal-index';
import type { PurchaseGroups } from './purchase-groups';
import { raiseCounts } from './raise-counts';
import type { CustomerRows } from './sort-rows';
import { forecastWindow, type WindowForecast } from './window-forecast';

/** What the shop's own past says about which forecast to make, and how far to trust it. */
export interface Backtest {
  readonly chosen: PurchaseModelName;
  /** Its fit at the latest origin. */
  readonly near: PurchaseModel;
  /** Mean score per customer that the chosen model gains on the default, with its standard error. */
  readonly gain: PairedDifference;
  /** What past errors taught; applied where `corrects` says so. */
  readonly correction: ForecastCorrection | null;
  readonly corrects: Corrects;
  /** Whether windows that follow the shop's season forecast better. */
  readonly season: boolean;
  readonly report: BacktestReport;
}

/** What a correction is used for. */
export interface Corrects {
  readonly chances: boolean;
  readonly counts: boolean;
}

export interface BacktestInput {
  /** Of a sample of customers where the shop is large. */
  readonly rows: CustomerRows;
  readonly firstDay: number;
  readonly nowDay: number;
  readonly countFreeOrders: boolean;
  /** Models to compare; the first is the default. */
  readonly candidates: readonly PurchaseModelName[];
  /** The season that was known on a day; `null` where none was. */
  readonly season: (day: number) => SeasonalIndex | null;
}

/** An origin with fewer teaches nothing about returning. */
const FEWEST_REPEAT_CUSTOMERS = 10;

/**
 * Makes the forecast of every candidate again from up to four days in the past and compares it with what happened.
 * @returns `null` where no day in the past had enough behind it
 */
export function backtest(input: BacktestInput): Backtest | null {
  const { rows, nowDay, countFreeOrders } = input;
  const plan = planOrigins(input.firstDay, nowDay);
  const origins = lookBack(rows, plan.days, plan.horizonDays, countFreeOrders).filter(
    ({ repeatCustomers, customer }) => repeatCustomers >= FEWEST_REPEAT_CUSTOMERS && customer.length > 0,
  );
  if (origins.length === 0) return null;
  const customer = Int32Array.from(origins.flatMap((origin) => [...origin.customer]));
  const candidates = input.candidates.map((name) => {
    const fits = origins.map(({ groups }) => fitPurchases(name, groups, { polish: false }));
    return tryCandidate(
      fits,
      origins,
      customer,
      origins.map(({ horizonDays }) => horizonDays),
    );
  });
  const { chosen: plain, best } = chooseCandidate(candidates, customer);
  const seasonal = trySeason(plain, origins, customer, input);
  const chosen = seasonal ?? plain;
  const { corrects, scores } = chosen;
  const changed = corrects.chances || corrects.counts || seasonal !== null;
  const outcome = outcomeOf(origins);
  const describe = (name: CandidateName, of: CandidateScores, isChosen: boolean): BacktestCandidate =>
    describeCandidate(name, of, outcome, isChosen, differenceInScore(customer, of, best.scores).error);
  const calibration = calibrationGroups(scores.chance, outcome.bought);
  const originReports = chosen.lessons.map(({ origin }, o) => describeOrigin(origin, chosen.forecasts[o]!));
  return {
    chosen: chosen.name,
    near: chosen.fits[0]!,
    gain: differenceInScore(customer, candidates[0]!.scores, plain.scores),
    correction: corrects.chances || corrects.counts ? learnCorrection(chosen.lessons) : null,
    corrects,
    season: seasonal !== null,
    report: {
      horizonDays: plan.horizonDays,
      origins: originReports,
      candidates: [
        ...describeRules(origins, outcome),
        ...candidates.map((one) => describe(one.name, one.plainScores, one === plain && !changed)),
        ...(changed ? [describe('corrected', scores, true)] : []),
      ],
      calibration,
      calibrationError: calibrationErrorOf(calibration),
      modelError: modelErrorOf(originReports, plan.horizonDays),
      customers: new Set(customer).size,
    },
  };
}

interface Trial {
  readonly name: PurchaseModelName;
  readonly fits: readonly PurchaseFit[];
  /** On the longest history: origins come most recent first. */
  readonly logLikelihood: number;
  readonly lessons: readonly Lesson[];
  readonly plainScores: CandidateScores;
  readonly corrects: Corrects;
  /** With its correction, where that wins. */
  readonly forecasts: readonly WindowForecast[];
  readonly scores: CandidateScores;
}

/**
 * A candidate is judged as it would be used: with what its own past errors teach, where that helps.
 * @param fits and windows in days, one an origin
 */
function tryCandidate(
  fits: readonly PurchaseFit[],
  origins: readonly Origin[],
  customer: Int32Array,
  windows: readonly number[],
): Trial {
  const lessons = origins.map((origin, o) => ({
    origin,
    forecast: forecastWindow(fits[o]!, origin.groups, windows[o]!),
  }));
  const plain = lessons.map(({ forecast }) => forecast);
  const plainScores = scoreCandidate(origins, plain);
  const { name, logLikelihood } = fits[0]!;
  const trial = { name, fits, logLikelihood, lessons, plainScores };
  // A yardstick is shown as it is.
  const changed = YARDSTICKS.has(name) ? null : crossCorrected(lessons);
  const corrects = changed
    ? correctionWins(customer, plainScores, scoreCandidate(origins, changed))
    : { chances: false, counts: false };
  if (changed === null || (!corrects.chances && !corrects.counts)) {
    return { ...trial, corrects, forecasts: plain, scores: plainScores };
  }
  const forecasts = plain.map((forecast, o) => joined(forecast, changed[o]!, corrects, origins[o]!.groups));
  return { ...trial, corrects, forecasts, scores: scoreCandidate(origins, forecasts) };
}

/** Weeks differ by chance in every shop, and a story about a season must not be told of noise. */
const SEASON_ERRORS = 2;

/** The chosen model in days that follow the season: taken where that wins by more than two standard errors. */
function trySeason(
  plain: Trial,
  origins: readonly Origin[],
  customer: Int32Array,
  { season, firstDay }: BacktestInput,
): Trial | null {
  const seasons = origins.map(({ day }) => season(day));
  if (seasons.every((index) => index === null)) return null;
  const seen = origins.map((origin, o): Origin => {
    const index = seasons[o];
    if (!index) return origin;
    return { ...origin, groups: seasonalGroups(origin.groups, index, firstDay, origin.day) };
  });
  const fits = seen.map(({ groups }, o) =>
    seasons[o] ? fitPurchases(plain.name, groups, { polish: false, near: plain.fits[o]! }) : plain.fits[o]!,
  );
  const windows = seen.map(({ day, horizonDays }, o) => {
    const index = seasons[o];
    return index ? seasonClock(index, day).effectiveDays(horizonDays) : horizonDays;
  });
  const seasonal = tryCandidate(fits, seen, customer, windows);
  const { mean, error } = differenceInScore(customer, plain.scores, seasonal.scores);
  return mean > SEASON_ERRORS * error ? seasonal : null;
}

/**
 * Each origin's forecast corrected by what the other origins teach, so that none is judged by its own window.
 * @returns `null` below two origins, or where one of them has nothing to learn from
 */
function crossCorrected(lessons: readonly Lesson[]): WindowForecast[] | null {
  if (lessons.length < 2) return null;
  const forecasts: WindowForecast[] = [];
  for (const lesson of lessons) {
    const correction = learnCorrection(lessons.filter((other) => other !== lesson));
    if (correction === null) return null;
    const { groups } = lesson.origin;
    forecasts.push(corrected(lesson.forecast, correctionTerms(correction, groups, lesson.forecast), groups));
  }
  return forecasts;
}

/**
 * A correction is used where it wins by more than one standard error: chances by their log score; counts by deviance or
 * absolute error, and without losing the other, because either alone can be bought with the other.
 */
function correctionWins(customer: Int32Array, plain: CandidateScores, changed: CandidateScores): Corrects {
  const standardGain = (of: 'logScore' | 'halfDeviance' | 'absoluteError'): number => {
    const { mean, error } = pairedDifference(
      customer,
      (i) => plain[of][i]!,
      (i) => changed[of][i]!,
    );
    return error > 0 ? mean / error : 0;
  };
  const deviance = standardGain('halfDeviance');
  const distance = standardGain('absoluteError');
  return {
    chances: standardGain('logScore') > 1,
    counts: Math.max(deviance, distance) > 1 && Math.min(deviance, distance) > -1,
  };
}

function joined(
  plain: WindowForecast,
  changed: WindowForecast,
  corrects: Corrects,
  { weight }: PurchaseGroups,
): WindowForecast {
  const chance = corrects.chances ? changed.chance : plain.chance;
  const counts = corrects.counts ? changed.expected : plain.expected;
  return { chance, expected: raiseCounts(counts, chance, weight) };
}
