/**
 * An experiment that says what advertising brought: a region or a time without it, compared with one that had it.
 * Its incremental revenue is what the channels' spend of these dates brought on these dates; what was still at work from
 * before belongs to both arms.
 */
export interface LiftTest {
  /** Names of the channels that the experiment switched together. */
  readonly channels: readonly string[];
  /** Days since 1970-01-01, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Last day on which revenue was compared; later than {@link lastDay} when the aftermath was measured too. */
  readonly measuredUntil?: number;
  /** Part of the spend of these dates that the comparison goes without: 1 where it was switched off. */
  readonly removedShare?: number;
  /** Currency. */
  readonly incrementalRevenue: number;
  readonly standardError: number;
}

/** A test as the likelihood sees it: rows and units of mean revenue. */
export interface LiftTerm {
  /** Rows [from, until) are compared. */
  readonly from: number;
  readonly until: number;
  readonly effect: number;
  readonly standardError: number;
  readonly channels: readonly {
    readonly channel: number;
    /** Spend of the arm without, in the model's unit, all rows. */
    readonly spendWithout: Float64Array;
  }[];
}
