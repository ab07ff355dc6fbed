import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { customerAt } from '~/engine/clv/predict-customers';
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { customerAlias } from './customer-alias';
import { storedPredictions } from './stored-predictions';

/** Customers who buy every so many days, each at a pace of their own, some of whom stopped long ago. */
function valuation(customers: number, days: number) {
  const builder = createOrderColumnsBuilder();
  for (let customer = 0; customer < customers; customer += 1) {
    const last = customer % 3 === 0 ? days / 2 : days;
    for (let day = customer % 90; day < last; day += 20 + (customer % 50)) {
      builder.add(`c${customer}`, 20_000 + day, 1_000 + customer);
    }
  }
  return valueCustomerColumns({
    ...{ orders: builder.finish(100), now: isoDay('2026-01-01'), horizonDays: 365, seed: 1 },
  });
}

describe('storedPredictions', () => {
  it('takes every figure from where the engine has it, the horizon being the year', () => {
    const fitted = valuation(120, 454);
    if (fitted.status !== 'fitted') throw new Error(`the engine says ${fitted.status}`);
    const stored = [...storedPredictions('shop-1', fitted)];
    expect(stored).toHaveLength(fitted.columns.size);
    stored.forEach(({ forecast, ...history }, i) => {
      const { pBuy, expectedPurchases, expectedPurchasesLow, expectedPurchasesHigh, ...engine } = customerAt(
        fitted.columns,
        i,
      );
      const { nextOrder, drop, recency, T, firstOrderDay, daysSinceLastOrder, ...same } = engine;
      expect({ ...history, ...forecast }).toEqual({
        ...same,
        alias: customerAlias('shop-1', same.customerId),
        recencyDays: recency,
        ageDays: T,
        dropShare: drop,
        nextOrderP50Days: nextOrder.p50,
        nextOrderP80Days: nextOrder.p80,
        nextOrderP95Days: nextOrder.p95,
      });
      // Stored once: what the engine says of the horizon is what it says of 365 days.
      expect(forecast).toMatchObject({
        pBuy365: pBuy,
        expectedPurchases365: expectedPurchases,
        expectedPurchases365Low: expectedPurchasesLow,
        expectedPurchases365High: expectedPurchasesHigh,
      });
      expect([firstOrderDay <= history.lastOrderDay, daysSinceLastOrder >= 0]).toEqual([true, true]);
    });
  });

  it('makes a customer only when asked for: a million of them are never there at once', () => {
    const fitted = valuation(120, 454);
    if (fitted.status !== 'fitted') throw new Error(`the engine says ${fitted.status}`);
    let read = 0;
    const group = new Proxy(fitted.columns.group, {
      get: (target, key) => {
        read += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const predictions = storedPredictions('shop-1', { ...fitted, columns: { ...fitted.columns, group } });
    expect(read).toBe(0);
    predictions.next();
    predictions.next();
    expect(read).toBe(2);
  });

  it('says what rules say, and nothing that only a model could', () => {
    const rules = valuation(5, 200);
    expect(rules.status).toBe('rules');
    const stored = [...storedPredictions('shop-1', rules)];
    expect(stored).toHaveLength(5);
    for (const { forecast } of stored) expect(forecast).toBeNull();
    expect(stored.some(({ leaving }) => leaving)).toBe(true);
  });
});
