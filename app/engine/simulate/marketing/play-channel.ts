import { steadyMarginalReturn } from '../../budget/horizon-response';
import { currentDailySpend, daysPerRow } from '../../budget/spend-levels';
import type { Granularity } from '../../mmm/marketing-series';
import type { SimulatedChannel } from './marketing-world';
import { onGrain, total } from './money-grain';

/**
 * What a channel's spend does: adstock and Hill are written out here and not taken from the fitted model, so that a
 * mistake there cannot hide in its own data.
 */
export function playChannel(channel: SimulatedChannel, rowSpend: Float64Array, granularity: Granularity) {
  const { name, kind, theta, slope, fadesTo = 1 } = channel;
  const rows = rowSpend.length;
  const adstock = new Float64Array(rows);
  let last = 0;
  for (let row = 0; row < rows; row++) {
    last = (1 - theta) * rowSpend[row]! + theta * last;
    adstock[row] = last;
  }
  const halfSaturation = channel.halfSaturation * meanActive(adstock);
  const effectiveness = Float64Array.from({ length: rows }, (_, row) =>
    rows > 1 ? 1 + ((fadesTo - 1) * row) / (rows - 1) : 1,
  );
  const response = adstock.map((value, row) =>
    value > 0 ? (effectiveness[row]! * value ** slope) / (value ** slope + halfSaturation ** slope) : 0,
  );
  const spend = total(rowSpend);
  const responses = total(response);
  const beta = responses > 0 ? (channel.roas * spend) / responses : 0;
  const contribution = response.map((value) => onGrain(beta * value));
  const today = currentDailySpend(rowSpend, granularity);
  const curveNow = { beta: beta * effectiveness[rows - 1]!, theta, halfSaturation, slope };
  return {
    name,
    kind,
    rowSpend,
    beta,
    theta,
    halfSaturation,
    slope,
    effectiveness,
    contribution,
    spend,
    roas: spend > 0 ? total(contribution) / spend : 0,
    currentDailySpend: today,
    // A curve of height 0 is flat, also at no spend, where the others may be as steep as you like.
    marginalRoas: beta > 0 ? steadyMarginalReturn(curveNow, today * daysPerRow(granularity)) : 0,
    carryIn: last,
  };
}

/** Mean over rows above 1 % of the maximum: the unit of half saturation. */
function meanActive(adstock: Float64Array): number {
  const least = 0.01 * adstock.reduce((highest, value) => Math.max(highest, value), 0);
  const active = adstock.filter((value) => value > least);
  return active.length > 0 ? total(active) / active.length : 1;
}
