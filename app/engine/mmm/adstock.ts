import { quantileInPlace } from '../numeric/quantile';

/**
 * Geometric adstock, normalised so that steady spend x gives x: `a_t = (1 - theta) x_t + theta a_(t-1)`. A recursion
 * has no lag at which the memory is cut off.
 * @param spend a value a row
 * @param theta share that is carried over to the next row, [0, 1)
 * @param carryIn adstock of the row before the first
 */
export function adstock(spend: Float64Array, theta: number, carryIn: number): Float64Array {
  const stock = new Float64Array(spend.length);
  let last = carryIn;
  for (let t = 0; t < spend.length; t++) {
    last = (1 - theta) * spend[t]! + theta * last;
    stock[t] = last;
  }
  return stock;
}

/** Rows below this share of the largest adstock are not active. */
const ACTIVE_SHARE = 0.01;

/** Mean adstock over the active rows: what "spending as usual" is, with pauses left out. 0 where nothing was spent. */
export function meanActive(stock: Float64Array): number {
  const least = ACTIVE_SHARE * stock.reduce((most, value) => Math.max(most, value), 0);
  let sum = 0;
  let count = 0;
  for (const value of stock) {
    if (value <= least) continue;
    sum += value;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** More than ten usual rows in one is a spike, or a slip of the keyboard: it must not set the scale. */
const SPIKE = 10;

/** Spend with no row above ten times the median of the rows that are not 0. */
export function cutSpikes(spend: Float64Array): Float64Array {
  const active = spend.filter((value) => value > 0);
  if (active.length === 0) return spend;
  const most = SPIKE * quantileInPlace(active, 0.5);
  return spend.map((value) => Math.min(value, most));
}
