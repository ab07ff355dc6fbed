import type { Estimate } from '~/domain/estimate';

/** Something about a channel's spend that a reader must know. Words are the faces' business. */
export type PlanNote =
  | 'locked'
  /** The data do not tell what it does: no more than today. */
  | 'no-evidence'
  /** Beyond 1.2 times the highest spend that was ever kept up. */
  | 'untested'
  | 'switched-off'
  /** More would pay (less would cost nothing) if the largest change, the tried range or a maximum (minimum) did not hold it. */
  | 'held-at-upper-limit'
  | 'held-at-lower-limit';

/** Money in whole minor units a day; estimates in currency units over the horizon and its tail. */
export interface PlannedChannel {
  readonly name: string;
  /** What to spend: where the answer is to leave it, what the plan is compared with. */
  readonly dailyMinor: number;
  readonly optimalDailyMinor: number;
  readonly currentDailyMinor: number;
  /** Spends that keep the plan within 1 % of its best value when the other channels make the most of the rest. */
  readonly range: { readonly lowMinor: number; readonly highMinor: number };
  readonly notes: readonly PlanNote[];
  /** Revenue that the spend brings, on top of none. */
  readonly revenue: Estimate;
  /** Revenue for each unit of the change against today; null where nothing changes. */
  readonly changeReturn: Estimate | null;
}

export interface BudgetPlan {
  readonly status: 'planned';
  readonly answer: 'change' | 'leave';
  readonly reason:
    | 'gain-shown'
    /** What the plan is compared with is worth within 1 % of the best. */
    | 'today-as-good'
    /** Better on average, but too likely to be worse. */
    | 'gain-not-shown'
    /** The limits rule out what the plan is compared with: something has to change. */
    | 'today-not-allowed';
  readonly horizonDays: number;
  readonly channels: readonly PlannedChannel[];
  readonly dailyMinor: number;
  /** dailyMinor x horizonDays. */
  readonly horizonMinor: number;
  /** What the plan leaves of the total, per `unspentPer`; exact. */
  readonly unspentMinor: number;
  readonly unspentPer: 'day' | 'horizon';
  /** Of the best split against `comparedWith`, in the objective, on draws that the optimiser did not see. */
  readonly expectedGain: Estimate;
  readonly probabilityBetter: number;
  /** Today's spend, or today's split scaled down where the total is less than today's. */
  readonly comparedWith: 'today' | 'today-scaled';
}
