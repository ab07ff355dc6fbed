import {
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  type PurchaseModel,
} from '~/engine/clv/purchase-model';
import { logistic } from '~/engine/numeric/logistic';
import { logOdds } from './log-odds';

/** The fields of a customer's prediction that tell what they do if left alone. */
export interface BaselineFigures {
  readonly frequency: number;
  /** Days. */
  readonly recency: number;
  readonly T: number;
  readonly pBuy30: number;
  readonly pBuy90: number;
}

const FIRST_DAYS = 30;
const LAST_DAYS = 90;

/**
 * Probability of at least one order in `days` days without any offer. The fitted model knows it for every horizon,
 * `P(alive) (1 - ((alpha + T) / (alpha + T + days))^(r + x))` for MBG/NBD; the predictions at 30 and 90 days know more,
 * what the shop's own past corrected and its season. The model's curve is taken through both: the distance to it on the
 * logit scale goes over evenly, in the logarithm of days, from the one to the other.
 * @param days 30 to 90
 */
export function baselineChance(model: PurchaseModel, figures: BaselineFigures, days: number): number {
  if (!(days >= FIRST_DAYS && days <= LAST_DAYS)) {
    throw new RangeError(`days must be ${FIRST_DAYS} to ${LAST_DAYS}: ${days}`);
  }
  const { frequency, recency, T, pBuy30, pBuy90 } = figures;
  const customer = { frequency, recency, age: T };
  const alive = probabilityAlive(model, customer);
  const curve = (horizon: number): number =>
    logOdds(alive * probabilityOfPurchaseIfAlive(model, customer, horizon));
  const part = Math.log(days / FIRST_DAYS) / Math.log(LAST_DAYS / FIRST_DAYS);
  const correction =
    (1 - part) * (logOdds(pBuy30) - curve(FIRST_DAYS)) + part * (logOdds(pBuy90) - curve(LAST_DAYS));
  return logistic(curve(days) + correction);
}
