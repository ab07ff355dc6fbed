import { describe, expect, test } from 'vitest';
import { createPurchaseDays, mergePurchaseDays } from './purchase-days';

function merge(rows: readonly (readonly [day: number, amount: number])[], countFreeOrders = false) {
  const out = createPurchaseDays();
  const days = rows.map(([day]) => day);
  const amounts = rows.map(([, amount]) => amount);
  mergePurchaseDays(out, days, amounts, 0, rows.length, countFreeOrders);
  return {
    purchases: Array.from({ length: out.count }, (_, i) => [out.day[i], out.net[i]]),
    unmatchedRefund: out.unmatchedRefund,
    emptyDays: out.emptyDays,
  };
}

describe('data rules: unit of frequency is the customer-day, net of refunds', () => {
  test('orders of one day are one purchase', () => {
    expect(
      merge([
        [1, 20],
        [1, 10],
        [3, 5],
      ]).purchases,
    ).toEqual([
      [1, 30],
      [3, 5],
    ]);
  });

  test('a refund reduces its own day first, else the nearest earlier order', () => {
    expect(
      merge([
        [1, 50],
        [5, 30],
        [5, -10],
        [9, -5],
      ]).purchases,
    ).toEqual([
      [1, 50],
      [5, 15],
    ]);
  });

  test('a refund larger than the nearest order takes the rest from the one before, so that no money is lost', () => {
    expect(
      merge([
        [1, 50],
        [5, 30],
        [6, -40],
      ]).purchases,
    ).toEqual([[1, 40]]);
  });

  test('a refund never reduces a later order; without an earlier one it is reported', () => {
    const merged = merge([
      [1, -20],
      [2, 30],
    ]);
    expect(merged.purchases).toEqual([[2, 30]]);
    expect(merged.unmatchedRefund).toBe(20);
  });

  test('a day that nets to nothing is no purchase, whether free or refunded', () => {
    const merged = merge([
      [1, 0],
      [2, 30],
      [3, 12],
      [4, -12],
    ]);
    expect(merged.purchases).toEqual([[2, 30]]);
    expect(merged.emptyDays).toBe(2);
  });

  test('counting free orders brings back free days, not refunded ones', () => {
    expect(
      merge(
        [
          [1, 0],
          [2, 30],
          [3, 12],
          [4, -12],
        ],
        true,
      ).purchases,
    ).toEqual([
      [1, 0],
      [2, 30],
    ]);
  });

  test('0.1 + 0.2 refunded as 0.3 leaves no purchase of 5e-17', () => {
    expect(
      merge([
        [1, 0.2],
        [1, 0.1],
        [2, -0.3],
      ]).purchases,
    ).toEqual([]);
  });

  test('a source without amounts makes every day with a row a purchase of 1', () => {
    const out = createPurchaseDays();
    mergePurchaseDays(out, [1, 1, 4], null, 0, 3, false);
    expect([out.count, out.net[0], out.net[1]]).toEqual([2, 1, 1]);
  });
});
