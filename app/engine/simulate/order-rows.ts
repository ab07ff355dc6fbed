import type { ModelOrders } from './simulate-model-orders';

/** Order columns as they grow. Amounts are whole cents, so that splits and refunds add up exactly. */
export interface OrderRows {
  readonly customer: number[];
  readonly day: number[];
  readonly cents: number[];
}

export function createOrderRows(): OrderRows {
  return { customer: [], day: [], cents: [] };
}

export function addOrderRow(rows: OrderRows, customer: number, day: number, cents: number): void {
  rows.customer.push(customer);
  rows.day.push(day);
  rows.cents.push(cents);
}

export function orderColumnsOf(rows: OrderRows, customerIds: readonly string[]): ModelOrders {
  return {
    customerIds,
    customer: new Int32Array(rows.customer),
    day: new Int32Array(rows.day),
    revenue: new Float64Array(rows.cents).map((cents) => cents / 100),
  };
}
