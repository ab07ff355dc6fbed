import { assertNever } from '~/domain/assert-never';
import { nextBeta, nextExponential, nextFloat, nextGamma, type Rng } from '../numeric/rng';
import type { RetentionParams, RetentionShopKind } from './retention-shop';

/** Share of `one-timers` who never come back. */
const ONE_TIMER_SHARE = 0.97;
/** What the last customers of a `drifting` shop lack in rate and in loyalty, against the first. */
const DRIFT = 0.4;
/** In `spend-frequency`, twice the rate makes 2 to this power times the order value. */
const SPEND_ELASTICITY = 0.5;
const WHOLESALE_FREQUENCY = 20;
const WHOLESALE_BASKET = 50;

/** What one customer is like, drawn once. */
export interface CustomerTraits {
  /** Phases a day. */
  readonly rate: number;
  /** Probability to leave after the first order, and after each later one. */
  readonly leavesFirst: number;
  readonly leavesLater: number;
  /** Days from the first order after which the customer is gone, whatever happened. */
  readonly lifetimeDays: number;
  /** Multiplies the order values. */
  readonly valueFactor: number;
}

/**
 * @param arrival when the customer came: 0 on the first day of arrivals, 1 on the last
 * @param wholesale whether this is one of the big buyers of a `wholesale` shop
 */
export function drawTraits(
  kind: RetentionShopKind,
  rng: Rng,
  params: RetentionParams,
  arrival: number,
  wholesale: boolean,
): CustomerTraits {
  const { r, alpha, a, b, s, beta } = params;
  const rate = nextGamma(rng, r, alpha);
  const leaves = a > 0 ? nextBeta(rng, a, b) : 0;
  const lifetimeDays = s > 0 ? nextExponential(rng) / nextGamma(rng, s, beta) : Infinity;
  const usual = { rate, leavesFirst: leaves, leavesLater: leaves, lifetimeDays, valueFactor: 1 };
  switch (kind) {
    case 'mbg-nbd':
    case 'mbg-cnbd-2':
    case 'mbg-cnbd-3':
    case 'pareto-nbd':
    case 'nbd':
    case 'regular':
    case 'seasonal':
    case 'trending':
    case 'left-censored':
    case 'dirty':
      return usual;
    case 'bg-nbd':
      return { ...usual, leavesFirst: 0 };
    case 'one-timers':
      return { ...usual, leavesFirst: nextFloat(rng) < ONE_TIMER_SHARE ? 1 : 0 };
    case 'drifting': {
      const left = 1 - DRIFT * arrival;
      const sooner = 1 - (1 - leaves) * left;
      return { ...usual, rate: rate * left, leavesFirst: sooner, leavesLater: sooner };
    }
    case 'spend-frequency':
      return { ...usual, valueFactor: ((rate * alpha) / r) ** SPEND_ELASTICITY };
    case 'wholesale': {
      if (!wholesale) return usual;
      // As likely to leave in a month as anybody, not in an order: else frequent buyers would be gone in weeks.
      const leavesEach = leaves / WHOLESALE_FREQUENCY;
      return {
        ...usual,
        rate: rate * WHOLESALE_FREQUENCY,
        leavesFirst: leavesEach,
        leavesLater: leavesEach,
        valueFactor: WHOLESALE_BASKET,
      };
    }
    default:
      return assertNever(kind);
  }
}
