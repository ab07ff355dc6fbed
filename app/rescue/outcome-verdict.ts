import type { RescueOutcome } from './measure-outcome';

/** What may be said of a campaign; the words are for the faces to find. */
export type OutcomeVerdict =
  /** Windows are open, and {buyers} of about {needed} customers have ordered; {daysLeft} until the last window closes. */
  | {
      readonly code: 'too-early';
      readonly buyers: number;
      readonly needed: number;
      readonly daysLeft: number;
    }
  /** Windows are over, and still too few ordered to tell; the next campaigns add to it. */
  | { readonly code: 'too-few-orders'; readonly buyers: number; readonly needed: number }
  | { readonly code: 'probably-paid'; readonly chancePaid: number }
  /** Next time just write. */
  | { readonly code: 'did-not-pay'; readonly chancePaid: number }
  | { readonly code: 'unclear'; readonly chancePaid: number };

const PROBABLY = 0.8;
const HARDLY = 0.2;
/** The least effect worth waiting for: ten returns in a hundred. */
const WORTH_SEEING = 0.1;
/** One-sided, nine times in ten. */
const NORMAL_90 = 1.2815515655446004;
/** With fewer, four in ten campaigns called failures had paid (simulated shops with 150 customers in danger). */
const LEAST_BUYERS = 40;

/**
 * Buyers in both arms until ten extra returns in a hundred would show: customers enough that their standard error lies 1.28
 * times below that, times the share that buys.
 * @param baseline mean chance to order if left alone
 */
export function buyersNeeded(baseline: number, contacted: number, heldOut: number): number {
  const share = heldOut / (contacted + heldOut);
  const variance = (baseline * (1 - baseline)) / (share * (1 - share));
  return Math.max(LEAST_BUYERS, Math.ceil(baseline * variance * (NORMAL_90 / WORTH_SEEING) ** 2));
}

/** @param daysLeft until the last customer's window closes; 0 when all are over */
export function outcomeVerdict(outcome: RescueOutcome, baseline: number, daysLeft: number): OutcomeVerdict {
  const { contacted, heldOut, buyersContacted, buyersHeldOut, chancePaid } = outcome;
  const buyers = buyersContacted + buyersHeldOut;
  const needed = buyersNeeded(baseline, contacted, heldOut);
  if (daysLeft > 0) return { code: 'too-early', buyers, needed, daysLeft };
  if (buyers < needed) return { code: 'too-few-orders', buyers, needed };
  if (chancePaid >= PROBABLY) return { code: 'probably-paid', chancePaid };
  return { code: chancePaid < HARDLY ? 'did-not-pay' : 'unclear', chancePaid };
}
