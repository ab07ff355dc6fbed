import type { ChannelDraws } from '../budget/channel-draws';
import { summariseDraws } from '../budget/summarise-draws';
import type { Estimate } from '~/domain/estimate';
import { adstock } from './adstock';
import { hill } from './hill';

/** What is done to the spend of the test's rows. */
export type ExperimentKind =
  | 'pause'
  /** A week without, a week with, and so on. */
  | 'flights'
  | 'halve'
  | 'double';

/** Share of usual spend in each week of a test, over and over. */
export const WEEKLY_SHARES: Readonly<Record<ExperimentKind, readonly number[]>> = {
  pause: [0],
  flights: [0, 1],
  halve: [0.5],
  double: [2],
};

/** What a test would do, draw by draw. Currency. */
export interface ExperimentArms {
  /** Per draw: revenue of the test's rows that hangs on the change of spend. Above 0 also where spend is doubled. */
  readonly lifts: Float64Array;
  /** Its mean in each row of the test and of the rows after it: carry-over builds up and fades. */
  readonly profile: Float64Array;
  /** Profit given up until the last trace is gone; below 0 where the test pays for itself. */
  readonly cost: Estimate;
}

export interface PlannedSpend {
  /** What would be spent a row anyway. */
  readonly usual: number;
  /** Per draw: adstock of the last row before the test. */
  readonly carryIn: Float64Array;
  /** Spend of each row of the test as a share of the usual one. */
  readonly shares: readonly number[];
  /** Rows after the test that are looked at. */
  readonly rowsAfter: number;
  /** Share of revenue left after the cost of goods. */
  readonly marginShare: number;
}

/**
 * Plays a test and the same rows without it in every draw, both from the adstock that history left (the definition of a
 * `LiftTest`: what was still at work from before belongs to both arms).
 */
export function playExperiment(draws: ChannelDraws, plan: PlannedSpend): ExperimentArms {
  const { usual, carryIn, shares, rowsAfter, marginShare } = plan;
  const rows = shares.length + rowsAfter;
  const steady = new Float64Array(rows).fill(usual);
  const changed = steady.map((spend, t) => spend * (shares[t] ?? 1));
  const withheld = shares.reduce((sum, share) => sum + (1 - share) * usual, 0);
  const sign = withheld < 0 ? -1 : 1;
  const count = draws.beta.length;
  const lifts = new Float64Array(count);
  const costs = new Float64Array(count);
  const profile = new Float64Array(rows);
  for (let d = 0; d < count; d++) {
    const shape = { halfSaturation: draws.halfSaturation[d]!, slope: draws.slope[d]! };
    const run = adstock(steady, draws.theta[d]!, carryIn[d]!);
    const without = adstock(changed, draws.theta[d]!, carryIn[d]!);
    let given = 0;
    for (let t = 0; t < rows; t++) {
      const difference = draws.beta[d]! * (hill(run[t]!, shape) - hill(without[t]!, shape));
      given += difference;
      profile[t]! += (sign * difference) / count;
      if (t < shares.length) lifts[d]! += sign * difference;
    }
    costs[d] = marginShare * given - withheld;
  }
  return { lifts, profile, cost: summariseDraws(costs) };
}
