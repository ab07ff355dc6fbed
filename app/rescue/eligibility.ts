/** What the law, good manners and open business say about writing to a customer. */
export interface Reachability {
  /** Agreed to marketing messages, and has not taken it back. */
  readonly consent: boolean;
  /** Days since the last rescue that included the customer, contacted or held out; `null` when there was none. */
  readonly daysSinceRescue: number | null;
  readonly openReturn: boolean;
  readonly subscription: boolean;
}

export type Exclusion = 'no-consent' | 'recent-rescue' | 'open-return' | 'subscription';

/** Held-out customers wait as well, or they would be held out of one rescue and drawn into the next within its window. */
const DAYS_BETWEEN_RESCUES = 90;

/** @returns the gravest reason not to include the customer; `null` where there is none */
export function exclusionOf(customer: Reachability): Exclusion | null {
  if (!customer.consent) return 'no-consent';
  if (customer.openReturn) return 'open-return';
  if (customer.subscription) return 'subscription';
  const { daysSinceRescue } = customer;
  return daysSinceRescue !== null && daysSinceRescue < DAYS_BETWEEN_RESCUES ? 'recent-rescue' : null;
}
