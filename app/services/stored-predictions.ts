import type { CustomerPrediction as StoredPrediction } from '~/data/model-runs/customer-prediction';
import type { CustomerPrediction, CustomerValuation, RankedCustomer } from '~/engine/clv/customer-valuation';
import { isOverdue } from './stored-results';

/** The customers of a valuation as they are stored, one at a time; what rules cannot say is null. */
export function* storedPredictions(valuation: CustomerValuation): Generator<StoredPrediction> {
  if (valuation.status === 'empty') return;
  for (const customer of valuation.customers) {
    yield {
      ...storedHistory(customer),
      ...('pBuy' in customer ? storedForecast(customer) : storedRank(customer)),
    };
  }
}

function storedHistory(customer: CustomerPrediction | RankedCustomer) {
  return {
    customerId: customer.customerId,
    frequency: customer.frequency,
    recencyDays: customer.recency,
    ageDays: customer.T,
    ordersCounted: customer.ordersCounted,
    lastOrderDay: customer.lastOrderDay,
    medianGapDays: customer.medianGapDays,
    monetaryValue: customer.monetaryValue,
    segment: customer.segment,
  };
}

function storedForecast(customer: CustomerPrediction) {
  return {
    pAlive: customer.pAlive,
    pBuy90: customer.pBuy90,
    pBuy: customer.pBuy,
    churn: customer.churn,
    expectedPurchases: customer.expectedPurchases,
    expectedPurchasesLow: customer.expectedPurchasesLow,
    expectedPurchasesHigh: customer.expectedPurchasesHigh,
    expectedOrderValue: customer.expectedOrderValue,
    clv: customer.clv,
    clvLow: customer.clvLow,
    clvHigh: customer.clvHigh,
    clv12m: customer.clv12m,
    moneyAtRisk: customer.moneyAtRisk,
    leaving: customer.leaving,
    nextOrderP50Days: customer.nextOrder.p50,
    nextOrderP80Days: customer.nextOrder.p80,
  };
}

function storedRank(customer: RankedCustomer) {
  return { ...NO_FORECAST, leaving: isOverdue(customer) };
}

const NO_FORECAST = {
  pAlive: null,
  pBuy90: null,
  pBuy: null,
  churn: null,
  expectedPurchases: null,
  expectedPurchasesLow: null,
  expectedPurchasesHigh: null,
  expectedOrderValue: null,
  clv: null,
  clvLow: null,
  clvHigh: null,
  clv12m: null,
  moneyAtRisk: null,
  nextOrderP50Days: null,
  nextOrderP80Days: null,
} as const;
