import type { NewForecast } from '~/data/forecasts/forecast';
import { setDownForecast } from '~/data/forecasts/set-down-forecast';
import { appendActivity } from '~/data/logs/activity-log';
import { readModelRun } from '~/data/model-runs/read-current-model-run';
import { settlePredictions } from '~/data/model-runs/settle-predictions';
import { saveModelRun } from '~/data/model-runs/save-model-run';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { setCurrentRun } from '~/data/shops/update-shop';
import { isoDay } from '~/domain/iso-day';
import { REQUIRED_REPEAT_CUSTOMERS } from '~/engine/clv/data-verdicts';
import { decide } from '~/insights/decision';
import { dataNotices } from '~/insights/data-notices';
import type { JobContext } from '~/jobs/queue';
import { buildTrustView } from './build-trust-view';
import type { ServiceContext } from './context';
import { runStep, type StepInput } from './pipeline';
import { resumeRescues } from './rescues/enqueue-step';
import { measureRescues } from './rescues/measure-rescues';
import { writePassPlan } from './rescues/write-pass-plan';
import { scoreForecasts } from './score-forecasts';
import {
  CLV_SCHEMA_VERSION,
  clvResultSchema,
  INSIGHTS_SCHEMA_VERSION,
  type ClvResult,
  type InsightsResult,
} from './stored-results';
import { tidyUp } from './tidy-up';
import type { TrustView } from './views/trust-view';

/**
 * Last step of a pass: measures what rescues have brought, turns stored results into the dashboard's decision and the next
 * recommendation, and makes the whole pass the one that pages
 * read. Until that one statement they read the pass before.
 */
export async function writeInsights(
  context: ServiceContext,
  input: StepInput,
  job: JobContext,
): Promise<void> {
  await runStep(context, input, 'insights', job, async (report) => {
    const { db, clock } = context;
    const { shopId, runId } = input;
    report(null, { phase: 'writing' });
    const [shop, clvRun] = await Promise.all([readShop(db, shopId), readModelRun(db, shopId, runId, 'clv')]);
    // A fit that an earlier release stored just before an update cannot be read: the next pass makes another.
    if (!shop || clvRun?.schemaVersion !== CLV_SCHEMA_VERSION) {
      throw new Error(`run ${runId} has no fit to write about`);
    }
    const clv = clvResultSchema.parse(clvRun.result);
    // Before the recommendation: what rescues have brought decides what is recommended next.
    await measureRescues(context, shop);
    await resumeRescues(context, shopId);
    await writePassPlan(context, shop, runId, clv, job.signal);
    const forecasts = await scoreForecasts(context, shop, isoDay(clv.now));
    // Pages are slower for some minutes without it: no reason to lose a pass.
    await settlePredictions(db).catch((err: unknown) =>
      context.log.warn({ shopId, err }, 'rows not settled'),
    );
    const at = clock.now();
    const trust = buildTrustView(clv, forecasts);
    const result = insightsOf(shop, clv, trust, clvRun.dataCutoff, at);
    await saveModelRun(db, shopId, {
      pipelineRunId: runId,
      kind: 'insights',
      schemaVersion: INSIGHTS_SCHEMA_VERSION,
      engineVersion: clvRun.engineVersion,
      seed: clvRun.seed,
      dataCutoff: new Date(clvRun.dataCutoff),
      result: () => result,
      at,
    });
    const forecast = forecastOf(clv, runId, clvRun.engineVersion, at);
    await setCurrentRun(db, shopId, runId, async (client) => {
      if (forecast !== null) await setDownForecast(client, shopId, forecast);
    });
    await tidyUp(context, shopId);
    await appendActivity(db, shopId, {
      at,
      tone: clv.status === 'fitted' ? 'success' : 'info',
      key: clv.status === 'fitted' ? 'fit-finished' : 'fit-too-early',
      values: { customers: clv.totals?.customers ?? 0 },
    });
  });
}

/** What the pass says of the next 90 days; null where rules answer. */
function forecastOf(clv: ClvResult, runId: string, engineVersion: string, at: Date): NewForecast | null {
  const { expectedPurchases90, expectedBuyers90, expectedRevenue90 } = clv.totals ?? {};
  if (clv.model === null || !expectedPurchases90 || !expectedBuyers90 || !expectedRevenue90) return null;
  return {
    pipelineRunId: runId,
    madeOn: isoDay(clv.now),
    engineVersion,
    model: clv.model.chosen,
    expectedPurchases: expectedPurchases90,
    expectedBuyers: expectedBuyers90,
    expectedRevenue: expectedRevenue90,
    at,
  };
}

function insightsOf(
  shop: Shop,
  clv: ClvResult,
  trust: TrustView | null,
  dataCutoff: string,
  at: Date,
): Omit<InsightsResult, 'trust'> & { readonly trust: TrustView | null } {
  return {
    analysisDay: clv.now,
    dataCutoff,
    computedAt: at.toISOString(),
    decision: decide({
      status: clv.status,
      customers: clv.totals?.customers ?? 0,
      repeatCustomers: clv.totals?.repeatCustomers ?? 0,
      requiredRepeatCustomers: REQUIRED_REPEAT_CUSTOMERS,
      historyDays: clv.totals?.historyDays ?? 0,
      leaving: clv.leaving,
      leavingAtRisk: clv.leavingAtRisk,
      overdueCustomers: clv.overdueCustomers,
    }),
    moneyAtRisk: clv.moneyAtRisk,
    expected12m: clv.totals?.revenue12m ?? null,
    segments: clv.segments,
    trust,
    customerForecasts:
      clv.model === null || clv.intervalLevel === null
        ? null
        : {
            model: clv.model.chosen,
            churnWindowDays: clv.model.churnWindowDays,
            intervalLevel: clv.intervalLevel,
          },
    basis: {
      ...clv.sales,
      purchases: clv.totals?.purchases ?? 0,
      customersModelled: clv.totals?.customers ?? 0,
      model: clv.model?.chosen ?? null,
    },
    notices: dataNotices(clv.verdicts, shop.grantedScopes),
  };
}
