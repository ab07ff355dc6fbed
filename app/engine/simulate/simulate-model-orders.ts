import type { OrderColumns } from '../clv/order-columns';
import { createRng, nextFloat } from '../numeric/rng';
import { lifetime, type LifetimeParams } from './lifetime';
import { orderValue, spendRate, type SpendParams } from './spend';

/** Rows grouped by customer and in order of time within one; the amount is always known. */
export type ModelOrders = OrderColumns & { readonly revenue: Float64Array };

export interface ModelOrdersOptions {
  readonly seed: number;
  readonly customers: number;
  /** First day of the window (days since 1970-01-01), and its length. */
  readonly firstDay: number;
  readonly days: number;
  /** First orders fall evenly on the first `entryDays` days; half the window when absent, 0 for all at its start. */
  readonly entryDays?: number;
  /** Time in days. */
  readonly params: LifetimeParams;
  /** Every order is worth 1 when absent. */
  readonly spend?: SpendParams;
}

/** Orders that follow MBG/NBD exactly, to see whether a fit finds the parameters again. */
export function simulateMbgNbd(options: ModelOrdersOptions): ModelOrders {
  return simulateModelOrders('mbg-nbd', options);
}

/** As {@link simulateMbgNbd}, for BG/NBD: nobody leaves after the first order. */
export function simulateBgNbd(options: ModelOrdersOptions): ModelOrders {
  return simulateModelOrders('bg-nbd', options);
}

function simulateModelOrders(kind: 'mbg-nbd' | 'bg-nbd', options: ModelOrdersOptions): ModelOrders {
  const { seed, customers, firstDay, days, entryDays = days / 2, params, spend } = options;
  const lives = createRng(seed, 'lives');
  const values = createRng(seed, 'values');
  const customer: number[] = [];
  const day: number[] = [];
  const revenue: number[] = [];
  for (let i = 0; i < customers; i++) {
    const rate = spend ? spendRate(values, spend) : 0;
    for (const moment of lifetime(lives, kind, params, nextFloat(lives) * entryDays, days)) {
      customer.push(i);
      day.push(firstDay + Math.floor(moment));
      revenue.push(spend ? orderValue(values, spend, rate) : 1);
    }
  }
  return {
    customerIds: Array.from({ length: customers }, (_, i) => `c${i + 1}`),
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    revenue: Float64Array.from(revenue),
  };
}
