import type { ChannelType } from './channel-type';
import type { Granularity } from './marketing-series';

interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** What is believed of a channel before its data are seen. */
export interface ChannelPrior {
  /** Of ln ROI, revenue per unit of spend over the whole period. */
  readonly logRoi: Normal;
  /** Beta(a, b) of theta. */
  readonly theta: { readonly a: number; readonly b: number };
  /** Of ln K, K in units of mean active adstocked spend. */
  readonly logHalfSaturation: Normal;
  /** Of ln s. */
  readonly logSlope: Normal;
}

/** Share of revenue that all channels together bring in a typical shop: the mean of the prior. */
export const PLAUSIBLE_MEDIA_SHARE = 0.25;

/** ROI relative to other channels of the same shop; the width lets one be five times better than the next. */
const RELATIVE_ROI: Readonly<Record<ChannelType, number>> = {
  search: 1.2,
  social: 1,
  video: 0.8,
  email: 1.5,
  other: 1,
};
const LOG_ROI_SD = 1;

const THETA_MEAN: Readonly<Record<Granularity, Readonly<Record<ChannelType, number>>>> = {
  daily: { search: 0.3, social: 0.4, video: 0.55, email: 0.3, other: 0.4 },
  weekly: { search: 0.2, social: 0.3, video: 0.45, email: 0.2, other: 0.3 },
};
/** Beta(2, 3) has five earlier observations' worth of belief. */
const THETA_WEIGHT = 5;

/** Adstock share that is expected of a channel before the data are seen. */
export function typicalTheta(type: ChannelType, granularity: Granularity): number {
  return THETA_MEAN[granularity][type];
}

/**
 * Priors of all channels. ROI is centred so that the channels' means add up to a plausible share of revenue: a shop
 * that spends a hundredth of its revenue on advertising is not assumed to earn nothing from it.
 * Spikes are left out of the weights: one day of a hundred thousand would make all other channels look small.
 * @param spend total a channel, currency
 * @param usualSpend the same without spikes
 * @param revenue total, currency
 */
export function channelPriors(
  types: readonly ChannelType[],
  spend: readonly number[],
  usualSpend: readonly number[],
  revenue: number,
  granularity: Granularity,
): ChannelPrior[] {
  const weighted = types.reduce((sum, type, c) => sum + RELATIVE_ROI[type] * usualSpend[c]!, 0);
  return types.map((type, c) => {
    const mean = THETA_MEAN[granularity][type];
    return {
      logRoi: {
        // The mean of a log-normal lies half a variance above its median.
        mean:
          Math.log((RELATIVE_ROI[type] * PLAUSIBLE_MEDIA_SHARE * revenue) / weighted) +
          Math.log(usualSpend[c]! / spend[c]!) -
          LOG_ROI_SD ** 2 / 2,
        sd: LOG_ROI_SD,
      },
      theta: { a: THETA_WEIGHT * mean, b: THETA_WEIGHT * (1 - mean) },
      logHalfSaturation: { mean: 0.2, sd: 0.7 },
      logSlope: { mean: 0.1, sd: 0.35 },
    };
  });
}
