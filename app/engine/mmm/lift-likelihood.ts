import { CHANNEL_COORDINATES, HALF_SATURATION, ROI, SLOPE, THETA, thetaOf } from './mix-coordinates';
import type { MixModel } from './mix-model';
import {
  createResponsePath,
  fillResponsePath,
  sumShares,
  sumTurns,
  type ResponsePath,
} from './response-path';

/**
 * ln likelihood of the experiments, its gradient added to `gradient`. An experiment measures the difference between the
 * response to what was spent and to what would have been spent without, on the rows that were compared: both arms keep
 * the adstock from before.
 */
type LiftLikelihood = (
  point: Float64Array,
  paths: readonly ResponsePath[],
  scales: Float64Array,
  totals: Float64Array,
  gradient: Float64Array,
) => number;

export function createLiftLikelihood({ rows, channels, lifts }: MixModel): LiftLikelihood {
  // The arms are many paths only where experiments are: one each, made once.
  const arms = lifts.map((lift) => lift.channels.map(() => createResponsePath(rows)));

  return (point, paths, scales, totals, gradient) => {
    let value = 0;
    lifts.forEach((lift, i) => {
      const { from, until } = lift;
      const differences = lift.channels.map(({ channel, spendWithout }, j) => {
        const at = channel * CHANNEL_COORDINATES;
        const without = arms[i]![j]!;
        fillResponsePath(
          without,
          spendWithout,
          channels[channel]!.carryIn,
          thetaOf(point[at + THETA]!),
          point[at + HALF_SATURATION]!,
          Math.exp(point[at + SLOPE]!),
        );
        return sumShares(paths[channel]!, null, from, until) - sumShares(without, null, from, until);
      });
      const effect = lift.channels.reduce(
        (sum, { channel }, j) => sum + scales[channel]! * differences[j]!,
        0,
      );
      const distance = (lift.effect - effect) / lift.standardError;
      value -= 0.5 * distance * distance;
      lift.channels.forEach(({ channel }, j) => {
        const at = channel * CHANNEL_COORDINATES;
        const path = paths[channel]!;
        const weight = (distance / lift.standardError) * scales[channel]!;
        const slope = Math.exp(point[at + SLOPE]!);
        const theta = thetaOf(point[at + THETA]!);
        const run = sumTurns(path, null, -1, from, until);
        const without = sumTurns(arms[i]![j]!, null, -1, from, until);
        // The scale falls with the sum of all shares.
        const all = sumTurns(path, null, -differences[j]! / totals[channel]!, 0, rows);
        gradient[at + ROI]! += weight * differences[j]!;
        gradient[at + THETA]! +=
          weight * slope * theta * (1 - theta) * (run.byMemory - without.byMemory - all.byMemory);
        gradient[at + HALF_SATURATION]! -= weight * slope * (run.plain - without.plain - all.plain);
        gradient[at + SLOPE]! += weight * slope * (run.byRatio - without.byRatio - all.byRatio);
      });
    });
    return value;
  };
}
