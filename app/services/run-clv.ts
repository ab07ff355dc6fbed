import { saveModelRun } from '~/data/model-runs/save-model-run';
import { orderTotals, type OrderTotals } from '~/data/orders/order-totals';
import { readRun } from '~/data/pipeline/create-run';
import { readShop } from '~/data/shops/find-shop';
import type { NewPrediction } from '~/data/model-runs/customer-prediction';
import { minorToUnits } from '~/domain/money';
import { summariseLeaving } from '~/insights/decision';
import type { ColumnValuation } from '~/engine/clv/value-customers';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { runStep, type StepInput } from './pipeline';
import { readShopOrders } from './read-shop-orders';
import { createSegmentSums, type SegmentSums } from './segment-sums';
import { storedPredictions } from './stored-predictions';
import { CLV_SCHEMA_VERSION, toClvResult, type SalesFacts } from './stored-results';

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
    const sales = await orderTotals(db, shopId);
    const orders = await readShopOrders(db, shopId, shop.currency);
    report(0.3, { phase: 'fitting', orders: orders.day.length, customers: orders.customerIds.length });
    const valuation = await context.valueCustomers(
      { orders, now: run.analysisDay, horizonDays: HORIZON_DAYS, seed: SEED },
      job.signal,
    );
    report(0.7, { phase: 'storing', customers: customersOf(valuation) });
    const leaving: number[] = [];
    const segments = createSegmentSums();
    await saveModelRun(
      db,
      shopId,
      {
        pipelineRunId: runId,
        kind: 'clv',
        schemaVersion: CLV_SCHEMA_VERSION,
        engineVersion: valuation.engineVersion,
        seed: SEED,
        dataCutoff: sales.newestChange === null ? clock.now() : new Date(sales.newestChange),
        result: () => ({
          ...toClvResult(valuation, salesFacts(sales, shop.currency), summariseLeaving(leaving)),
          segments: [...segments.all()],
        }),
        at: clock.now(),
      },
      summedUp(storedPredictions(shopId, valuation), leaving, segments),
    );
  });
}

function customersOf(valuation: ColumnValuation): number {
  if (valuation.status === 'empty') return 0;
  return valuation.status === 'rules' ? valuation.customers.length : valuation.columns.size;
}

/** Sums up in passing: a second walk over a million customers would cost as much as the first. */
function* summedUp(
  predictions: Iterable<NewPrediction>,
  moneyAtRisk: number[],
  segments: SegmentSums,
): Generator<NewPrediction> {
  for (const prediction of predictions) {
    segments.add(prediction);
    if (prediction.leaving && prediction.forecast !== null) moneyAtRisk.push(prediction.forecast.moneyAtRisk);
    yield prediction;
  }
}

/** What the merchant compares with Shopify, counted at the same time as the fit. */
function salesFacts(totals: OrderTotals, currency: string): SalesFacts {
  const { excluded } = totals;
  return {
    orders: totals.orders,
    customers: totals.customers,
    guestOrders: totals.guestOrders,
    revenue: minorToUnits(totals.netMinor, currency),
    firstDay: totals.firstDay,
    lastDay: totals.lastDay,
    excluded: {
      test: excluded.test,
      cancelled: excluded.cancelled,
      unpaid: excluded.unpaid,
      nothingPaid: excluded.refundedToZero,
    },
  };
}
