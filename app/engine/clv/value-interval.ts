import { logSpread, type SpendModel } from './spend-model';

/** Two-sided standard normal quantile of the customers' intervals (90 %). */
export const INTERVAL_NORMAL = 1.6448536269514722;

/**
 * Predictive interval of the value of some future orders, in order values. Number of orders and their mean value are
 * independent given the history; their distances from the middle, in logarithms, add up as squares, as they would for
 * two log-normals.
 */
export class ValueInterval {
  // The spread depends on two small whole numbers: computed once for each pair.
  private readonly spreads = new Map<number, number>();

  constructor(private readonly spend: SpendModel) {}

  /**
   * @param orders valued orders so far
   * @param expected number of future orders
   * @param count low end of that number
   */
  low(orders: number, expected: number, count: number): number {
    if (count === 0 || expected <= 0) return 0;
    const distance = stretched(Math.log(expected) - Math.log(count), this.spreadOf(orders, count));
    return Math.min(expected, count * Math.exp(-distance));
  }

  /** @param count high end of the number of future orders */
  high(orders: number, expected: number, count: number): number {
    if (count === 0 || expected <= 0) return expected;
    const distance = stretched(Math.log(count) - Math.log(expected), this.spreadOf(orders, count));
    return Math.max(expected, count * Math.exp(distance));
  }

  private spreadOf(orders: number, future: number): number {
    const key = orders * 2 ** 26 + future;
    let spread = this.spreads.get(key);
    if (spread === undefined) {
      this.spreads.set(key, (spread = INTERVAL_NORMAL * logSpread(this.spend, orders, future)));
    }
    return spread;
  }
}

/** What the second distance adds to the first when both are taken together. */
function stretched(distance: number, spread: number): number {
  const first = Math.max(0, distance);
  return Math.sqrt(first * first + spread * spread) - first;
}
