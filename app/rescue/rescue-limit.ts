/** What earlier campaigns leave allowed. */
export type RescueLimit = 'none' | 'no-discount' | 'leave-alone';

/** A campaign whose windows are over, as it was measured. */
export interface FinishedCampaign {
  readonly offeredDiscount: boolean;
  readonly chancePaid: number;
}

const HARDLY = 0.3;
const STRIKES = 2;

/**
 * The automatic stop: after two campaigns with discounts that paid with less than 30 % probability each, only a message is
 * written; after two such messages, nothing. A campaign without a hold-out has no result and does not count.
 * @param campaigns those finished since the merchant last lifted a stop
 */
export function rescueLimit(campaigns: readonly FinishedCampaign[]): RescueLimit {
  const failed = campaigns.filter(({ chancePaid }) => chancePaid < HARDLY);
  const withDiscount = failed.filter(({ offeredDiscount }) => offeredDiscount).length;
  if (failed.length - withDiscount >= STRIKES) return 'leave-alone';
  return withDiscount >= STRIKES ? 'no-discount' : 'none';
}
