import { quantileInPlace } from '../numeric/quantile';
import type { RfmSummary } from './rfm-summary';

/** Robust standard deviations above the median of log value from which a customer no longer looks like the others. */
const THRESHOLD = 3.5;
/** A total that far out counts only for customers whose baskets are unusually big too. */
const BASKET_THRESHOLD = 1.5;
/** Where most customers spend the same the spread is no yardstick: less than a factor 1.65 is never "unusual". */
const LEAST_SPREAD = 0.5;
/** More than this share is a second clientele, not outliers. */
const LARGEST_SHARE = 0.05;
const FEWEST_CUSTOMERS = 20;

/**
 * Marks wholesale buyers: mean order value, or total value with big baskets, more than 3.5 robust standard deviations
 * (1.4826 MAD) above the median on the log scale. On logs and medians, because in plain standard deviations one buyer
 * of 100,000 hides the next of 10,000.
 * @returns 1 for customers that should not shape the fit, 0 for all others
 */
export function wholesaleMask(summary: RfmSummary): Uint8Array {
  const size = summary.customerIds.length;
  const mask = new Uint8Array(size);
  const logBasket = new Float64Array(size);
  const logTotal = new Float64Array(size);
  let valued = 0;
  for (let i = 0; i < size; i++) {
    if (summary.valuedOrders[i] === 0) continue;
    logTotal[valued] = Math.log(summary.revenue[i]!);
    logBasket[valued] = logTotal[valued]! - Math.log(summary.valuedOrders[i]!);
    valued++;
  }
  if (valued < FEWEST_CUSTOMERS) return mask;
  const basket = robustScale(logBasket.subarray(0, valued));
  const total = robustScale(logTotal.subarray(0, valued));
  let marked = 0;
  for (let i = 0; i < size; i++) {
    if (summary.valuedOrders[i] === 0) continue;
    const log = Math.log(summary.revenue[i]!);
    const basketScore = (log - Math.log(summary.valuedOrders[i]!) - basket.centre) / basket.spread;
    const totalScore = (log - total.centre) / total.spread;
    if (basketScore > THRESHOLD || (totalScore > THRESHOLD && basketScore > BASKET_THRESHOLD)) {
      mask[i] = 1;
      marked++;
    }
  }
  return marked > LARGEST_SHARE * valued ? mask.fill(0) : mask;
}

/** Median and 1.4826 MAD, not below what makes a difference at all. Overwrites `values`. */
export function robustScale(values: Float64Array): { readonly centre: number; readonly spread: number } {
  const centre = quantileInPlace(values, 0.5);
  for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i]! - centre);
  return { centre, spread: Math.max(LEAST_SPREAD, 1.4826 * quantileInPlace(values, 0.5)) };
}
