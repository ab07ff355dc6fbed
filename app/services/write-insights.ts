import { appendActivity } from '~/data/logs/activity-log';
import { readModelRun } from '~/data/model-runs/read-current-model-run';
import { saveModelRun } from '~/data/model-runs/save-model-run';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { setCurrentRun } from '~/data/shops/update-shop';
import { REQUIRED_REPEAT_CUSTOMERS } from '~/engine/clv/data-verdicts';
import { decide } from '~/insights/decision';
import { dataNotices } from '~/insights/data-notices';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { runStep, type StepInput } from './pipeline';
import {
  clvResultSchema,
  INSIGHTS_SCHEMA_VERSION,
  type ClvResult,
  type InsightsResult,
} from './stored-results';
import { tidyUp } from './tidy-up';

/**
 * Last step of a pass: turns stored results into the dashboard's decision and makes the whole pass the one that pages
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
    if (!shop || !clvRun) throw new Error(`run ${runId} has no fit to write about`);
    const clv = clvResultSchema.parse(clvRun.result);
    const at = clock.now();
    const result = insightsOf(shop, clv, clvRun.dataCutoff, at);
    await saveModelRun(db, shopId, {
      pipelineRunId: runId,
      kind: 'insights',
      schemaVersion: INSIGHTS_SCHEMA_VERSION,
      engineVersion: clvRun.engineVersion,
      seed: clvRun.seed,
      dataCutoff: new Date(clvRun.dataCutoff),
      result,
      at,
    });
    await setCurrentRun(db, shopId, runId);
    await tidyUp(context, shopId);
    await appendActivity(db, shopId, {
      at,
      tone: clv.status === 'fitted' ? 'success' : 'info',
      key: clv.status === 'fitted' ? 'fit-finished' : 'fit-too-early',
      values: { customers: clv.totals?.customers ?? 0 },
    });
  });
}

function insightsOf(shop: Shop, clv: ClvResult, dataCutoff: string, at: Date): InsightsResult {
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
    basis: {
      ...clv.sales,
      purchases: clv.totals?.purchases ?? 0,
      customersModelled: clv.totals?.customers ?? 0,
      model: clv.model?.chosen ?? null,
    },
    notices: dataNotices(clv.verdicts, shop.grantedScopes),
  };
}
