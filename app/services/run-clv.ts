import { saveModelRun } from '~/data/model-runs/save-model-run';
import type { CustomerPrediction as StoredPrediction } from '~/data/model-runs/customer-prediction';
import { orderTotals } from '~/data/orders/order-totals';
import { readOrderColumns } from '~/data/orders/read-order-columns';
import { readRun } from '~/data/pipeline/create-run';
import { readShop } from '~/data/shops/find-shop';
import { minorUnitDigits } from '~/domain/money';
import type { CustomerPrediction, CustomerValuation, RankedCustomer } from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { runStep, type StepInput } from './pipeline';
import { CLV_SCHEMA_VERSION, isOverdue, toClvResult } from './stored-results';

/** A fit is repeatable: same orders, same day, same seed, same bytes. The command's default seed is the same. */
const SEED = 1;
const HORIZON_DAYS = 365;

/** Second step of a pass: fits the retention model on the sales and stores what it says of the shop and each customer. */
export async function runClv(context: ServiceContext, input: StepInput, job: JobContext): Promise<void> {
  await runStep(context, input, 'clv', job, async (report) => {
    const { db, clock } = context;
    const { shopId, runId } = input;
    const [shop, run] = await Promise.all([readShop(db, shopId), readRun(db, shopId, runId)]);
    if (!shop || !run) return;
    report(0.05, { phase: 'reading' });
    // Read before the orders: a change that comes in between makes the date too early, never too late.
    const { newestChange } = await orderTotals(db, shopId);
    const orders = await readOrders(context, shopId, shop.currency);
    report(0.3, { phase: 'fitting', orders: orders.day.length, customers: orders.customerIds.length });
    const valuation = await context.valueCustomers(
      { orders, now: run.analysisDay, horizonDays: HORIZON_DAYS, seed: SEED },
      job.signal,
    );
    const customers = valuation.status === 'empty' ? [] : valuation.customers;
    report(0.7, { phase: 'storing', customers: customers.length });
    await saveModelRun(
      db,
      shopId,
      {
        pipelineRunId: runId,
        kind: 'clv',
        schemaVersion: CLV_SCHEMA_VERSION,
        engineVersion: valuation.engineVersion,
        seed: SEED,
        dataCutoff: newestChange === null ? clock.now() : new Date(newestChange),
        result: toClvResult(valuation),
        at: clock.now(),
      },
      storedPredictions(valuation),
    );
  });
}

async function readOrders({ db }: ServiceContext, shopId: string, currency: string): Promise<OrderColumns> {
  const { minor, ...columns } = await readOrderColumns(db, shopId);
  const perUnit = 10 ** minorUnitDigits(currency);
  return { ...columns, revenue: minor.map((amount) => amount / perUnit) };
}

function* storedPredictions(valuation: CustomerValuation): Generator<StoredPrediction> {
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
