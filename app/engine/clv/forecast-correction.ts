import { fitOffsetRegression } from '../numeric/offset-regression';
import type { Origin } from './origin';
import type { PurchaseGroups } from './purchase-groups';
import { raiseCounts } from './raise-counts';
import type { WindowForecast } from './window-forecast';

/**
 * What earlier forecasts of this shop got wrong, as a function of a customer's history. Purchase models share one law
 * for all customers; where the shop's customers do not follow it, the error is systematic and can be learned: a
 * logistic regression of "bought" with the forecast's log odds as offset, and a Poisson regression of the number of
 * purchases with the forecast's logarithm as offset, both with a ridge that pulls towards "no correction".
 */
export interface ForecastCorrection {
  readonly centre: Float64Array;
  readonly spread: Float64Array;
  /** Intercept first, then one coefficient a feature. */
  readonly chances: Float64Array;
  readonly counts: Float64Array;
  /** Window that the features' forecast is made over. */
  readonly horizonDays: number;
}

/** One entry a group. */
export interface CorrectionTerms {
  /** Added to the log odds of a purchase. */
  readonly logOdds: Float64Array;
  /** Multiplies the expected number of purchases. */
  readonly factor: Float64Array;
}

const FEATURES = 6;
const COLUMNS = FEATURES + 1;
/** As much as this many customers with an average feature: small shops are corrected little. */
const RIDGE = 10;
const INTERCEPT_RIDGE = 1;
/** A customer unlike any that was learned from gets the correction of the most extreme that was. */
const FARTHEST = 3;
/**
 * Half of what was learned of the counts (the geometric mean of model and correction): a count's tail moves with
 * single heavy buyers, and the longer the horizon, the less a look over one window says about it.
 */
const COUNT_WEIGHT = 0.5;
const LEAST = 1e-9;

/** A past forecast and what came of it. */
export interface Lesson {
  readonly origin: Origin;
  readonly forecast: WindowForecast;
}

/** @returns `null` without a lesson, or where nobody bought */
export function learnCorrection(lessons: readonly Lesson[]): ForecastCorrection | null {
  const rows = lessons.map(trainingRows);
  const size = rows.reduce((sum, part) => sum + part.size, 0);
  const bought = rows.reduce((sum, part) => sum + part.bought.reduce((a, b) => a + b, 0), 0);
  if (size === 0 || bought === 0) return null;
  const features = joined(rows.map((part) => part.features));
  const cases = joined(rows.map((part) => part.cases));
  const { centre, spread } = standardOf(features, cases);
  const design = new Float64Array(size * COLUMNS);
  for (let i = 0; i < size; i++) writeRow(design, i * COLUMNS, features, i * FEATURES, centre, spread);
  const ridge = new Float64Array(COLUMNS).fill(RIDGE);
  ridge[0] = INTERCEPT_RIDGE;
  const common = { design, columns: COLUMNS, cases };
  return {
    centre,
    spread,
    chances: fitOffsetRegression(
      'logistic',
      {
        ...common,
        offset: joined(rows.map((part) => part.logOdds)),
        outcomes: joined(rows.map((part) => part.bought)),
      },
      ridge,
    ),
    counts: fitOffsetRegression(
      'poisson',
      {
        ...common,
        offset: joined(rows.map((part) => part.logExpected)),
        outcomes: joined(rows.map((part) => part.purchases)),
      },
      ridge,
    ),
    horizonDays: lessons[0]!.origin.horizonDays,
  };
}

/** @param forecast of these groups over the correction's own horizon */
export function correctionTerms(
  correction: ForecastCorrection,
  groups: PurchaseGroups,
  forecast: WindowForecast,
): CorrectionTerms {
  const { centre, spread, chances, counts } = correction;
  const features = featuresOf(groups, forecast);
  const row = new Float64Array(COLUMNS);
  const logOdds = new Float64Array(groups.size);
  const factor = new Float64Array(groups.size);
  for (let g = 0; g < groups.size; g++) {
    writeRow(row, 0, features, g * FEATURES, centre, spread);
    let byChance = 0;
    let byCount = 0;
    for (let j = 0; j < COLUMNS; j++) {
      byChance += chances[j]! * row[j]!;
      byCount += counts[j]! * row[j]!;
    }
    logOdds[g] = byChance;
    factor[g] = Math.exp(COUNT_WEIGHT * byCount);
  }
  return { logOdds, factor };
}

/** The forecast of these groups with its correction. */
export function corrected(
  forecast: WindowForecast,
  terms: CorrectionTerms,
  { weight }: Pick<PurchaseGroups, 'weight'>,
): WindowForecast {
  const chance = forecast.chance.map((plain, g) => shiftedChance(plain, terms.logOdds[g]!));
  const counts = forecast.expected.map((plain, g) => plain * terms.factor[g]!);
  return { chance, expected: raiseCounts(counts, chance, weight) };
}

/** A probability with its log odds moved; 0 and 1 stay. */
export function shiftedChance(chance: number, logOdds: number): number {
  const odds = Math.exp(logOdds);
  return (chance * odds) / (1 - chance + chance * odds);
}

interface TrainingRows {
  readonly size: number;
  readonly features: Float64Array;
  readonly logOdds: Float64Array;
  readonly logExpected: Float64Array;
  readonly cases: Float64Array;
  readonly bought: Float64Array;
  readonly purchases: Float64Array;
}

/** Features are the same within a group, so a group is one row: its customers, buyers and purchases added up. */
function trainingRows({ origin, forecast }: Lesson): TrainingRows {
  const { groups } = origin;
  const cases = new Float64Array(groups.size);
  const bought = new Float64Array(groups.size);
  const purchases = new Float64Array(groups.size);
  groups.ofCustomer.forEach((g, i) => {
    cases[g]!++;
    bought[g]! += origin.bought[i]!;
    purchases[g]! += origin.purchases[i]!;
  });
  return {
    size: groups.size,
    features: featuresOf(groups, forecast),
    logOdds: forecast.chance.map((chance) => Math.log(Math.max(LEAST, chance) / Math.max(LEAST, 1 - chance))),
    logExpected: forecast.expected.map((expected) => Math.log(Math.max(LEAST, expected))),
    cases,
    bought,
    purchases,
  };
}

/**
 * What the errors of purchase models are known to depend on: the forecast itself, repeat purchases, silence, age,
 * whether there was only one purchase, and silence in units of the customer's own rhythm.
 */
function featuresOf(
  { size, frequency, recency, age }: PurchaseGroups,
  forecast: WindowForecast,
): Float64Array {
  const features = new Float64Array(size * FEATURES);
  for (let g = 0; g < size; g++) {
    const x = frequency[g]!;
    const silence = age[g]! - recency[g]!;
    const rhythm = x > 0 ? recency[g]! / x : age[g]!;
    const at = g * FEATURES;
    features[at] = Math.log(Math.max(LEAST, forecast.expected[g]!) + 1e-6);
    features[at + 1] = Math.log1p(x);
    features[at + 2] = Math.log1p(silence);
    features[at + 3] = Math.log1p(age[g]!);
    features[at + 4] = x === 0 ? 1 : 0;
    features[at + 5] = Math.log((silence + 1) / (rhythm + 1));
  }
  return features;
}

function standardOf(
  features: Float64Array,
  cases: Float64Array,
): { readonly centre: Float64Array; readonly spread: Float64Array } {
  const centre = new Float64Array(FEATURES);
  const spread = new Float64Array(FEATURES);
  let total = 0;
  for (const count of cases) total += count;
  for (let i = 0; i < features.length; i++) {
    centre[i % FEATURES]! += (cases[Math.floor(i / FEATURES)]! * features[i]!) / total;
  }
  for (let i = 0; i < features.length; i++) {
    const j = i % FEATURES;
    spread[j]! += (cases[Math.floor(i / FEATURES)]! * (features[i]! - centre[j]!) ** 2) / total;
  }
  return { centre, spread: spread.map((variance) => (variance > 1e-12 ? Math.sqrt(variance) : 1)) };
}

function writeRow(
  out: Float64Array,
  to: number,
  features: Float64Array,
  from: number,
  centre: Float64Array,
  spread: Float64Array,
): void {
  out[to] = 1;
  for (let j = 0; j < FEATURES; j++) {
    const value = (features[from + j]! - centre[j]!) / spread[j]!;
    out[to + 1 + j] = Math.min(FARTHEST, Math.max(-FARTHEST, value));
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
