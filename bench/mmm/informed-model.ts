import type { MixOptions } from '~/engine/mmm/build-model';
import { daysPerRow } from '~/engine/budget/spend-levels';
import { channelPosterior, joinChains } from '~/engine/mmm/chain-columns';
import { climbFrom, laplaceCovariance } from '~/engine/mmm/find-mode';
import { CHANNEL_COORDINATES, HALF_SATURATION, SLOPE, THETA } from '~/engine/mmm/mix-coordinates';
import type { MixModel } from '~/engine/mmm/mix-model';
import { prepareMix } from '~/engine/mmm/prepare-mix';
import { sampleChain } from '~/engine/mmm/sample-chain';
import type { MarketingWorld, TrueChannel } from '~/engine/simulate/marketing/marketing-world';
import { rangeOf, sumOf, type Attribution, type ChannelClaim } from './attribution';
import { marginalShare } from './oracle';

/** How surely it knows memory (as so many days seen), and the logarithms of half saturation and slope. */
const MEMORY_WEIGHT = 4000;
const KNOWN_SD = 0.03;
const SEEDS = [1, 2];
const PLAN = { warmup: 100, draws: 250 };

/**
 * Our model with its priors on ROI and its own baseline, told every memory and every curve: beside the fit it shows what
 * not knowing the shapes costs, beside the oracle what the priors do. `null` where the history is refused.
 */
export function informedModel(world: MarketingWorld, options: MixOptions): Attribution | null {
  const { series, truth } = world;
  const prepared = prepareMix(series, options);
  if (prepared.status !== 'prepared') return null;
  const told = prepared.units.order.map((index, c) => {
    const channel = truth.channels[index];
    if (!channel) throw new Error(`no truth of channel ${index}`);
    return shapeOf(channel, prepared.units.spendUnits[c] ?? 1);
  });
  const model: MixModel = {
    ...prepared.model,
    channels: prepared.model.channels.map((channel, c) => {
      const { theta = 0.5, logHalf = 0, logSlope = 0 } = told[c] ?? {};
      return {
        ...channel,
        prior: {
          ...channel.prior,
          theta: { a: MEMORY_WEIGHT * theta, b: MEMORY_WEIGHT * (1 - theta) },
          logHalfSaturation: { mean: logHalf, sd: KNOWN_SD },
          logSlope: { mean: logSlope, sd: KNOWN_SD },
        },
      };
    }),
  };
  const start = prepared.mode.slice();
  told.forEach(({ theta, logHalf, logSlope }, c) => {
    const at = c * CHANNEL_COORDINATES;
    start[at + THETA] = Math.log(theta / (1 - theta));
    start[at + HALF_SATURATION] = logHalf;
    start[at + SLOPE] = logSlope;
  });
  const mode = climbFrom(model, start, 1e-4).point;
  const covariance = laplaceCovariance(model, mode);
  const chains = SEEDS.map((seed) => sampleChain({ model, mode, covariance }, seed, undefined, PLAN));
  return {
    method: 'Timón told the curves',
    channels: model.channels.map((_, c): ChannelClaim => {
      const { roas } = joinChains(
        chains.map((chain) => channelPosterior({ model, units: prepared.units }, chain, c)),
      );
      const index = prepared.units.order[c] ?? 0;
      const { name = '', spend = new Float64Array(0) } = series.channels[index] ?? {};
      const channel = truth.channels[index];
      const share = channel ? marginalShare(channel, spend, daysPerRow(series.granularity)) : 0;
      const contributions = roas.map((value) => value * sumOf(spend));
      const contribution = sumOf(contributions) / contributions.length;
      const rangesOf = (values: Float64Array) => ({ half: rangeOf(values, 0.5), most: rangeOf(values, 0.9) });
      return {
        name,
        contribution,
        marginalRoas: share * contribution,
        ranges: {
          contribution: rangesOf(contributions),
          marginalRoas: rangesOf(contributions.map((value) => share * value)),
        },
      };
    }),
  };
}

function shapeOf({ theta, halfSaturation, slope }: TrueChannel, unit: number) {
  return { theta, logHalf: Math.log(halfSaturation / unit), logSlope: Math.log(slope) };
}
