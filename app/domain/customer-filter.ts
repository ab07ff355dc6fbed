/** The engine's segments, in the order in which a merchant acts on them. */
export const CUSTOMER_SEGMENTS = ['vip-at-risk', 'loyal', 'potential-whale', 'standard', 'lost'] as const;

/**
 * Ready-made lists of customers:
 *  - `leaving`: overdue after more than one purchase, perhaps still there;
 *  - `likely-gone`: churn above 70 %;
 *  - `silent-vip`: among the tenth who have spent most so far, without an order in 60 days;
 *  - `new-whale`: first order within 90 days, and a potential whale;
 *  - each segment.
 */
export const SMART_FILTERS = [
  'leaving',
  'likely-gone',
  'silent-vip',
  'new-whale',
  ...CUSTOMER_SEGMENTS,
] as const;
export type SmartFilter = (typeof SMART_FILTERS)[number];

/** Which customers of a pass are meant; an empty filter means all. */
export interface CustomerFilter {
  readonly smart: SmartFilter | null;
  /** What the merchant typed: a pseudonym, an id, a name, an e-mail. */
  readonly search: string | null;
}

export const ALL_CUSTOMERS: CustomerFilter = { smart: null, search: null };
