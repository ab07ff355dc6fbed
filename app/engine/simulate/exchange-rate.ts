import { nextNormal, type Rng } from '../numeric/rng';

/** How strongly a day's rate is pulled back to the mean, and how far a day moves it (logarithm). */
const MEMORY = 0.995;
const DAILY_MOVE = 0.003;

/** A rate for each day that wanders around `mean` and does not run away; five decimals, as rates are printed. */
export function driftingRates(rng: Rng, mean: number, days: number): readonly number[] {
  let log = 0;
  return Array.from({ length: days }, () => {
    log = MEMORY * log + DAILY_MOVE * nextNormal(rng);
    return Number((mean * Math.exp(log)).toFixed(5));
  });
}
