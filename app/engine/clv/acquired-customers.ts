import type { OrderColumns } from './order-columns';
import { createPurchaseDays, mergePurchaseDays, type PurchaseDays } from './purchase-days';
import { sortRowsByCustomer, type CustomerRows } from './sort-rows';
import { robustScale } from './wholesale';

/** Where each row of an {@link OrderColumns} came from. */
export interface RowChannels {
  /** Distinct names, in any order. */
  readonly names: readonly string[];
  /** Of each row: index into `names`; -1 where the source does not say. */
  readonly ofRow: Int32Array;
}

/** A customer's first year is watched in steps of so many days: 73 of them are 365. */
export const STEP_DAYS = 5;
export const STEPS = 73;

/**
 * Customers with where they came from and what they bought in their first year, one entry each; purchases after the
 * first stand side by side, those of customer `i` from `start[i]` to `start[i + 1]`.
 */
export interface AcquiredCustomers {
  /** Sorted. */
  readonly names: readonly string[];
  /** Index into `names`; -1 for customers of unknown origin. */
  readonly channel: Int32Array;
  /** Net value of the first purchase, currency units. */
  readonly firstValue: Float64Array;
  /** Steps of the first year that have been watched whole, 0 to 73. */
  readonly watched: Int32Array;
  readonly start: Int32Array;
  /** Step of each later purchase, below `watched` of its customer. */
  readonly step: Int32Array;
  readonly value: Float64Array;
}

export interface AcquisitionInput {
  readonly orders: OrderColumns;
  readonly channels: RowChannels;
  /** Days since 1970-01-01; later rows are ignored. */
  readonly nowDay: number;
  /** Only customers who came in so many days up to the analysis date. */
  readonly windowDays: number;
  readonly countFreeOrders: boolean;
}

/** Robust standard deviations above the median of the logarithm from which a first order is no household's. */
const BIG_FIRST_ORDER = 3.5;
/** More than this share is a second clientele, not outliers. */
const LARGEST_SHARE = 0.05;

/**
 * The customers who came in the window, by the channel of their first order: what a row of their first purchase day,
 * or of an order before it that was returned, says. A later order's channel brought nobody. Where two rows of the day
 * differ, the name that sorts first counts, so that the order of the rows does not matter.
 *
 * Wholesale buyers are told by the first order alone: to leave out who bought much later on would take the best
 * customers of the best channels away (a bias of 5 % in the simulated shop's most loyal channel).
 */
export function acquiredCustomers(input: AcquisitionInput): AcquiredCustomers {
  const { orders, channels, nowDay, windowDays, countFreeOrders } = input;
  const names = [...channels.names].sort((a, b) => (a < b ? -1 : 1));
  const rows = sortRowsByCustomer(orders, nowDay);
  const came = firstChannels(orders, channels, names);
  const channel: number[] = [];
  const firstValue: number[] = [];
  const watched: number[] = [];
  const start = [0];
  const step: number[] = [];
  const value: number[] = [];
  const merged = createPurchaseDays();
  const biggest = biggestFirstOrder(rows, merged, countFreeOrders);
  rows.customerIds.forEach((id, i) => {
    if (rows.olderThanData?.[i] === 1) return;
    mergePurchaseDays(merged, rows.day, rows.amount, rows.start[i]!, rows.start[i + 1]!, countFreeOrders);
    const first = merged.day[0]!;
    if (merged.count === 0 || nowDay - first >= windowDays || merged.net[0]! > biggest) return;
    const whole = Math.min(STEPS, Math.floor((nowDay - first) / STEP_DAYS));
    for (let k = 1; k < merged.count; k++) {
      // A year after the first purchase is day 365; the day of the purchase itself is day 0.
      const at = Math.floor((merged.day[k]! - first - 1) / STEP_DAYS);
      if (at >= whole) break;
      step.push(at);
      value.push(merged.net[k]!);
    }
    const from = came.get(id);
    channel.push(from !== undefined && from.day <= first ? from.channel : -1);
    firstValue.push(merged.net[0]!);
    watched.push(whole);
    start.push(step.length);
  });
  return {
    names,
    channel: Int32Array.from(channel),
    firstValue: Float64Array.from(firstValue),
    watched: Int32Array.from(watched),
    start: Int32Array.from(start),
    step: Int32Array.from(step),
    value: Float64Array.from(value),
  };
}

/** The first order from which a customer counts as wholesale; Infinity where nobody stands out, or too many do. */
function biggestFirstOrder(rows: CustomerRows, merged: PurchaseDays, countFreeOrders: boolean): number {
  const logs: number[] = [];
  for (let i = 0; i < rows.customerIds.length; i++) {
    mergePurchaseDays(merged, rows.day, rows.amount, rows.start[i]!, rows.start[i + 1]!, countFreeOrders);
    if (merged.count > 0 && merged.net[0]! > 0) logs.push(Math.log(merged.net[0]!));
  }
  if (logs.length === 0) return Infinity;
  const { centre, spread } = robustScale(Float64Array.from(logs));
  const limit = centre + BIG_FIRST_ORDER * spread;
  const above = logs.filter((log) => log > limit).length;
  return above > LARGEST_SHARE * logs.length ? Infinity : Math.exp(limit);
}

/** The earliest order of each customer that says where it came from. */
function firstChannels(
  { customerIds, customer, day, revenue }: OrderColumns,
  { names, ofRow }: RowChannels,
  sorted: readonly string[],
): ReadonlyMap<string, { day: number; channel: number }> {
  const place = new Map(sorted.map((name, i) => [name, i]));
  const index = names.map((name) => place.get(name)!);
  const found = new Map<string, { day: number; channel: number }>();
  for (let row = 0; row < ofRow.length; row++) {
    const id = customerIds[customer[row]!];
    const channel = index[ofRow[row]!];
    if (id === undefined || channel === undefined || (revenue !== null && !(revenue[row]! >= 0))) continue;
    const before = found.get(id);
    if (before === undefined) found.set(id, { day: day[row]!, channel });
    else if (day[row]! < before.day) [before.day, before.channel] = [day[row]!, channel];
    else if (day[row]! === before.day) before.channel = Math.min(before.channel, channel);
  }
  return found;
}
