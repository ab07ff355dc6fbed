import { countGaps, medianOfCounts, sumOfLogGaps } from './purchase-gaps';
import type { OrderColumns } from './order-columns';
import { createPurchaseDays, mergePurchaseDays } from './purchase-days';
import { sortRowsByCustomer, type CustomerRows } from './sort-rows';

/** One entry a customer with at least one purchase, sorted by customer id. Days are whole days. */
export interface RfmSummary {
  readonly customerIds: readonly string[];
  /** Repeat purchases: purchase days after the first. */
  readonly frequency: Int32Array;
  /** Age at the last purchase; 0 when frequency is 0. */
  readonly recency: Int32Array;
  /** Age at the analysis date: days since the first purchase. */
  readonly age: Int32Array;
  /** Purchase days with a positive amount; what the spend model counts. */
  readonly valuedOrders: Int32Array;
  /** Sum of their amounts in currency units. */
  readonly revenue: Float64Array;
  /** Mean and sum of squared deviations of the logarithm of those amounts. */
  readonly logMean: Float64Array;
  readonly logSquares: Float64Array;
  /** Median days between two purchases; NaN below three purchases. */
  readonly medianGap: Float64Array;
  /** Sum of the natural logarithms of the days between successive purchases; 0 below two purchases. */
  readonly logGaps: Float64Array;
  /** Days between the last two purchases; 0 below two. */
  readonly lastGap: Int32Array;
  /** 1 for customers of whom the source knows earlier orders. */
  readonly olderThanData: Uint8Array;
  /** Place of the customer in the rows that were summarised. */
  readonly rowCustomer: Int32Array;
  /** Repeat purchases of each day, from the shop's first day to the analysis date. */
  readonly repeatsByDay: Int32Array;
  readonly shop: ShopHistory;
}

/** What the shop's rows add up to. */
interface ShopHistory {
  /** Day of the first purchase and days from it to the analysis date. */
  readonly firstDay: number;
  readonly historyDays: number;
  readonly repeatCustomers: number;
  readonly purchases: number;
  /** Median days between two purchases of one customer over the shop; NaN without repeat purchases. */
  readonly medianGap: number;
  readonly rowsAfterNow: number;
  readonly rowsUnusable: number;
  readonly customersWithUnmatchedRefunds: number;
  readonly emptyDays: number;
}

/**
 * Recency, frequency and value of each customer by the shop's data rules (docs/models/clv.md).
 * The result does not depend on the order of the rows or of `customerIds`.
 * @param nowDay analysis date, days since 1970-01-01; later rows are ignored
 */
export function summarizeRfm(orders: OrderColumns, nowDay: number, countFreeOrders: boolean): RfmSummary {
  return summarizeRows(sortRowsByCustomer(orders, nowDay), nowDay, countFreeOrders);
}

/**
 * The same of rows in canonical order, as they were known on `nowDay`: a look back costs no second sort.
 */
export function summarizeRows(rows: CustomerRows, nowDay: number, countFreeOrders: boolean): RfmSummary {
  const customers = rows.customerIds.length;
  const ids: string[] = [];
  const frequency = new Int32Array(customers);
  const recency = new Int32Array(customers);
  const age = new Int32Array(customers);
  const valuedOrders = new Int32Array(customers);
  const revenue = new Float64Array(customers);
  const logMean = new Float64Array(customers);
  const logSquares = new Float64Array(customers);
  const medianGap = new Float64Array(customers);
  const logGaps = new Float64Array(customers);
  const lastGap = new Int32Array(customers);
  const olderThanData = new Uint8Array(customers);
  const rowCustomer = new Int32Array(customers);
  const base = earliestDay(rows, nowDay);
  const repeats = new Int32Array(nowDay - base + 1);
  const gapCounts = new Map<number, number>();
  const merged = createPurchaseDays();
  let firstDay = nowDay;
  let repeatCustomers = 0;
  let purchases = 0;
  let unmatched = 0;
  let emptyDays = 0;

  for (let customer = 0; customer < customers; customer++) {
    const from = rows.start[customer]!;
    const to = endOfKnown(rows, customer, nowDay);
    mergePurchaseDays(merged, rows.day, rows.amount, from, to, countFreeOrders);
    if (merged.unmatchedRefund > 0) unmatched++;
    emptyDays += merged.emptyDays;
    const count = merged.count;
    if (count === 0) continue;
    const k = ids.length;
    const first = merged.day[0]!;
    ids.push(rows.customerIds[customer]!);
    rowCustomer[k] = customer;
    olderThanData[k] = rows.olderThanData?.[customer] ?? 0;
    for (let i = 1; i < count; i++) repeats[merged.day[i]! - base]!++;
    lastGap[k] = count < 2 ? 0 : merged.day[count - 1]! - merged.day[count - 2]!;
    frequency[k] = count - 1;
    recency[k] = merged.day[count - 1]! - first;
    age[k] = nowDay - first;
    firstDay = Math.min(firstDay, first);
    purchases += count;
    if (count > 1) repeatCustomers++;
    medianGap[k] = countGaps(merged.day, count, gapCounts);
    logGaps[k] = sumOfLogGaps(merged.day, count);

    let valued = 0;
    let total = 0;
    let mean = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      const net = merged.net[i]!;
      if (net <= 0) continue;
      valued++;
      total += net;
      const log = Math.log(net);
      const change = log - mean;
      mean += change / valued;
      squares += change * (log - mean);
    }
    valuedOrders[k] = valued;
    revenue[k] = total;
    logMean[k] = mean;
    logSquares[k] = squares;
  }
  const size = ids.length;
  return {
    customerIds: ids,
    frequency: frequency.subarray(0, size),
    recency: recency.subarray(0, size),
    age: age.subarray(0, size),
    valuedOrders: valuedOrders.subarray(0, size),
    revenue: revenue.subarray(0, size),
    logMean: logMean.subarray(0, size),
    logSquares: logSquares.subarray(0, size),
    medianGap: medianGap.subarray(0, size),
    logGaps: logGaps.subarray(0, size),
    lastGap: lastGap.subarray(0, size),
    olderThanData: olderThanData.subarray(0, size),
    rowCustomer: rowCustomer.subarray(0, size),
    repeatsByDay: repeats.subarray(firstDay - base),
    shop: {
      firstDay,
      historyDays: nowDay - firstDay,
      repeatCustomers,
      purchases,
      medianGap: medianOfCounts(gapCounts),
      rowsAfterNow: rows.rowsAfterNow,
      rowsUnusable: rows.rowsUnusable,
      customersWithUnmatchedRefunds: unmatched,
      emptyDays,
    },
  };
}

function earliestDay({ day, start }: CustomerRows, nowDay: number): number {
  let earliest = nowDay;
  for (let customer = 0; customer + 1 < start.length; customer++) {
    if (start[customer]! < start[customer + 1]!) earliest = Math.min(earliest, day[start[customer]!]!);
  }
  return earliest;
}

/** Behind the customer's last row up to `nowDay`. */
export function endOfKnown({ day, start }: CustomerRows, customer: number, nowDay: number): number {
  let end = start[customer + 1]!;
  while (end > start[customer]! && day[end - 1]! > nowDay) end--;
  return end;
}
