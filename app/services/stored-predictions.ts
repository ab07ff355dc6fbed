import type {
  CustomerForecast as StoredForecast,
  NewPrediction,
} from '~/data/model-runs/customer-prediction';
import type { CustomerHistory, CustomerPrediction } from '~/engine/clv/customer-valuation';
import { customerAt } from '~/engine/clv/predict-customers';
import type { ColumnValuation } from '~/engine/clv/value-customers';
import { customerAlias } from './customer-alias';
import { isOverdue } from './stored-results';

/**
 * The customers of a valuation as they are stored, made one at a time and only when asked for: a shop may have a
 * million of them. What rules cannot say is null.
 */
export function* storedPredictions(shopId: string, valuation: ColumnValuation): Generator<NewPrediction> {
  switch (valuation.status) {
    case 'empty':
      return;
    case 'rules':
      for (const customer of valuation.customers) {
        const { segment } = customer;
        yield { ...storedHistory(shopId, customer), segment, leaving: isOverdue(customer), forecast: null };
      }
      return;
    case 'fitted':
      for (let i = 0; i < valuation.columns.size; i++) {
        const customer = customerAt(valuation.columns, i);
        const { segment, leaving } = customer;
        yield { ...storedHistory(shopId, customer), segment, leaving, forecast: storedForecast(customer) };
      }
  }
}

function storedHistory(shopId: string, customer: CustomerHistory) {
  return {
    customerId: customer.customerId,
    alias: customerAlias(shopId, customer.customerId),
    frequency: customer.frequency,
    recencyDays: customer.recency,
    ageDays: customer.T,
    ordersCounted: customer.ordersCounted,
    lastOrderDay: customer.lastOrderDay,
    medianGapDays: customer.medianGapDays,
    monetaryValue: customer.monetaryValue,
    setAside: customer.setAside,
  };
}

function storedForecast(customer: CustomerPrediction): StoredForecast {
  return {
    pAlive: customer.pAlive,
    pBuy30: customer.pBuy30,
    pBuy30Low: customer.pBuy30Low,
    pBuy30High: customer.pBuy30High,
    pBuy90: customer.pBuy90,
    pBuy90Low: customer.pBuy90Low,
    pBuy90High: customer.pBuy90High,
    pBuy365: customer.pBuy365,
    pBuy365Low: customer.pBuy365Low,
    pBuy365High: customer.pBuy365High,
    churn: customer.churn,
    churnLow: customer.churnLow,
    churnHigh: customer.churnHigh,
    expectedPurchases30: customer.expectedPurchases30,
    expectedPurchases30Low: customer.expectedPurchases30Low,
    expectedPurchases30High: customer.expectedPurchases30High,
    expectedPurchases90: customer.expectedPurchases90,
    expectedPurchases90Low: customer.expectedPurchases90Low,
    expectedPurchases90High: customer.expectedPurchases90High,
    expectedPurchases365: customer.expectedPurchases365,
    expectedPurchases365Low: customer.expectedPurchases365Low,
    expectedPurchases365High: customer.expectedPurchases365High,
    expectedOrderValue: customer.expectedOrderValue,
    expectedOrderValueLow: customer.expectedOrderValueLow,
    expectedOrderValueHigh: customer.expectedOrderValueHigh,
    clv: customer.clv,
    clvLow: customer.clvLow,
    clvHigh: customer.clvHigh,
    clv12m: customer.clv12m,
    clv12mLow: customer.clv12mLow,
    clv12mHigh: customer.clv12mHigh,
    marginClv12m: customer.marginClv12m,
    moneyAtRisk: customer.moneyAtRisk,
    dropShare: customer.drop,
    nextOrderP50Days: customer.nextOrder.p50,
    nextOrderP80Days: customer.nextOrder.p80,
    nextOrderP95Days: customer.nextOrder.p95,
    reasons: customer.reasons,
  };
}
