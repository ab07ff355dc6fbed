import { nextFloat, type Rng } from '../numeric/rng';
import type { CustomerTraits } from './customer-traits';
import type { PurchaseGap } from './purchase-gap';
import type { RateClock } from './rate-clock';

/** Dice for what happens until the analysis date and after it, so that a longer future does not change the past. */
interface LifeDice {
  readonly past: Rng;
  readonly future: Rng;
}

/** What all customers of a shop have in common. Moments are days since the first of the data. */
export interface LifeWindow {
  readonly gap: PurchaseGap;
  readonly clock: RateClock;
  /** Moment at which the analysis date is over. */
  readonly now: number;
  readonly end: number;
}

/**
 * Adds the moments of one customer's orders to `moments`, from the first at `start` to the customer's loss or to the
 * end of the window.
 * @returns the moment at which the customer left; later than `end`, or Infinity, for those who are still there
 */
export function liveOnce(
  dice: LifeDice,
  window: LifeWindow,
  traits: Omit<CustomerTraits, 'valueFactor'>,
  start: number,
  moments: number[],
): number {
  const { gap, clock, now, end } = window;
  const { rate, leavesFirst, leavesLater } = traits;
  const gone = start + traits.lifetimeDays;
  const last = Math.min(gone, end);
  moments.push(start);
  if (happens(dice.past, leavesFirst)) return start;
  let rng = dice.past;
  let tick = clock.tickAt(start);
  for (;;) {
    tick += gap(rng) / rate;
    const moment = clock.momentAt(tick);
    if (!(moment < last)) return gone;
    if (moment >= now) rng = dice.future;
    moments.push(moment);
    if (happens(rng, leavesLater)) return moment;
  }
}

function happens(rng: Rng, probability: number): boolean {
  return probability > 0 && nextFloat(rng) < probability;
}
