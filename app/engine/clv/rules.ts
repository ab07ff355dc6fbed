import { quantileInPlace } from '../numeric/quantile';
import type { Segment } from './segments';
import type { RfmSummary } from './rfm-summary';

/** Where not even the shop has a rhythm yet. */
const DEFAULT_GAP_DAYS = 45;

/** Where the rules draw the segments. */
export const RULE_LIMITS = {
  /** Absences in multiples of the usual gap. */
  overdueGaps: 2,
  goneGaps: 4,
  /** Orders of a loyal customer, at the least. */
  loyalOrders: 3,
  /** Shares of the customers from the top by revenue. */
  vipShare: 0.2,
  whaleShare: 0.1,
} as const;

export interface RuleRank {
  readonly overdue: number;
  readonly segment: Segment;
}

/**
 * Recency, frequency and value without a model: how many times their own usual gap a customer has been away (the
 * shop's median gap where they have none), and whether they are in the top fifth or tenth by revenue.
 */
export function rankByRules(summary: RfmSummary): readonly RuleRank[] {
  const values = summary.revenue.slice();
  const vip = quantileInPlace(values, 1 - RULE_LIMITS.vipShare);
  const whale = quantileInPlace(values, 1 - RULE_LIMITS.whaleShare);
  const shopGap = Number.isNaN(summary.shop.medianGap) ? DEFAULT_GAP_DAYS : summary.shop.medianGap;
  return Array.from(summary.customerIds, (_, i) => {
    const own = summary.medianGap[i]!;
    const away = summary.age[i]! - summary.recency[i]!;
    const overdue = away / Math.max(1, Number.isNaN(own) ? shopGap : own);
    return { overdue, segment: ruleSegment(overdue, summary.frequency[i]!, summary.revenue[i]!, vip, whale) };
  });
}

function ruleSegment(
  overdue: number,
  frequency: number,
  revenue: number,
  vip: number,
  whale: number,
): Segment {
  const { overdueGaps, goneGaps, loyalOrders } = RULE_LIMITS;
  if (overdue > overdueGaps && frequency > 0 && revenue > 0 && revenue >= vip) return 'vip-at-risk';
  if (overdue > goneGaps) return 'lost';
  // Frequency counts the orders after the first.
  if (frequency + 1 >= loyalOrders && overdue <= overdueGaps) return 'loyal';
  return revenue > 0 && revenue >= whale ? 'potential-whale' : 'standard';
}
