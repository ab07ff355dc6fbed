import { closeSync, openSync, writeSync } from 'node:fs';
import { dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';
import type { OrderColumns } from '~/engine/clv/order-columns';

const ROWS_A_WRITE = 50_000;

/**
 * The orders up to a day as `customer,day[,revenue]`. Customers are indexes into `customerIds`: numbers are what
 * pandas groups fastest. Orders of nothing are no purchases to our engine and end lifetimes' Gamma-Gamma with an
 * error, so they are left out.
 */
export function writeOrders(file: string, { customer, day, revenue }: OrderColumns, now: IsoDay): void {
  const last = dayNumber(now);
  const out = openSync(file, 'w');
  let lines = [revenue === null ? 'customer,day\n' : 'customer,day,revenue\n'];
  for (let row = 0; row < day.length; row++) {
    const on = day[row] ?? 0;
    const amount = revenue === null ? 1 : (revenue[row] ?? 0);
    if (on > last || amount <= 0) continue;
    lines.push(`${customer[row] ?? 0},${dayFromNumber(on)}${revenue === null ? '' : `,${amount}`}\n`);
    if (lines.length < ROWS_A_WRITE) continue;
    writeSync(out, lines.join(''));
    lines = [];
  }
  writeSync(out, lines.join(''));
  closeSync(out);
}
