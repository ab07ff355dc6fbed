/**
 * Days asked for. All of them may be fractions: where a seasonal index is used, `monthEnds` and the rest are effective
 * days, longer in a strong season than in a weak one.
 */
export interface Horizons {
  readonly horizonDays: number;
  readonly churnWindowDays: number;
  readonly days30: number;
  readonly days90: number;
  readonly days365: number;
  /** From the analysis date to the ends of the next 12 calendar months. */
  readonly monthEnds: readonly number[];
  readonly discountRateAnnual: number;
}

/** One entry a group. Numbers of purchases are unconditional unless they say "alive". */
export interface GroupPredictions {
  readonly pAlive: Float64Array;
  readonly pBuy: Float64Array;
  readonly pBuy30: Float64Array;
  readonly pBuy90: Float64Array;
  readonly pBuy365: Float64Array;
  readonly churn: Float64Array;
  /** Standard errors from the uncertainty of the parameters, on the logit scale. */
  readonly pBuy30Error: Float64Array;
  readonly pBuy90Error: Float64Array;
  readonly pBuy365Error: Float64Array;
  readonly churnError: Float64Array;
  readonly expected: Float64Array;
  readonly expectedLow: Int32Array;
  readonly expectedHigh: Int32Array;
  readonly variance: Float64Array;
  readonly expected30: Float64Array;
  readonly expected30Low: Int32Array;
  readonly expected30High: Int32Array;
  readonly expected90: Float64Array;
  readonly expected90Low: Int32Array;
  readonly expected90High: Int32Array;
  readonly expected365: Float64Array;
  readonly expected365Low: Int32Array;
  readonly expected365High: Int32Array;
  /** Purchases of the next 12 calendar months, plain and discounted month by month. */
  readonly expected12m: Float64Array;
  readonly discounted12m: Float64Array;
  /** The same discounted purchases as they were to be expected right after the customer's last purchase. */
  readonly discounted12mAtLastOrder: Float64Array;
  /** Purchases expected in 52 weeks if alive. */
  readonly yearIfAlive: Float64Array;
  /** Days until the next purchase that a living customer stays below with 50, 80 and 95 %, at most ten years. */
  readonly next50: Float64Array;
  readonly next80: Float64Array;
  readonly next95: Float64Array;
}

export function createGroupPredictions(size: number): GroupPredictions {
  const column = (): Float64Array => new Float64Array(size);
  const count = (): Int32Array => new Int32Array(size);
  return {
    pAlive: column(),
    pBuy: column(),
    pBuy30: column(),
    pBuy90: column(),
    pBuy365: column(),
    churn: column(),
    pBuy30Error: column(),
    pBuy90Error: column(),
    pBuy365Error: column(),
    churnError: column(),
    expected: column(),
    expectedLow: count(),
    expectedHigh: count(),
    variance: column(),
    expected30: column(),
    expected30Low: count(),
    expected30High: count(),
    expected90: column(),
    expected90Low: count(),
    expected90High: count(),
    expected365: column(),
    expected365Low: count(),
    expected365High: count(),
    expected12m: column(),
    discounted12m: column(),
    discounted12mAtLastOrder: column(),
    yearIfAlive: column(),
    next50: column(),
    next80: column(),
    next95: column(),
  };
}
