/** What the merchant can set, and within which bounds. Shares are of 1. */
export const SETTING_LIMITS = {
  /** Below one per cent a figure is meant as a share, or is a slip. */
  marginShare: { least: 0.01, most: 1 },
  /** Currency units for one customer: a message costs cents, a letter a few units. */
  contactCost: { least: 0, most: 100 },
  largestRescue: { least: 1, most: 10_000 },
  /** A week to be read in time; as long as the longest outcome window at most. */
  codeDays: { least: 7, most: 90 },
} as const;

/** The steps in which discounts are offered. */
export const LARGEST_DISCOUNTS = [0, 0.05, 0.1, 0.15, 0.2] as const;
