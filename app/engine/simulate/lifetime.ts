import { nextBeta, nextExponential, nextGamma, type Rng } from '../numeric/rng';
import { liveOnce } from './customer-life';
import { EVEN_CLOCK } from './rate-clock';

/** Rates Gamma(`r`, rate `alpha`) per unit of time, drop-out after an order Beta(`a`, `b`). */
export interface LifetimeParams {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Moments of one customer's orders, from the first at `start` to the customer's loss or to `end`.
 *
 * `mbg-nbd`: a customer may leave after every order, the first included (Batislam, Denizel & Filiztekin 2007).
 * `bg-nbd`: only after a repeat order (Fader, Hardie & Lee 2005).
 * @returns at least the moment `start`
 */
export function lifetime(
  rng: Rng,
  kind: 'mbg-nbd' | 'bg-nbd',
  { r, alpha, a, b }: LifetimeParams,
  start: number,
  end: number,
): number[] {
  const rate = nextGamma(rng, r, alpha);
  const dropout = nextBeta(rng, a, b);
  const traits = { rate, leavesFirst: kind === 'mbg-nbd' ? dropout : 0, leavesLater: dropout };
  const window = { gap: nextExponential, clock: EVEN_CLOCK, now: end, end };
  const moments: number[] = [];
  liveOnce({ past: rng, future: rng }, window, { ...traits, lifetimeDays: Infinity }, start, moments);
  return moments;
}
