import { STEP_DAYS, STEPS, type AcquiredCustomers } from './acquired-customers';
import { expectedPurchasesIfAlive } from './expected-purchases';
import { probabilityAlive, type PurchaseModel } from './purchase-model';

/** Ages that fewer than this share of the customers have reached, by first value, say too little. */
const LEAST_AT_RISK = 0.02;
const FRESH = { frequency: 0, recency: 0, age: 0 };

/**
 * What a new customer spends after the first order, for each unit of it, by age: entry k is after k steps. The mean
 * cumulative function of recurrent events (Nelson 1995), which each customer shapes for as long as they were watched;
 * beyond the ages that enough customers have reached it goes on in the shape of the purchase model.
 */
export function repeatCurve(customers: AcquiredCustomers, model: PurchaseModel): Float64Array {
  const { firstValue, watched, step, value } = customers;
  // First value of the customers who were watched through the step, and what they spent in it.
  const atRisk = new Float64Array(STEPS + 1);
  const spent = new Float64Array(STEPS);
  firstValue.forEach((first, i) => (atRisk[watched[i]!]! += first));
  let all = 0;
  for (let k = STEPS; k >= 0; k--) all = atRisk[k] = atRisk[k]! + all;
  step.forEach((k, j) => (spent[k]! += value[j]!));

  const curve = new Float64Array(STEPS + 1);
  let seen = 0;
  while (seen < STEPS && atRisk[seen + 1]! > LEAST_AT_RISK * all) {
    curve[seen + 1] = curve[seen]! + spent[seen]! / atRisk[seen + 1]!;
    seen++;
  }
  const modelled = (steps: number): number =>
    probabilityAlive(model, FRESH) * expectedPurchasesIfAlive(model, FRESH, steps * STEP_DAYS);
  // Before any repeat was seen the model's orders are taken to be worth as much as the first.
  const factor = curve[seen]! > 0 ? curve[seen]! / modelled(seen) : 1;
  for (let k = seen + 1; k <= STEPS; k++) curve[k] = factor * modelled(k);
  return curve;
}
