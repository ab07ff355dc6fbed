import type { Estimate } from '~/domain/estimate';

/** Half the interval against the mean: up to 15 % is called high, up to 40 % medium. */
const HIGH = 0.15;
const MEDIUM = 0.4;

/** A word for how narrow an interval is. */
export function certaintyOf({ mean, low, high }: Estimate): 'high' | 'medium' | 'low' {
  const halfWidth = (high - low) / 2 / Math.abs(mean);
  if (halfWidth <= HIGH) return 'high';
  return halfWidth <= MEDIUM ? 'medium' : 'low';
}
