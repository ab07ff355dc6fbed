import type { CustomerPrediction } from '~/engine/clv/customer-valuation';
import type { PurchaseModel } from '~/engine/clv/purchase-model';
import { baselineChance } from './baseline-chance';
import { outcomeWindowDays } from './outcome-window';

/** What a decision about a rescue looks at. Money in currency units of revenue, not of margin. */
export interface RescueCandidate {
  readonly customerId: string;
  /** Days in which orders will count. */
  readonly windowDays: number;
  /** Probability of at least one order in them if left alone. */
  readonly baseline: number;
  /** Mean value of an order at full price. */
  readonly orderValue: number;
  /** Value of the 12 months after an order, discounted: what a customer who is back may bring. */
  readonly valueOnceBack: number;
  /** Revenue that leaving would cost (see `moneyAtRisk` of the prediction). */
  readonly atRisk: number;
}

/** The figures of a prediction that a rescue looks at; a stored prediction has them too. */
export type CandidateFigures = Pick<
  CustomerPrediction,
  | 'customerId'
  | 'frequency'
  | 'recency'
  | 'T'
  | 'pBuy30'
  | 'pBuy90'
  | 'medianGapDays'
  | 'expectedOrderValue'
  | 'clv12m'
  | 'drop'
  | 'moneyAtRisk'
>;

/**
 * @param model that made the prediction
 * @param shopMedianGapDays `null` where no customer has a rhythm
 */
export function rescueCandidate(
  prediction: CandidateFigures,
  model: PurchaseModel,
  shopMedianGapDays: number | null,
): RescueCandidate {
  const { customerId, medianGapDays, expectedOrderValue, clv12m, drop, moneyAtRisk } = prediction;
  const windowDays = outcomeWindowDays(medianGapDays, shopMedianGapDays);
  return {
    customerId,
    windowDays,
    baseline: baselineChance(model, prediction, windowDays),
    orderValue: expectedOrderValue,
    // The drop is told against the value right after the last order; at a drop of all there is none left to scale.
    valueOnceBack: drop < 1 ? clv12m / (1 - drop) : 0,
    atRisk: moneyAtRisk,
  };
}
