import { steadyMarginalReturn } from '~/engine/budget/horizon-response';
import { daysPerRow } from '~/engine/budget/spend-levels';
import { adstock } from '~/engine/mmm/adstock';
import { buildModel, type MixOptions } from '~/engine/mmm/build-model';
import { hill } from '~/engine/mmm/hill';
import type { MarketingWorld, TrueChannel } from '~/engine/simulate/marketing/marketing-world';
import { normalRanges, sumOf, type Attribution, type ChannelClaim } from './attribution';
import { fitLinear, type LinearColumn } from './linear-fit';

/**
 * Who knows memory, saturation, fading and the noise of every channel and row, and only has to find how much: our
 * baseline with its priors, no prior on the channels. What it gets wrong no curve fitting can get right.
 */
export function oracle(world: MarketingWorld, options: MixOptions): Attribution {
  const { series, truth } = world;
  const { columns, units } = buildModel(series, options);
  const noise = knownNoise(world);
  const spendOf = (i: number): Float64Array => series.channels[i]?.spend ?? new Float64Array(0);
  const responses = truth.channels.map((channel, i) => responseRows(channel, spendOf(i)));
  const { coefficients, variances } = fitLinear(
    [
      ...responses.map((values): LinearColumn => ({ values: noise.whiten(values), penalty: 0 })),
      ...columns.map(({ part, values }): LinearColumn => ({
        values: noise.whiten(values.map((value) => value * units.meanRevenue)),
        penalty: part === 'level' ? 0 : 1,
      })),
    ],
    noise.whiten(series.revenue),
  );
  return {
    method: 'oracle',
    channels: truth.channels.map((channel, i): ChannelClaim => {
      const total = sumOf(responses[i] ?? []);
      const contribution = (coefficients[i] ?? 0) * total;
      const sd = Math.sqrt(variances[i] ?? 0) * total;
      const share = marginalShare(channel, spendOf(i), daysPerRow(series.granularity));
      return {
        name: channel.name,
        contribution,
        marginalRoas: share * contribution,
        ranges: {
          contribution: normalRanges(contribution, sd),
          marginalRoas: normalRanges(share * contribution, share * sd),
        },
      };
    }),
  };
}

/** Marginal ROAS at today's spend for each unit of contribution, of a curve whose height alone is unknown. */
export function marginalShare(channel: TrueChannel, spend: Float64Array, rowDays: number): number {
  const { theta, halfSaturation, slope, effectiveness, currentDailySpend } = channel;
  if (!(currentDailySpend > 0)) return 0;
  const curve = { beta: effectiveness.at(-1) ?? 1, theta, halfSaturation, slope };
  return steadyMarginalReturn(curve, currentDailySpend * rowDays) / sumOf(responseRows(channel, spend));
}

function responseRows({ theta, halfSaturation, slope, effectiveness }: TrueChannel, spend: Float64Array) {
  return adstock(spend, theta, 0).map(
    (stock, t) => (effectiveness[t] ?? 1) * hill(stock, { halfSaturation, slope }),
  );
}

/** How noisy each row was and how much it remembered, from the noise itself. */
function knownNoise({ series, truth }: MarketingWorld): { whiten: (values: Float64Array) => Float64Array } {
  const expected = series.revenue.map((value, t) => value - (truth.noise[t] ?? 0));
  const relative = truth.noise.map((value, t) => value / (expected[t] ?? 1));
  const rows = relative.length;
  const variance = sumOf(relative.map((value) => value * value)) / rows;
  const together = sumOf(relative.map((value, t) => (t > 0 ? value * (relative[t - 1] ?? 0) : 0))) / rows;
  const phi = Math.min(0.97, Math.max(0, together / variance));
  const fresh = Math.sqrt(1 - phi * phi);
  const sigma = Math.sqrt(variance);
  return {
    whiten: (values) => {
      const scaled = values.map((value, t) => value / (sigma * (expected[t] ?? 1)));
      return scaled.map((value, t) => (t === 0 ? value : (value - phi * (scaled[t - 1] ?? 0)) / fresh));
    },
  };
}
