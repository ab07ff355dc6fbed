import type { Estimate } from './estimate';

/** Two-sided standard normal quantile of 90 %. */
const NORMAL_90 = 1.6448536269514722;
const LEVEL = 0.9;

/** A number above 0 whose logarithm is normal. */
export interface LogNormal {
  readonly logMean: number;
  readonly logSd: number;
}

/** Mean and central 90 % interval: the mean lies above the middle, the more so the less is known. */
export function logNormalEstimate({ logMean, logSd }: LogNormal): Estimate {
  return {
    mean: Math.exp(logMean + logSd ** 2 / 2),
    low: Math.exp(logMean - NORMAL_90 * logSd),
    high: Math.exp(logMean + NORMAL_90 * logSd),
    level: LEVEL,
  };
}

/**
 * The log-normal with this mean and as wide a 90 % interval: what somebody means who says "3, perhaps 2 or 5". Where the
 * three do not fit together it is the mean that stays, because decisions hang on it.
 */
export function logNormalAround(mean: number, low: number, high: number): LogNormal {
  if (!(low > 0 && low <= mean && mean <= high && high < Infinity)) {
    throw new RangeError(`low, mean and high must ascend from above 0: ${low}, ${mean}, ${high}`);
  }
  const logSd = (Math.log(high) - Math.log(low)) / (2 * NORMAL_90);
  return { logMean: Math.log(mean) - logSd ** 2 / 2, logSd };
}
