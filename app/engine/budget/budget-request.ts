/** What a plan makes the most of. Of `profit` and `ltv` the spend is taken off; `revenue` spends what it may. */
export type BudgetObjective = 'ltv' | 'revenue' | 'profit';

/** Money of one channel a day, in minor units. */
export interface ChannelLimit {
  readonly min?: number;
  readonly max?: number;
  /** Stays at today's spend. */
  readonly locked?: boolean;
  /** May be switched off altogether, and else spends at least `min` (or what the largest change leaves). */
  readonly orZero?: boolean;
}

/** Money in whole minor units (cents) of the series' currency. */
export interface BudgetRequest {
  /**
   * `split`: the total is a ceiling for all channels together. `next`: it comes on top of today's spend, and no channel
   * is cut.
   */
  readonly mode: 'split' | 'next';
  readonly total: { readonly minor: number; readonly per: 'day' | 'horizon' };
  readonly objective: BudgetObjective;
  /** Share of revenue left after the cost of goods, for `profit`. Default 1. */
  readonly marginShare?: number;
  /** Minor units of a currency unit. Default 100. */
  readonly minorPerUnit?: number;
  /**
   * Largest change of a channel as a share of today's spend; null for none, up to three times it. Default 0.3. Where the
   * total is less than today's, downwards as a share of what a cut of all alike would leave.
   */
  readonly maxChange?: number | null;
  /** Whether a plan may go beyond 1.2 times the highest sustained spend. Default only without a largest change. */
  readonly beyondTried?: boolean;
  readonly limits?: Readonly<Record<string, ChannelLimit>>;
  /** Least probability to beat today at which a change is advised. Default 0.8. */
  readonly requiredProbability?: number;
}

/** Why there is no plan. Words are the faces' business. */
export interface BudgetRefusal {
  readonly status: 'refused';
  readonly reason:
    /** No channel has evidence: money would move on assumptions alone. */
    | 'no-evidence'
    | 'unknown-channel'
    /** The objective is `ltv`, and this channel's customers have no value yet. */
    | 'no-value'
    | 'minimum-above-maximum'
    /** Asked to give more than today to a channel without evidence. */
    | 'minimum-without-evidence'
    /** Asked to give more than three times what was ever spent: no curve reaches so far. */
    | 'minimum-beyond-curve'
    /** {neededMinor}: what the channels get at least, a day, is more than the total. */
    | 'total-below-minimums';
  readonly channel: string | null;
  readonly neededMinor: number | null;
}

export function refuse(
  reason: BudgetRefusal['reason'],
  channel: string | null = null,
  neededMinor: number | null = null,
): BudgetRefusal {
  return { status: 'refused', reason, channel, neededMinor };
}

/** @throws RangeError naming the number that is none */
export function checkRequest(request: BudgetRequest): void {
  const wholeMinor = (name: string, value: number) => {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`${name} must be a whole number of minor units, 0 or more: ${value}`);
    }
  };
  const share = (name: string, value: number, most: number) => {
    if (!(value >= 0 && value <= most))
      throw new RangeError(`${name} must be between 0 and ${most}: ${value}`);
  };
  wholeMinor('total', request.total.minor);
  share('marginShare', request.marginShare ?? 1, 1);
  share('maxChange', request.maxChange ?? 0, 2);
  share('requiredProbability', request.requiredProbability ?? 0, 1);
  if (!((request.minorPerUnit ?? 1) > 0)) {
    throw new RangeError(`minorPerUnit must be above 0: ${request.minorPerUnit}`);
  }
  for (const [name, { min = 0, max = 0 }] of Object.entries(request.limits ?? {})) {
    wholeMinor(`minimum of ${name}`, min);
    wholeMinor(`maximum of ${name}`, max);
  }
}
