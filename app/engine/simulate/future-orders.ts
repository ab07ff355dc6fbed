import type { ModelOrders } from './simulate-model-orders';

/** What each customer does after a day. */
interface FutureOrders {
  /** Days with orders. */
  readonly purchases: Int32Array;
  /** Their worth, currency units. */
  readonly revenue: Float64Array;
}

/**
 * @param orders grouped by customer, days ascending, no refunds, amounts in whole cents
 * @param nowDay days since 1970-01-01; the future begins on the next
 */
export function futureOrders(orders: ModelOrders, nowDay: number): FutureOrders {
  const { customerIds, customer, day, revenue } = orders;
  const purchases = new Int32Array(customerIds.length);
  const cents = new Float64Array(customerIds.length);
  for (let row = 0; row < day.length; row++) {
    if (day[row]! <= nowDay) continue;
    const index = customer[row]!;
    cents[index]! += Math.round(revenue[row]! * 100);
    if (customer[row - 1] !== index || day[row - 1] !== day[row]) purchases[index]!++;
  }
  return { purchases, revenue: cents.map((sum) => sum / 100) };
}
