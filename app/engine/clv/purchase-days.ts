/** The purchases of one customer after merging and refunds: one entry a day, ascending. Buffers are reused. */
export interface PurchaseDays {
  count: number;
  day: Int32Array;
  /** Net amount of the day in currency units. */
  net: Float64Array;
  /** Amount of refunds that found no earlier order to reduce. */
  unmatchedRefund: number;
  /** Days whose orders added up to nothing and were not counted. */
  emptyDays: number;
}

export function createPurchaseDays(): PurchaseDays {
  return { count: 0, day: new Int32Array(64), net: new Float64Array(64), unmatchedRefund: 0, emptyDays: 0 };
}

/** Amounts below this share of a currency unit are rounding, not money. */
const ROUNDING = 1e-9;

/**
 * Turns the rows of one customer into purchases: orders of one day are one purchase; a refund reduces the nearest
 * earlier day that still holds money (its own day first) and its rest the one before; a day that nets to nothing is
 * no purchase.
 *
 * @param day ascending days of the rows; on one day, amounts descending, so that refunds come after their orders
 * @param amount amounts in the same order, or `null` when the source has none: every row is then a purchase of 1
 * @param countFreeOrders a day of free orders is a purchase too (the convention of the CDNOW papers); a day whose
 * money was all returned is not
 */
export function mergePurchaseDays(
  out: PurchaseDays,
  day: ArrayLike<number>,
  amount: ArrayLike<number> | null,
  from: number,
  to: number,
  countFreeOrders: boolean,
): void {
  reserve(out, to - from);
  out.unmatchedRefund = 0;
  out.emptyDays = 0;
  let days = 0;
  // Days with a refund are told apart from free ones by a net of -1 once the money is gone.
  for (let row = from; row < to; row++) {
    const value = amount === null ? 1 : amount[row]!;
    if (value < 0) {
      out.unmatchedRefund += refund(out, days, -value);
      continue;
    }
    if (days > 0 && out.day[days - 1] === day[row]) {
      out.net[days - 1] = amount === null ? 1 : Math.max(0, out.net[days - 1]!) + value;
    } else {
      out.day[days] = day[row]!;
      out.net[days] = value;
      days++;
    }
  }
  let kept = 0;
  for (let i = 0; i < days; i++) {
    const net = out.net[i]!;
    if (net > ROUNDING || (countFreeOrders && net >= 0)) {
      out.day[kept] = out.day[i]!;
      out.net[kept] = Math.max(0, net);
      kept++;
    } else {
      out.emptyDays++;
    }
  }
  out.count = kept;
}

const ALL_RETURNED = -1;

/** @returns what is left of the refund when no earlier day holds money any more */
function refund(out: PurchaseDays, days: number, amount: number): number {
  let left = amount;
  for (let i = days - 1; i >= 0 && left > ROUNDING; i--) {
    const net = out.net[i]!;
    if (net <= 0) continue;
    const taken = Math.min(net, left);
    left -= taken;
    out.net[i] = net - taken > ROUNDING ? net - taken : ALL_RETURNED;
  }
  return left > ROUNDING ? left : 0;
}

function reserve(out: PurchaseDays, size: number): void {
  if (out.day.length >= size) return;
  out.day = new Int32Array(size * 2);
  out.net = new Float64Array(size * 2);
}
