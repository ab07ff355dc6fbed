import type { StandinOrder } from './shop-state';

/** What discounts took off at the checkout, in minor units of the shop's currency. */
export function discountMinor({ discounts }: StandinOrder): bigint {
  return discounts.reduce((sum, { minor }) => sum + minor, 0n);
}

/** What they still take off the goods that were not returned: the same share of the discount as of the total. */
export function currentDiscountMinor(entry: StandinOrder, currentTotalMinor: bigint): bigint {
  const total = entry.shop.minor(entry.order.total);
  if (total === 0n) return entry.order.cancelledAt === null ? discountMinor(entry) : 0n;
  return rounded(discountMinor(entry) * currentTotalMinor, total);
}

/** A line's part of the order's discounts, by what the lines cost; the last line takes what rounding leaves. */
export function lineDiscountMinor(entry: StandinOrder, index: number): bigint {
  const { lines } = entry.order;
  const totals = lines.map(({ total }) => entry.shop.minor(total));
  const all = totals.reduce((sum, minor) => sum + minor, 0n);
  const upTo = (count: number): bigint => {
    if (count >= lines.length) return discountMinor(entry);
    const before = totals.slice(0, count).reduce((sum, minor) => sum + minor, 0n);
    return all === 0n ? 0n : rounded(discountMinor(entry) * before, all);
  };
  return upTo(index + 1) - upTo(index);
}

/** Of amounts that are not negative. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
