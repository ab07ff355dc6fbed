import type { OrderColumns } from './order-columns';

export interface OrderColumnsBuilder {
  /** @param amount in any unit; `finish` divides by it */
  add(customerId: string, day: number, amount: number): void;
  /** @param perUnit what one currency unit is in the unit of the amounts; `null` for a source without amounts */
  finish(perUnit: number | null): OrderColumns;
}

/** Collects rows one by one into columns that grow: a few bytes a row, whatever their number. */
export function createOrderColumnsBuilder(): OrderColumnsBuilder {
  const index = new Map<string, number>();
  let customer = new Int32Array(1024);
  let day = new Int32Array(1024);
  let amount = new Float64Array(1024);
  let rows = 0;
  return {
    add(customerId, dayOfRow, amountOfRow) {
      if (rows === customer.length) {
        customer = grown(customer, new Int32Array(rows * 2));
        day = grown(day, new Int32Array(rows * 2));
        amount = grown(amount, new Float64Array(rows * 2));
      }
      let at = index.get(customerId);
      if (at === undefined) index.set(customerId, (at = index.size));
      customer[rows] = at;
      day[rows] = dayOfRow;
      amount[rows] = amountOfRow;
      rows++;
    },
    finish: (perUnit) => ({
      customerIds: [...index.keys()],
      customer: customer.slice(0, rows),
      day: day.slice(0, rows),
      revenue: perUnit === null ? null : amount.slice(0, rows).map((value) => value / perUnit),
    }),
  };
}

function grown<T extends Int32Array | Float64Array>(values: T, larger: T): T {
  larger.set(values);
  return larger;
}
