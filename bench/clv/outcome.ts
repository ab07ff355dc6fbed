/** What happened over the horizon; entry `i` of each is one customer who had bought by the analysis date. */
export interface Outcome {
  readonly customerIds: readonly string[];
  /** Days with a purchase, and 1 where there was one. */
  readonly purchases: Float64Array;
  readonly bought: Uint8Array;
  /** Currency units; without amounts a day is worth 1. */
  readonly revenue: Float64Array;
}
