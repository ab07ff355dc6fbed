import { nextNormal, type Rng } from '../../numeric/rng';
import type { MarketingOptions } from './marketing-world';

/** Organic clicks of an ordinary day. */
const DAILY_CLICKS = 400;

/** Clicks follow the baseline's season, show some of the unseen demand and have noise of their own. */
export function organicClicks(
  { organic, hiddenDemand, rows }: MarketingOptions,
  rng: Rng,
  shape: Float64Array,
  demand: Float64Array,
  rowDays: number,
): Float64Array {
  const { demand: shown, noise } = organic!;
  const known = hiddenDemand?.revenue ?? 0;
  return Float64Array.from({ length: rows }, (_, row) => {
    // The baseline's shape has the demand in it already: take it out, or weak clicks would show all of it.
    const log = Math.log(shape[row]!) + (shown - known) * demand[row]! + noise * nextNormal(rng);
    return Math.round(DAILY_CLICKS * rowDays * Math.exp(log));
  });
}
