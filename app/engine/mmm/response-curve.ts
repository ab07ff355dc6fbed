import { steadyRevenue } from '../budget/horizon-response';
import { summariseDraws } from '../budget/summarise-draws';
import type { ChannelDraws } from '../budget/channel-draws';

/** Revenue a day when a daily spend goes on for ever. Currency. */
export interface ResponseCurve {
  readonly dailySpend: Float64Array;
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly level: number;
  /** Beyond this daily spend nothing was ever tried. */
  readonly triedUntil: number;
}

/** Beyond the highest spend that was kept up, a little more is still the same world. */
const TRIED_FACTOR = 1.2;
/** Curves are drawn a little into the unknown, which is to be marked as such. */
const SHOWN_FACTOR = 1.5;
const POINTS = 31;

/**
 * The posterior's curve with its band, from draws.
 * @param sustained highest daily spend that was kept up, above 0
 * @param daysPerRow of the draws' time unit
 */
export function responseCurve(draws: ChannelDraws, sustained: number, daysPerRow: number): ResponseCurve {
  const triedUntil = TRIED_FACTOR * sustained;
  const dailySpend = Float64Array.from(
    { length: POINTS },
    (_, i) => (SHOWN_FACTOR * triedUntil * i) / (POINTS - 1),
  );
  const bands = Array.from(dailySpend, (spend) =>
    summariseDraws(
      draws.beta.map((beta, d) => {
        const curve = {
          beta,
          theta: draws.theta[d]!,
          halfSaturation: draws.halfSaturation[d]!,
          slope: draws.slope[d]!,
        };
        return steadyRevenue(curve, spend * daysPerRow) / daysPerRow;
      }),
    ),
  );
  return {
    dailySpend,
    mean: Float64Array.from(bands, ({ mean }) => mean),
    low: Float64Array.from(bands, ({ low }) => low),
    high: Float64Array.from(bands, ({ high }) => high),
    level: bands[0]!.level,
    triedUntil,
  };
}
