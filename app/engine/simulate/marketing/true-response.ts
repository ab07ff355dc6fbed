import type { ChannelDraws } from '../../budget/channel-draws';
import { horizonRevenue, steadyRevenue, type ChannelCurve } from '../../budget/horizon-response';
import { horizonRows } from '../../budget/horizon-rows';
import { daysPerRow } from '../../budget/spend-levels';
import type { Granularity } from '../../mmm/marketing-series';
import type { TrueChannel } from './marketing-world';

/** The channel's curve as it is at the end of the series, fading included. */
function trueCurve(channel: TrueChannel): ChannelCurve {
  const { beta, theta, halfSaturation, slope, effectiveness } = channel;
  return { beta: beta * effectiveness[effectiveness.length - 1]!, theta, halfSaturation, slope };
}

/** True revenue a day when `dailySpend` goes on for ever. */
export function trueSteadyRevenue(
  channel: TrueChannel,
  granularity: Granularity,
  dailySpend: number,
): number {
  const days = daysPerRow(granularity);
  return steadyRevenue(trueCurve(channel), dailySpend * days) / days;
}

/**
 * True revenue that `dailySpend` over the next `days` days brings, its tail included, on top of what the past would
 * have brought without it.
 */
export function trueHorizonRevenue(
  channel: TrueChannel,
  granularity: Granularity,
  dailySpend: number,
  days: number,
): number {
  const revenue = horizonRevenue(trueCurve(channel), channel.carryIn, horizonRows(granularity, days));
  return revenue(dailySpend * daysPerRow(granularity)) - revenue(0);
}

/** The truth as a posterior of one draw: what an allocator that knows everything would work with. */
export function trueDraws(channel: TrueChannel): ChannelDraws {
  const { beta, theta, halfSaturation, slope } = trueCurve(channel);
  return {
    beta: Float64Array.of(beta),
    theta: Float64Array.of(theta),
    halfSaturation: Float64Array.of(halfSaturation),
    slope: Float64Array.of(slope),
  };
}
