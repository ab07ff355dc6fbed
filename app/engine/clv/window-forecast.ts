import { expectedPurchasesIfAlive } from './expected-purchases';
import type { PurchaseGroups } from './purchase-groups';
import {
  phasesOf,
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  type PurchaseModel,
} from './purchase-model';

/** What a model expects of each group in one window. */
export interface WindowForecast {
  /** Probability of at least one purchase. */
  readonly chance: Float64Array;
  /** Expected number of purchases. */
  readonly expected: Float64Array;
}

/** A look back compares thousands of customers: no need for fifteen digits. */
const TOLERANCE = 1e-8;

export function forecastWindow(model: PurchaseModel, groups: PurchaseGroups, days: number): WindowForecast {
  const { size, frequency, recency, age, tick } = groups;
  const chance = new Float64Array(size);
  const expected = new Float64Array(size);
  const remembers = phasesOf(model.name) > 1;
  let buys = 0;
  let purchases = 0;
  for (let g = 0; g < size; g++) {
    const customer = { frequency: frequency[g]!, recency: recency[g]! * tick, age: age[g]! * tick };
    // Without phases a living customer keeps no memory of the last purchase.
    if (remembers || g === 0 || frequency[g] !== frequency[g - 1] || age[g] !== age[g - 1]) {
      buys = probabilityOfPurchaseIfAlive(model, customer, days);
      purchases = expectedPurchasesIfAlive(model, customer, days, TOLERANCE);
    }
    const alive = probabilityAlive(model, customer);
    chance[g] = alive * buys;
    expected[g] = alive * purchases;
  }
  return { chance, expected };
}
