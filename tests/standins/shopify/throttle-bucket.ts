export interface ThrottleLimits {
  readonly maximumAvailable: number;
  /** Points a second. */
  readonly restoreRate: number;
}

/** Bucket sizes by plan: twenty seconds of the plan's rate (https://shopify.dev/docs/api/usage/limits). */
export const THROTTLE_BY_PLAN: Readonly<Record<string, ThrottleLimits>> = {
  basic: { maximumAvailable: 2000, restoreRate: 100 },
  advanced: { maximumAvailable: 4000, restoreRate: 200 },
  plus: { maximumAvailable: 20_000, restoreRate: 1000 },
  enterprise: { maximumAvailable: 40_000, restoreRate: 2000 },
};

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/**
 * The leaky bucket of one app on one shop. It must hold the requested cost before a query runs; afterwards the
 * difference to the actual cost is given back. Runs on real time, because the app's back-off does too.
 */
export class ThrottleBucket {
  private readonly limits: ThrottleLimits;
  private available: number;
  private updatedAtMs = performance.now();

  constructor(limits: ThrottleLimits) {
    this.limits = limits;
    this.available = limits.maximumAvailable;
  }

  tryTake(points: number): boolean {
    this.restore();
    if (points > this.available) return false;
    this.available -= points;
    return true;
  }

  giveBack(points: number): void {
    this.available = Math.min(this.limits.maximumAvailable, this.available + points);
  }

  /** Empties the bucket: the next query of any cost is throttled. */
  drain(): void {
    this.restore();
    this.available = 0;
  }

  status(): ThrottleStatus {
    this.restore();
    return { ...this.limits, currentlyAvailable: Math.floor(this.available) };
  }

  private restore(): void {
    const now = performance.now();
    const restored = ((now - this.updatedAtMs) / 1000) * this.limits.restoreRate;
    this.available = Math.min(this.limits.maximumAvailable, this.available + restored);
    this.updatedAtMs = now;
  }
}
