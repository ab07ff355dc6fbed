import { quantileOfSorted } from '../numeric/quantile';
import type { OrderColumns } from './order-columns';
import { createPurchaseDays, mergePurchaseDays } from './purchase-days';
import { sortRowsByCustomer } from './sort-rows';

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
  const rows = sortRowsByCustomer(orders, nowDay);
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
  const gapCounts = new Map<number, number>();
  const merged = createPurchaseDays();
  let firstDay = nowDay;
  let repeatCustomers = 0;
  let purchases = 0;
  let unmatched = 0;
  let emptyDays = 0;

  for (let customer = 0; customer < customers; customer++) {
    const from = rows.start[customer]!;
    const to = rows.start[customer + 1]!;
    mergePurchaseDays(merged, rows.day, rows.amount, from, to, countFreeOrders);
    if (merged.unmatchedRefund > 0) unmatched++;
    emptyDays += merged.emptyDays;
    const count = merged.count;
    if (count === 0) continue;
    const k = ids.length;
    const first = merged.day[0]!;
    ids.push(rows.customerIds[customer]!);
    frequency[k] = count - 1;
    recency[k] = merged.day[count - 1]! - first;
    age[k] = nowDay - first;
    firstDay = Math.min(firstDay, first);
    purchases += count;
    if (count > 1) repeatCustomers++;
    medianGap[k] = countGaps(merged.day, count, gapCounts);

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

/** Counts the gaps between purchases into `counts` and returns their median, NaN below two gaps. */
function countGaps(day: Int32Array, count: number, counts: Map<number, number>): number {
  if (count < 2) return NaN;
  const gaps = new Int32Array(count - 1);
  for (let i = 1; i < count; i++) {
    const gap = day[i]! - day[i - 1]!;
    gaps[i - 1] = gap;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  if (count === 3) return (gaps[0]! + gaps[1]!) / 2;
  return count === 2 ? NaN : quantileOfSorted(gaps.sort(), 0.5);
}

function medianOfCounts(counts: ReadonlyMap<number, number>): number {
  const gaps = [...counts.keys()].sort((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + (counts.get(gap) ?? 0), 0);
  if (total === 0) return NaN;
  const at = (rank: number): number => {
    let seen = 0;
    for (const gap of gaps) {
      seen += counts.get(gap) ?? 0;
      if (seen > rank) return gap;
    }
    return NaN;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.ceil((total - 1) / 2))) / 2;
}
