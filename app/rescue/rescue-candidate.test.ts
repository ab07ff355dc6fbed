import { describe, expect, it } from 'vitest';
import { valueCustomers } from '~/engine/clv/value-customers';
import { simulateRetentionShop } from '~/engine/simulate/simulate-retention-shop';
import { outcomeWindowDays } from './outcome-window';
import { rescueCandidate } from './rescue-candidate';

describe('outcomeWindowDays', () => {
  it("is the customer's own gap, 30 days at least and 90 at most", () => {
    expect([12, 47.6, 300].map((gap) => outcomeWindowDays(gap, 60))).toEqual([30, 48, 90]);
  });

  it("takes the shop's gap for who has none, and 30 days where nobody has one", () => {
    expect(outcomeWindowDays(null, 55)).toBe(55);
    expect(outcomeWindowDays(null, null)).toBe(30);
  });
});

describe('rescueCandidate of a simulated shop', () => {
  const { orders, now, truth } = simulateRetentionShop('mbg-nbd', {
    seed: 5,
    customers: 3000,
    historyDays: 730,
    futureDays: 90,
  });
  const valuation = valueCustomers({ orders, now, horizonDays: 365, seed: 1, backtest: false });
  if (valuation.status !== 'fitted') throw new Error('the shop has no fit');
  const { chosen, params } = valuation.model;
  const { customers } = valuation;
  const candidates = customers.map((one) =>
    rescueCandidate(one, { name: chosen, params }, valuation.totals.medianGapDays),
  );

  it('expects as many buyers as come in 90 days, within 4 standard errors and 5 % for the fit', () => {
    const bought = new Map(orders.customerIds.map((id, i) => [id, (truth.futurePurchases[i] ?? 0) > 0]));
    const chances = customers.map((one) =>
      rescueCandidate({ ...one, medianGapDays: 90 }, { name: chosen, params }, null),
    );
    const expected = chances.reduce((sum, { baseline }) => sum + baseline, 0);
    const variance = chances.reduce((sum, { baseline }) => sum + baseline * (1 - baseline), 0);
    const actual = chances.filter(({ customerId }) => bought.get(customerId)).length;
    expect(Math.abs(actual - expected)).toBeLessThan(4 * Math.sqrt(variance) + 0.05 * expected);
  });

  it('values a customer who is back as right after an order: never below today, finite', () => {
    candidates.forEach(({ valueOnceBack }, i) => {
      expect(Number.isFinite(valueOnceBack)).toBe(true);
      expect(valueOnceBack).toBeGreaterThanOrEqual((customers[i]?.clv12m ?? 0) * (1 - 1e-12));
    });
  });

  it('has nothing left to scale for who has lost all value', () => {
    const [first] = customers;
    if (!first) throw new Error('the shop has no customers');
    const gone = rescueCandidate({ ...first, drop: 1, clv12m: 0 }, { name: chosen, params }, null);
    expect(gone.valueOnceBack).toBe(0);
  });
});
