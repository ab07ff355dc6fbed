const SHORTEST_DAYS = 30;
/** Then the customer may be written to again, and an order would have two causes. */
const LONGEST_DAYS = 90;

/**
 * Days after a rescue in which a customer's orders count: one usual gap, for who orders every two months has hardly had
 * an occasion in one.
 * @param medianGapDays of the customer; `null` where too few orders make a rhythm
 * @param shopMedianGapDays stands in for it; `null` where nobody has one
 */
export function outcomeWindowDays(medianGapDays: number | null, shopMedianGapDays: number | null): number {
  const gap = Math.round(medianGapDays ?? shopMedianGapDays ?? SHORTEST_DAYS);
  return Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, gap));
}
