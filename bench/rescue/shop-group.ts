import type { RescueCandidate } from '~/rescue/rescue-candidate';
import { simulateRescueCustomers, type RescueCustomers } from '~/engine/simulate/rescue-customers';
import type { RescueShop } from '~/engine/simulate/rescue-shop';

/** The customers of one campaign of a simulated shop. */
export interface ShopGroup {
  readonly customers: RescueCustomers;
  /** Places among the customers of those in danger. */
  readonly overdue: readonly number[];
  readonly everyone: readonly number[];
}

const OVERDUE_BELOW = 0.3;
/** About two in five are overdue. */
const CUSTOMERS_PER_OVERDUE = 3;

export function shopGroup(shop: RescueShop, campaign: number, overdue: number): ShopGroup {
  const customers = simulateRescueCustomers(shop, campaign, CUSTOMERS_PER_OVERDUE * overdue);
  const everyone = customers.ids.map((_, i) => i);
  const inDanger = everyone.filter((i) => (customers.baseline[i] ?? 1) < OVERDUE_BELOW).slice(0, overdue);
  return { customers, overdue: inDanger, everyone };
}

export function candidateAt(customers: RescueCustomers, i: number): RescueCandidate {
  const valueOnceBack = customers.valueOnceBack[i] ?? 0;
  return {
    customerId: customers.ids[i] ?? '',
    windowDays: 30,
    baseline: customers.baseline[i] ?? 0,
    orderValue: customers.orderValue[i] ?? 0,
    valueOnceBack,
    atRisk: valueOnceBack,
  };
}
