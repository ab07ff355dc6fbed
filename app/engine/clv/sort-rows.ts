import type { OrderColumns } from './order-columns';

/** Rows of each customer side by side, customers by id, days ascending, amounts of one day descending. */
export interface CustomerRows {
  readonly customerIds: readonly string[];
  /** Rows of customer `i` are `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array | null;
  readonly rowsAfterNow: number;
  /** Rows without a finite amount, of a customer index that points nowhere, or of another century. */
  readonly rowsUnusable: number;
  /** 1 for customers of whom the source knows earlier orders; `null` where it cannot tell. */
  readonly olderThanData: Uint8Array | null;
}

/** No shop is older; a date further back is a mistake, and tables of days would have no end. */
const LONGEST_HISTORY_DAYS = 36_525;

/**
 * Brings rows into one canonical order, so that sums, and with them every prediction, come out bit for bit the same
 * however the source returned them. Counting sort by customer, then a small sort inside each.
 */
export function sortRowsByCustomer(orders: OrderColumns, nowDay: number): CustomerRows {
  const { customer, day, revenue } = orders;
  const rank = rankById(orders.customerIds);
  const counts = new Int32Array(rank.ids.length + 1);
  let rowsAfterNow = 0;
  let rowsUnusable = 0;
  const keep = new Uint8Array(customer.length);
  for (let row = 0; row < customer.length; row++) {
    const index = rank.of[customer[row]!];
    const amountMissing = revenue !== null && !Number.isFinite(revenue[row]!);
    if (index === undefined || amountMissing || day[row]! < nowDay - LONGEST_HISTORY_DAYS) rowsUnusable++;
    else if (day[row]! > nowDay) rowsAfterNow++;
    else {
      keep[row] = 1;
      counts[index + 1]!++;
    }
  }
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  const start = Int32Array.from(counts);
  const rows = start[start.length - 1]!;
  const sortedDay = new Int32Array(rows);
  const sortedAmount = revenue === null ? null : new Float64Array(rows);
  for (let row = 0; row < customer.length; row++) {
    if (keep[row] === 0) continue;
    const index = rank.of[customer[row]!]!;
    const to = counts[index]!++;
    sortedDay[to] = day[row]!;
    if (sortedAmount !== null) sortedAmount[to] = revenue![row]!;
  }
  for (let i = 0; i < rank.ids.length; i++) sortSlice(sortedDay, sortedAmount, start[i]!, start[i + 1]!);
  return {
    customerIds: rank.ids,
    start,
    day: sortedDay,
    amount: sortedAmount,
    rowsAfterNow,
    rowsUnusable,
    olderThanData: marksByRank(orders.olderThanData, rank),
  };
}

/** The rows of some customers alone, in the same order. */
export function rowsOfCustomers(rows: CustomerRows, customers: Int32Array): CustomerRows {
  const start = new Int32Array(customers.length + 1);
  customers.forEach((customer, i) => {
    start[i + 1] = start[i]! + rows.start[customer + 1]! - rows.start[customer]!;
  });
  const size = start[customers.length]!;
  const day = new Int32Array(size);
  const amount = rows.amount && new Float64Array(size);
  customers.forEach((customer, i) => {
    const from = rows.start[customer]!;
    const to = rows.start[customer + 1]!;
    day.set(rows.day.subarray(from, to), start[i]);
    if (amount !== null) amount.set(rows.amount!.subarray(from, to), start[i]);
  });
  return {
    customerIds: Array.from(customers, (customer) => rows.customerIds[customer]!),
    start,
    day,
    amount,
    rowsAfterNow: 0,
    rowsUnusable: 0,
    olderThanData:
      rows.olderThanData && Uint8Array.from(customers, (customer) => rows.olderThanData![customer]!),
  };
}

function marksByRank(marks: Uint8Array | undefined, rank: Rank): Uint8Array | null {
  if (marks === undefined) return null;
  const byRank = new Uint8Array(rank.ids.length);
  for (let i = 0; i < rank.of.length; i++) byRank[rank.of[i]!]! |= marks[i] ?? 0;
  return byRank;
}

interface Rank {
  /** Distinct ids in code-unit order. */
  readonly ids: readonly string[];
  /** Place of each given index in it. */
  readonly of: Int32Array;
}

function rankById(given: readonly string[]): Rank {
  const of = new Int32Array(given.length);
  let ascending = true;
  for (let i = 1; i < given.length && ascending; i++) ascending = given[i - 1]! < given[i]!;
  if (ascending) {
    for (let i = 0; i < of.length; i++) of[i] = i;
    return { ids: given, of };
  }
  const ids = [...new Set(given)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = new Map(ids.map((id, i) => [id, i]));
  for (let i = 0; i < of.length; i++) of[i] = place.get(given[i]!)!;
  return { ids, of };
}

const INSERTION_LIMIT = 48;

function sortSlice(day: Int32Array, amount: Float64Array | null, from: number, to: number): void {
  if (to - from > INSERTION_LIMIT) {
    sortLongSlice(day, amount, from, to);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const d = day[i]!;
    const a = amount === null ? 0 : amount[i]!;
    let j = i - 1;
    while (j >= from && (day[j]! > d || (day[j] === d && amount !== null && amount[j]! < a))) {
      day[j + 1] = day[j]!;
      if (amount !== null) amount[j + 1] = amount[j]!;
      j--;
    }
    day[j + 1] = d;
    if (amount !== null) amount[j + 1] = a;
  }
}

function sortLongSlice(day: Int32Array, amount: Float64Array | null, from: number, to: number): void {
  if (amount === null) {
    day.subarray(from, to).sort();
    return;
  }
  const order = Array.from({ length: to - from }, (_, i) => from + i);
  order.sort((a, b) => day[a]! - day[b]! || amount[b]! - amount[a]!);
  const days = order.map((row) => day[row]!);
  const amounts = order.map((row) => amount[row]!);
  day.set(days, from);
  amount.set(amounts, from);
}
