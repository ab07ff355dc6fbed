import type { CustomerForecast, CustomerPrediction } from '../../app/data/model-runs/customer-prediction';
import { isoDay } from '../../app/domain/iso-day';

/** Figures that differ from each other: one in the place of another shows. */
export function storedForecast(changes: Partial<CustomerForecast> = {}): CustomerForecast {
  return {
    pAlive: 0.1 + 0.2,
    pBuy30: 0.25,
    pBuy30Low: 0.21,
    pBuy30High: 0.29,
    pBuy90: 0.5,
    pBuy90Low: 0.44,
    pBuy90High: 0.56,
    pBuy365: 0.75,
    pBuy365Low: 0.7,
    pBuy365High: 0.79,
    churn: 0.51,
    churnLow: 0.43,
    churnHigh: 0.57,
    expectedPurchases30: 0.3,
    expectedPurchases30Low: 0,
    expectedPurchases30High: 1,
    expectedPurchases90: 0.8,
    expectedPurchases90Low: 0,
    expectedPurchases90High: 2,
    expectedPurchases365: 1.5,
    expectedPurchases365Low: 0,
    expectedPurchases365High: 4,
    expectedOrderValue: 26,
    expectedOrderValueLow: 22.5,
    expectedOrderValueHigh: 30.125,
    clv: 39,
    clvLow: 0,
    clvHigh: 104,
    clv12m: 38.5,
    clv12mLow: 0,
    clv12mHigh: 101,
    marginClv12m: 15.4,
    moneyAtRisk: 19.25,
    dropShare: 0.35,
    nextOrderP50Days: 40.2,
    nextOrderP80Days: 120,
    nextOrderP95Days: 3_650,
    reasons: [
      { code: 'overdue', values: { days: 60, usualGapDays: 30.5, times: 2 } },
      { code: 'rare', values: { orders: 3, perYear: 1.5 } },
    ],
    ...changes,
  };
}

export function storedPrediction(changes: Partial<CustomerPrediction> = {}): CustomerPrediction {
  return {
    customerId: '501',
    alias: 'A91F2',
    frequency: 2,
    recencyDays: 60,
    ageDays: 90,
    ordersCounted: 3,
    lastOrderDay: isoDay('2026-02-01'),
    medianGapDays: 30.5,
    monetaryValue: 25.125,
    leaving: true,
    setAside: false,
    segment: 'standard',
    forecast: storedForecast(),
    rescueGain: null,
    ...changes,
  };
}
