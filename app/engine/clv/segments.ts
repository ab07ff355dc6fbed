import { quantileInPlace } from '../numeric/quantile';

export type Segment = 'vip-at-risk' | 'lost' | 'loyal' | 'potential-whale' | 'standard';

/** Relative to the shop: absolute amounts do not travel between shops. */
export interface SegmentThresholds {
  readonly highChurn: number;
  readonly lowChurn: number;
  readonly loyalPurchases90: number;
  /** Share of customers, from the top by 12-month value. */
  readonly vipShare: number;
  readonly whaleShare: number;
}

export const DEFAULT_SEGMENT_THRESHOLDS: SegmentThresholds = {
  highChurn: 0.7,
  lowChurn: 0.2,
  loyalPurchases90: 1,
  vipShare: 0.2,
  whaleShare: 0.1,
};

export interface ValueCuts {
  readonly vip: number;
  readonly whale: number;
}

export function valueCuts(clv12m: Float64Array, thresholds = DEFAULT_SEGMENT_THRESHOLDS): ValueCuts {
  const values = clv12m.slice();
  return {
    vip: quantileInPlace(values, 1 - thresholds.vipShare),
    whale: quantileInPlace(values, 1 - thresholds.whaleShare),
  };
}

/** The first that fits, in this order. */
export function segmentOf(
  customer: { readonly churn: number; readonly clv12m: number; readonly expectedPurchases90: number },
  cuts: ValueCuts,
  thresholds = DEFAULT_SEGMENT_THRESHOLDS,
): Segment {
  const { churn, clv12m, expectedPurchases90 } = customer;
  if (churn > thresholds.highChurn) return clv12m >= cuts.vip && clv12m > 0 ? 'vip-at-risk' : 'lost';
  if (churn < thresholds.lowChurn && expectedPurchases90 > thresholds.loyalPurchases90) return 'loyal';
  return clv12m >= cuts.whale && clv12m > 0 ? 'potential-whale' : 'standard';
}
