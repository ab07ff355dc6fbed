import { createPurchaseDays, mergePurchaseDays } from './purchase-days';
import { groupPurchases, type PurchaseGroups } from './purchase-groups';
import { endOfKnown, summarizeRows, type RfmSummary } from './rfm-summary';
import type { CustomerRows } from './sort-rows';
import { setAsideCustomers } from './set-aside';

/** A day in the shop's past: what was known then, and what every customer did in the window after it. */
export interface Origin {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly horizonDays: number;
  readonly repeatCustomers: number;
  readonly groups: PurchaseGroups;
  /** Places in the rows of the customers known on that day who shape the fit; the columns below follow them. */
  readonly customer: Int32Array;
  readonly daysSinceLast: Int32Array;
  /** Repeat purchases in the window of the same length before. */
  readonly lastWindow: Int32Array;
  /** Purchases in the window after, and whether there was one. */
  readonly purchases: Int32Array;
  readonly bought: Uint8Array;
}

/**
 * Looks back from `days`, each with the window of `horizonDays` after it. Every look sees the rows up to its day and no
 * later refund; a purchase counts in the window where it stands once the window has passed.
 * @param days most recent first, `horizonDays` apart, the first of them `horizonDays` before the analysis date
 */
export function lookBack(
  rows: CustomerRows,
  days: readonly number[],
  horizonDays: number,
  countFreeOrders: boolean,
): Origin[] {
  const origins: Origin[] = [];
  const summaryOn = (day: number): RfmSummary => summarizeRows(rows, day, countFreeOrders);
  let here = days.length === 0 ? null : summaryOn(days[0]!);
  for (const day of days) {
    const before = summaryOn(day - horizonDays);
    origins.push(originOf(rows, day, horizonDays, before, here!, countFreeOrders));
    here = before;
  }
  return origins;
}

function originOf(
  rows: CustomerRows,
  day: number,
  horizonDays: number,
  before: RfmSummary,
  here: RfmSummary,
  countFreeOrders: boolean,
): Origin {
  const { mask } = setAsideCustomers(here);
  const chosen = Int32Array.from(here.rowCustomer.keys()).filter((i) => mask[i] === 0);
  const pick = (column: Int32Array): Int32Array => chosen.map((i) => column[i]!);
  const frequency = pick(here.frequency);
  const recency = pick(here.recency);
  const age = pick(here.age);
  const customer = pick(here.rowCustomer);
  const purchases = purchasesAfter(rows, customer, day, day + horizonDays, countFreeOrders);
  return {
    day,
    horizonDays,
    repeatCustomers: here.shop.repeatCustomers,
    groups: groupPurchases(frequency, recency, age, {
      logGaps: Float64Array.from(chosen, (i) => here.logGaps[i]!),
    }),
    customer,
    daysSinceLast: age.map((days, i) => days - recency[i]!),
    lastWindow: repeatsSince(before, here, chosen),
    purchases,
    bought: Uint8Array.from(purchases, (count) => (count > 0 ? 1 : 0)),
  };
}

/**
 * Purchases after `day` up to `end` of each customer, as the rows tell them on that end. Counted one by one: a refund of
 * an older purchase takes that one away and none of these.
 */
function purchasesAfter(
  rows: CustomerRows,
  customer: Int32Array,
  day: number,
  end: number,
  countFreeOrders: boolean,
): Int32Array {
  const merged = createPurchaseDays();
  return customer.map((c) => {
    mergePurchaseDays(
      merged,
      rows.day,
      rows.amount,
      rows.start[c]!,
      endOfKnown(rows, c, end),
      countFreeOrders,
    );
    let count = 0;
    while (count < merged.count && merged.day[merged.count - 1 - count]! > day) count++;
    return count;
  });
}

/**
 * Repeat purchases since `earlier`: a first purchase makes a customer and is no repeat. Both summaries are in the order
 * of the rows: one walk joins them.
 */
function repeatsSince(earlier: RfmSummary, here: RfmSummary, chosen: Int32Array): Int32Array {
  let at = 0;
  return chosen.map((i) => {
    const customer = here.rowCustomer[i]!;
    while (at < earlier.rowCustomer.length && earlier.rowCustomer[at]! < customer) at++;
    const known = earlier.rowCustomer[at] === customer ? earlier.frequency[at]! : 0;
    return Math.max(0, here.frequency[i]! - known);
  });
}
