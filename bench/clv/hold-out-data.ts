import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import type { Outcome } from './outcome';

const DATA = fileURLToPath(new URL('../../../shared/data/clv/', import.meta.url));

export interface HoldOut {
  readonly file: string;
  /** Last day that a forecast may know. */
  readonly now: IsoDay;
  readonly horizonDays: number;
}

export const HOLD_OUTS: readonly HoldOut[] = [
  { file: 'cdnow_sample_orders.csv', now: isoDay('1997-09-30'), horizonDays: 273 },
  { file: 'cdnow_orders.csv', now: isoDay('1997-09-30'), horizonDays: 273 },
  { file: 'grocery_orders.csv', now: isoDay('2006-12-31'), horizonDays: 364 },
];

/** The same shops on days that nothing in the engine was decided by. */
export const OTHER_HOLD_OUTS: readonly HoldOut[] = [
  ...['cdnow_sample_orders.csv', 'cdnow_orders.csv'].flatMap((file) => [
    { file, now: isoDay('1997-06-30'), horizonDays: 180 },
    { file, now: isoDay('1997-06-30'), horizonDays: 365 },
    { file, now: isoDay('1997-12-31'), horizonDays: 180 },
    { file, now: isoDay('1998-03-31'), horizonDays: 91 },
  ]),
  ...(
    [
      ['2006-06-30', 180],
      ['2006-09-30', 91],
      ['2007-03-31', 270],
      ['2007-06-30', 180],
      ['2007-09-30', 91],
    ] as const
  ).map(([now, horizonDays]) => ({ file: 'grocery_orders.csv', now: isoDay(now), horizonDays })),
];

export function dataMissing(): boolean {
  return !existsSync(DATA);
}

export function readOrders(file: string): OrderColumns {
  const builder = createOrderColumnsBuilder();
  let hasRevenue = true;
  for (const line of readFileSync(`${DATA}${file}`, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [customer = '', day = '', revenue] = line.split(',');
    hasRevenue &&= revenue !== undefined;
    builder.add(customer, dayNumber(isoDay(day)), Number(revenue ?? 1));
  }
  return builder.finish(hasRevenue ? 1 : null);
}

/** What happened to the customers who had bought by the analysis date. */
export function outcomeOf(orders: OrderColumns, { now, horizonDays }: HoldOut): Outcome {
  const today = dayNumber(now);
  const known = purchasesBetween(orders, -Infinity, today);
  const future = purchasesBetween(orders, today + 1, today + horizonDays);
  const indexes = [...known.purchases.keys()].filter((index) => (known.purchases[index] ?? 0) > 0);
  const purchases = Float64Array.from(indexes, (index) => future.purchases[index] ?? 0);
  return {
    customerIds: indexes.map((index) => orders.customerIds[index] ?? ''),
    purchases,
    bought: Uint8Array.from(purchases, (count) => (count > 0 ? 1 : 0)),
    revenue: Float64Array.from(indexes, (index) => future.revenue[index] ?? 0),
  };
}

/**
 * Days with a purchase of each of `customerIds`, both ends included, and their revenue; without amounts a day is worth 1.
 * For sources without refunds.
 */
export function purchasesBetween(
  { customerIds, customer, day, revenue }: OrderColumns,
  from: number,
  to: number,
): { readonly purchases: Float64Array; readonly revenue: Float64Array } {
  const days = customerIds.map(() => new Set<number>());
  const sums = new Float64Array(customerIds.length);
  customer.forEach((index, row) => {
    const on = day[row] ?? 0;
    const amount = revenue === null ? 1 : (revenue[row] ?? 0);
    if (on < from || on > to || amount <= 0) return;
    const seen = days[index];
    if (revenue !== null || seen?.has(on) === false) sums[index] = (sums[index] ?? 0) + amount;
    seen?.add(on);
  });
  return { purchases: Float64Array.from(days, (seen) => seen.size), revenue: sums };
}
