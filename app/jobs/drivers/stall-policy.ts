/** How the death of a worker in the middle of a job is noticed, and how often it is forgiven. */
export interface StallPolicy {
  /** A worker renews its lock on a job at half this time; a job whose lock ran out belongs to nobody. */
  readonly lockMs: number;
  /** How often ownerless jobs are looked for. A job is marked by one look and taken by the next. */
  readonly checkMs: number;
  /** A job that has brought down this many workers is given up. */
  readonly maxStalls: number;
}

/** A job of a killed worker runs again within about 50 s. */
export const STALL_POLICY: StallPolicy = { lockMs: 30_000, checkMs: 10_000, maxStalls: 5 };

/** Both libraries fail a job that stalled too often with this message. */
export const STALLED_TOO_OFTEN = 'job stalled more than allowable limit';
