import { quantileInPlace } from '../numeric/quantile';
import type { Segment } from './segments';
import type { RfmSummary } from './rfm-summary';

/** Where not even the shop has a rhythm yet. */
const DEFAULT_GAP_DAYS = 45;
const OVERDUE = 2;
const GONE = 4;

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
  const vip = quantileInPlace(values, 0.8);
  const whale = quantileInPlace(values, 0.9);
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
  if (overdue > OVERDUE && frequency > 0 && revenue > 0 && revenue >= vip) return 'vip-at-risk';
  if (overdue > GONE) return 'lost';
  if (frequency >= 2 && overdue <= OVERDUE) return 'loyal';
  return revenue > 0 && revenue >= whale ? 'potential-whale' : 'standard';
}
