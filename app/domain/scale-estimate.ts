import type { Estimate } from './estimate';

/** The same estimate of a part, or in another measure: as uncertain, in per cents, as the whole. */
export function scaleEstimate({ mean, low, high, level }: Estimate, factor: number): Estimate {
  return { mean: factor * mean, low: factor * low, high: factor * high, level };
}

/** A part of a total of which only the mean is known; `null` where the total is nothing, or next to it. */
export function partOf(total: Estimate, mean: number): Estimate | null {
  if (!(total.mean > 0)) return null;
  const part = scaleEstimate(total, mean / total.mean);
  return Number.isFinite(part.low) && Number.isFinite(part.high) ? part : null;
}
