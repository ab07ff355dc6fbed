import type { ChannelDraws } from '../budget/channel-draws';
import { CHANNEL_COORDINATES, HALF_SATURATION, ROI, SLOPE, thetaOf, THETA } from './mix-coordinates';
import type { PreparedMix } from './prepare-mix';
import type { ChainDraws } from './sample-chain';

/** Draws of one channel in the words of the world: currency and rows. */
export interface ChannelPosterior {
  readonly curve: ChannelDraws;
  /** Revenue per unit of spend over the whole period. */
  readonly roas: Float64Array;
}

/** What one chain says of a channel of the model. */
export function channelPosterior(
  { model, units }: Pick<PreparedMix, 'model' | 'units'>,
  chain: ChainDraws,
  channel: number,
): ChannelPosterior {
  const channels = model.channels.length;
  const size = chain.points.length / chain.count;
  const unit = units.spendUnits[channel]!;
  const { mean } = model.channels[channel]!.prior.logRoi;
  const coordinate = (draw: number, which: number): number =>
    chain.points[draw * size + channel * CHANNEL_COORDINATES + which]!;
  const column = (of: (draw: number) => number): Float64Array =>
    Float64Array.from({ length: chain.count }, (_, draw) => of(draw));
  return {
    roas: column((draw) => Math.exp(mean + coordinate(draw, ROI))),
    curve: {
      beta: column((draw) => units.meanRevenue * chain.scales[draw * channels + channel]!),
      theta: column((draw) => thetaOf(coordinate(draw, THETA))),
      halfSaturation: column((draw) => unit * Math.exp(coordinate(draw, HALF_SATURATION))),
      slope: column((draw) => Math.exp(coordinate(draw, SLOPE))),
    },
  };
}

/** Draws of all chains, one after the other. */
export function joinChains(chains: readonly ChannelPosterior[]): ChannelPosterior {
  const join = (of: (chain: ChannelPosterior) => Float64Array): Float64Array =>
    Float64Array.from(chains.flatMap((chain) => Array.from(of(chain))));
  return {
    roas: join(({ roas }) => roas),
    curve: {
      beta: join(({ curve }) => curve.beta),
      theta: join(({ curve }) => curve.theta),
      halfSaturation: join(({ curve }) => curve.halfSaturation),
      slope: join(({ curve }) => curve.slope),
    },
  };
}

/** Every so-manieth draw, `count` of them or all where there are fewer. */
export function thinDraws({ roas, curve }: ChannelPosterior, count: number): ChannelPosterior {
  const thin = (values: Float64Array): Float64Array =>
    Float64Array.from(thinnedIndices(values.length, count), (index) => values[index]!);
  return {
    roas: thin(roas),
    curve: {
      beta: thin(curve.beta),
      theta: thin(curve.theta),
      halfSaturation: thin(curve.halfSaturation),
      slope: thin(curve.slope),
    },
  };
}

export function thinnedIndices(total: number, count: number): number[] {
  const kept = Math.min(total, count);
  return Array.from({ length: kept }, (_, k) => Math.floor(((k + 0.5) * total) / kept));
}
