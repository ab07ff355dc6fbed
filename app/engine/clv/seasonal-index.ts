import { fitOffsetRegression } from '../numeric/offset-regression';
import { WEEKS_OF_YEAR, weeksOfYear } from './week-of-year';

/** How much more a shop's customers buy in a week of the year than on average. */
export interface SeasonalIndex {
  /** 52 factors above 0; their mean over the 365 days of a year is 1. Entry 0 is the week that begins on 1 January. */
  readonly weeks: Float64Array;
  /** Whole years that they were learned from. */
  readonly years: number;
}

const DAYS_PER_YEAR = 365;
const LEAST_YEARS = 2;
const DAYS_OF_LAST_WEEK = DAYS_PER_YEAR - 7 * (WEEKS_OF_YEAR - 1);

const MOST_ROUNDS = 60;
const SETTLED = 1e-6;
/** Holds a year without any purchase near the shop's mean; next to a hundred purchases it is nothing. */
const TREND_RIDGE = 0.1;
/** Logarithm of how far from its mean a trend may take a shop: keeps every week's expectation above 0. */
const FARTHEST_TREND = 12;

/** A week of one year; the first and the last may be cut off. */
interface WeekBlocks {
  readonly size: number;
  readonly week: Uint8Array;
  readonly days: Float64Array;
  readonly purchases: Float64Array;
  /** Row-major, `size` x `columns`. */
  readonly trend: Float64Array;
  readonly columns: number;
  /** Logarithm of the shop's mean purchases a day. */
  readonly logMean: number;
}

/**
 * Multiplicative week-of-year index of repeat purchases. Weeks and trend are fitted together, in turns, to
 *
 *   purchases(year, week) ~ Poisson(trend x factor(week) x disagreement(year, week))
 *
 * so that a season cannot pass for growth nor growth for a season. The trend is a broken line in the logarithm with a
 * knot a year, too stiff to follow a season, and a power of the shop's age for the first months of a customer base.
 *
 * A factor is `(observed + c) / (expected + c)`, the mean of a gamma law (empirical Bayes). `1 / c`, the variance of
 * true factors, is what varies between weeks beyond chance (moments, DerSimonian & Laird 1986); where years disagree
 * beyond chance, both counts shrink to the Poisson counts that would tell as little. Sparse or erratic shops stay near
 * 1. Left out: customers lost at a peak are missing in the weeks after it, which reads as a slightly weaker season.
 * @param repeatPurchases of each day, the first for `firstDay`, the last for the analysis date; zeros included
 * @param firstDay the shop's first day, days since 1970-01-01
 * @returns `null` under two years of 365 days; factors of 1 where weeks and trend do not settle
 */
export function seasonalIndex(repeatPurchases: ArrayLike<number>, firstDay: number): SeasonalIndex | null {
  const years = Math.floor(repeatPurchases.length / DAYS_PER_YEAR);
  if (years < LEAST_YEARS) return null;
  const blocks = weekBlocks(repeatPurchases, firstDay, years);
  let weeks: Float64Array = new Float64Array(WEEKS_OF_YEAR).fill(1);
  if (blocks.logMean === -Infinity) return { weeks, years };

  const trust = new Float64Array(blocks.size).fill(1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const level = trendLevel(blocks, weeks, trust);
    const disagreement = disagreementOfYears(blocks, level);
    for (let i = 0; i < blocks.size; i++) {
      trust[i] = 1 / (1 + disagreement * level[i]! * weeks[blocks.week[i]!]!);
    }
    const next = shrunkFactors(blocks, level, trust);
    let change = 0;
    for (let w = 0; w < WEEKS_OF_YEAR; w++) change = Math.max(change, Math.abs(next[w]! / weeks[w]! - 1));
    weeks = next;
    if (change < SETTLED) return { weeks, years };
  }
  // Steps of a thousandfold and the like: what no trend describes has no season that one could tell.
  return { weeks: new Float64Array(WEEKS_OF_YEAR).fill(1), years };
}

function weekBlocks(purchases: ArrayLike<number>, firstDay: number, years: number): WeekBlocks {
  const length = purchases.length;
  const weekOfDay = weeksOfYear(firstDay, length);
  const starts: number[] = [];
  for (let day = 0; day < length; day++)
    if (day === 0 || weekOfDay[day] !== weekOfDay[day - 1]) starts.push(day);
  const size = starts.length;
  // A knot at either end and after each year; the last column is the power of the shop's age in its first year.
  const columns = years + 2;
  const days = new Float64Array(size);
  const sums = new Float64Array(size);
  const trend = new Float64Array(size * columns);
  let total = 0;
  for (let i = 0; i < size; i++) {
    const from = starts[i]!;
    const to = starts[i + 1] ?? length;
    days[i] = to - from;
    for (let day = from; day < to; day++) sums[i]! += purchases[day]!;
    total += sums[i]!;
    const middle = (from + to) / 2;
    const position = (middle / length) * years;
    const knot = Math.min(years - 1, Math.floor(position));
    trend[i * columns + knot] = knot + 1 - position;
    trend[i * columns + knot + 1] = position - knot;
    trend[i * columns + columns - 1] = Math.min(0, Math.log(position));
  }
  const week = Uint8Array.from(starts, (day) => weekOfDay[day]!);
  return { size, week, days, purchases: sums, trend, columns, logMean: Math.log(total / length) };
}

/** Purchases of each block that the trend alone expects. */
function trendLevel(blocks: WeekBlocks, weeks: Float64Array, trust: Float64Array): Float64Array {
  const { size, week, days, purchases, trend, columns, logMean } = blocks;
  const ridge = new Float64Array(columns).fill(TREND_RIDGE);
  const rows = {
    design: trend,
    columns,
    offset: Float64Array.from(week, (w) => logMean + Math.log(weeks[w]!)),
    cases: days.map((count, i) => count * trust[i]!),
    outcomes: purchases.map((count, i) => count * trust[i]!),
  };
  const coefficients = fitOffsetRegression('poisson', rows, ridge);
  const level = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let log = 0;
    for (let j = 0; j < columns; j++) log += coefficients[j]! * trend[i * columns + j]!;
    log = Math.min(FARTHEST_TREND, Math.max(-FARTHEST_TREND, log));
    level[i] = days[i]! * Math.exp(logMean + log);
  }
  return level;
}

/**
 * Variance, relative to the square of the mean, by which the same week differs between years beyond Poisson: Pearson's
 * statistic against each week's own mean, by moments.
 */
function disagreementOfYears(blocks: WeekBlocks, level: Float64Array): number {
  const { size, week, purchases, columns } = blocks;
  const observed = new Float64Array(WEEKS_OF_YEAR);
  const expected = new Float64Array(WEEKS_OF_YEAR);
  const squares = new Float64Array(WEEKS_OF_YEAR);
  const blocksOf = new Float64Array(WEEKS_OF_YEAR);
  for (let i = 0; i < size; i++) {
    const w = week[i]!;
    observed[w]! += purchases[i]!;
    expected[w]! += level[i]!;
    squares[w]! += level[i]! ** 2;
    blocksOf[w]!++;
  }
  // The trend has bent towards the differences between years, and so has hidden its share of them.
  const left = 1 - columns / (size - WEEKS_OF_YEAR);
  let excess = 0;
  let scale = 0;
  for (let i = 0; i < size; i++) {
    const w = week[i]!;
    const mean = (level[i]! * observed[w]!) / expected[w]!;
    excess += (purchases[i]! - mean) ** 2 / level[i]!;
  }
  for (let w = 0; w < WEEKS_OF_YEAR; w++) {
    const count = observed[w]!;
    excess -= left * (count / expected[w]!) * (blocksOf[w]! - 1);
    // count (count - 1) / expected^2 is the square of the factor without the chance in it.
    const factorSquared = (count * Math.max(0, count - 1)) / expected[w]! ** 2;
    scale += factorSquared * (expected[w]! - squares[w]! / expected[w]!);
  }
  return scale > 0 ? Math.max(0, excess / (left * scale)) : 0;
}

function shrunkFactors({ size, week, purchases }: WeekBlocks, level: Float64Array, trust: Float64Array) {
  const observed = new Float64Array(WEEKS_OF_YEAR);
  const expected = new Float64Array(WEEKS_OF_YEAR);
  for (let i = 0; i < size; i++) {
    observed[week[i]!]! += trust[i]! * purchases[i]!;
    expected[week[i]!]! += trust[i]! * level[i]!;
  }
  const factors = new Float64Array(WEEKS_OF_YEAR).fill(1);
  const variance = varianceOfFactors(observed, expected);
  if (variance === 0) return factors;
  const c = 1 / variance;
  let sum = 0;
  for (let w = 0; w < WEEKS_OF_YEAR; w++) {
    factors[w] = (observed[w]! + c) / (expected[w]! + c);
    sum += (w === WEEKS_OF_YEAR - 1 ? DAYS_OF_LAST_WEEK : 7) * factors[w]!;
  }
  return factors.map((factor) => (factor * DAYS_PER_YEAR) / sum);
}

/** Variance between weeks of the true factors: what is left of the differences when Poisson is taken off. */
function varianceOfFactors(observed: Float64Array, expected: Float64Array): number {
  let count = 0;
  let total = 0;
  let squares = 0;
  for (let w = 0; w < WEEKS_OF_YEAR; w++) {
    count += observed[w]!;
    total += expected[w]!;
    squares += expected[w]! ** 2;
  }
  const mean = count / total;
  let excess = 0;
  for (let w = 0; w < WEEKS_OF_YEAR; w++) {
    excess += (observed[w]! - mean * expected[w]!) ** 2 / expected[w]!;
  }
  excess -= mean * (WEEKS_OF_YEAR - 1);
  return Math.max(0, excess / (total - squares / total));
}
