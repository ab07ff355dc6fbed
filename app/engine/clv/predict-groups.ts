import { expectedPurchasesIfAlive, termsNeeded } from './expected-purchases';
import { purchaseCountSurvival } from './purchase-count';
import type { PurchaseGroups } from './purchase-groups';
import {
  nextPurchaseQuantile,
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  survivedChances,
  type PurchaseModel,
} from './purchase-model';

/** Days asked for; `monthEnds` are the days from the analysis date to the ends of the next 12 calendar months. */
export interface Horizons {
  readonly horizonDays: number;
  readonly churnWindowDays: number;
  readonly monthEnds: readonly number[];
  readonly discountRateAnnual: number;
}

/** One entry a group. Numbers of purchases are unconditional unless they say "alive". */
export interface GroupPredictions {
  readonly pAlive: Float64Array;
  readonly pBuy: Float64Array;
  readonly pBuy90: Float64Array;
  readonly churn: Float64Array;
  readonly expected: Float64Array;
  readonly expectedLow: Int32Array;
  readonly expectedHigh: Int32Array;
  readonly variance: Float64Array;
  readonly expected90: Float64Array;
  /** Purchases of the next 12 calendar months, plain and discounted month by month. */
  readonly expected12m: Float64Array;
  readonly discounted12m: Float64Array;
  /** Purchases expected in 52 weeks if alive. */
  readonly yearIfAlive: Float64Array;
  readonly next50: Float64Array;
  readonly next80: Float64Array;
}

export const YEAR_AT_RISK_DAYS = 364;
const LONGEST_NEXT_ORDER_DAYS = 3650;

/** The tails of the count distribution beyond this many purchases are not told apart. */
const MOST_COUNTS = 200_000;

/**
 * Predictions of every group at the analysis date. What depends on (frequency, age) alone is computed once for all
 * groups that share them: recency moves only P(alive).
 * @param level probability that [expectedLow, expectedHigh] holds the actual number of purchases
 */
export function predictGroups(
  model: PurchaseModel,
  groups: PurchaseGroups,
  horizons: Horizons,
  level: number,
): GroupPredictions {
  const { size, frequency, recency, age, tick } = groups;
  const column = (): Float64Array => new Float64Array(size);
  const out = {
    pAlive: column(),
    pBuy: column(),
    pBuy90: column(),
    churn: column(),
    expected: column(),
    expectedLow: new Int32Array(size),
    expectedHigh: new Int32Array(size),
    variance: column(),
    expected90: column(),
    expected12m: column(),
    discounted12m: column(),
    yearIfAlive: column(),
    next50: column(),
    next80: column(),
  };
  const monthly = horizons.monthEnds.map((_, m) => (1 + horizons.discountRateAnnual) ** (-(m + 1) / 12));
  const tail = (1 - level) / 2;

  for (let from = 0; from < size;) {
    const x = frequency[from]!;
    const T = age[from]! * tick;
    let to = from + 1;
    while (to < size && frequency[to] === x && age[to] === age[from]) to++;

    const buys = probabilityOfPurchaseIfAlive(model, x, T, horizons.horizonDays);
    const buys90 = probabilityOfPurchaseIfAlive(model, x, T, 90);
    const returns = probabilityOfPurchaseIfAlive(model, x, T, horizons.churnWindowDays);
    const alive90 = expectedPurchasesIfAlive(model, x, T, 90);
    const aliveYear = expectedPurchasesIfAlive(model, x, T, YEAR_AT_RISK_DAYS);
    const next50 = Math.min(LONGEST_NEXT_ORDER_DAYS, nextPurchaseQuantile(model, x, T, 0.5));
    const next80 = Math.min(LONGEST_NEXT_ORDER_DAYS, nextPurchaseQuantile(model, x, T, 0.8));
    let alive12m = 0;
    let discounted = 0;
    for (let m = 0; m < monthly.length; m++) {
      const until = expectedPurchasesIfAlive(model, x, T, horizons.monthEnds[m]!);
      discounted += (until - alive12m) * monthly[m]!;
      alive12m = until;
    }
    const aliveHorizon = expectedPurchasesIfAlive(model, x, T, horizons.horizonDays);
    const survival = countSurvival(model, x, T, horizons.horizonDays);
    let secondMoment = 0;
    for (let k = survival.length; k > 0; k--) secondMoment += (2 * k - 1) * survival[k - 1]!;

    for (let g = from; g < to; g++) {
      const alive = probabilityAlive(model, x, recency[g]! * tick, T);
      const expected = alive * aliveHorizon;
      out.pAlive[g] = alive;
      out.pBuy[g] = alive * buys;
      out.pBuy90[g] = alive * buys90;
      out.churn[g] = 1 - alive * returns;
      out.expected[g] = expected;
      out.expectedLow[g] = countsAbove(survival, (1 - tail) / alive);
      out.expectedHigh[g] = countsAbove(survival, tail / alive);
      out.variance[g] = Math.max(0, alive * secondMoment - expected * expected);
      out.expected90[g] = alive * alive90;
      out.expected12m[g] = alive * alive12m;
      out.discounted12m[g] = alive * discounted;
      out.yearIfAlive[g] = aliveYear;
      out.next50[g] = next50;
      out.next80[g] = next80;
    }
    from = to;
  }
  return out;
}

function countSurvival(model: PurchaseModel, frequency: number, age: number, horizon: number): Float64Array {
  const { r, alpha, a, b } = model.params;
  const shape = r + frequency;
  let z = horizon / (alpha + age);
  // Only a customer of minutes with a rate of thousands a day comes here: their interval is cut, their mean is not.
  while (termsNeeded(shape, z) > MOST_COUNTS) z /= 2;
  return purchaseCountSurvival(shape, z, a, b + survivedChances(model.name, frequency));
}

/** How many entries of the descending `survival` are above `limit`: the quantile of the count. */
function countsAbove(survival: Float64Array, limit: number): number {
  let low = 0;
  let high = survival.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (survival[middle]! > limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
