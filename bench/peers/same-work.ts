import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { expectedPurchasesIfAlive } from '~/engine/clv/expected-purchases';
import { fitPurchases } from '~/engine/clv/fit-purchases';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { groupPurchases } from '~/engine/clv/purchase-groups';
import { probabilityAlive } from '~/engine/clv/purchase-model';
import { summarizeRfm } from '~/engine/clv/rfm-summary';
import { chooseSpendModel, expectedSpend } from '~/engine/clv/spend-model';

const MONTHS = 12;
const MONTH_DAYS = 30;
const RATE = 0.01;

/**
 * What users of lifetimes compute, and no more: recency and frequency, one BG/NBD fit, Gamma-Gamma, P(alive), purchases
 * expected in a year and the value of twelve discounted months, for every customer.
 * @returns 12-month value of each customer
 */
export function sameWork(orders: OrderColumns, now: IsoDay): Float64Array {
  const summary = summarizeRfm(orders, dayNumber(now), false);
  const groups = groupPurchases(summary.frequency, summary.recency, summary.age, {});
  const fit = fitPurchases('bg-nbd', groups, { polish: false });
  const spend = chooseSpendModel(summary, new Uint8Array(summary.customerIds.length), true);
  const discounted = new Float64Array(groups.size);
  const ifAlive = new Float64Array(MONTHS);
  let seen = -1;
  for (let g = 0; g < groups.size; g++) {
    const customer = {
      frequency: groups.frequency[g] ?? 0,
      recency: groups.recency[g] ?? 0,
      age: groups.age[g] ?? 0,
    };
    const key = customer.frequency * 2 ** 20 + customer.age;
    if (key !== seen) {
      for (let m = 0; m < MONTHS; m++) {
        ifAlive[m] = expectedPurchasesIfAlive(fit, customer, (m + 1) * MONTH_DAYS);
      }
      seen = key;
    }
    const alive = probabilityAlive(fit, customer);
    let before = 0;
    for (let m = 0; m < MONTHS; m++) {
      const until = ifAlive[m] ?? 0;
      discounted[g] = (discounted[g] ?? 0) + (alive * (until - before)) / (1 + RATE) ** (m + 1);
      before = until;
    }
  }
  return Float64Array.from(groups.ofCustomer, (g, i) => {
    const value = expectedSpend(
      spend.model,
      summary.valuedOrders[i] ?? 0,
      summary.revenue[i] ?? 0,
      summary.logMean[i] ?? 0,
    );
    return value * (discounted[g] ?? 0);
  });
}
