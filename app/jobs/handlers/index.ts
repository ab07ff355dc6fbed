import { applyChanges } from '~/services/apply-changes';
import { comply } from '~/services/comply';
import type { ServiceContext } from '~/services/context';
import { ingestOrders } from '~/services/ingest-orders';
import { planRescueAgain } from '~/services/refresh-rescue-plan';
import { reconcileOrders } from '~/services/reconcile-orders';
import { createRescueCodes } from '~/services/rescues/create-codes';
import { prepareRescue } from '~/services/rescues/prepare-rescue';
import { undoRescueCodes } from '~/services/rescues/undo-rescue';
import { runClv } from '~/services/run-clv';
import { startPipeline } from '~/services/start-pipeline';
import { writeInsights } from '~/services/write-insights';
import type { JobHandlers } from '../queue';

/** Which use case does which job. */
export function createHandlers(context: ServiceContext): JobHandlers {
  return {
    'start-pipeline': async (payload) => {
      await startPipeline(context, payload);
    },
    'ingest-orders': (payload, job) => ingestOrders(context, payload, job),
    'fit-clv': (payload, job) => runClv(context, payload, job),
    'write-insights': (payload, job) => writeInsights(context, payload, job),
    'drain-changes': (payload, job) => applyChanges(context, payload, job),
    'reconcile-orders': (payload, job) => reconcileOrders(context, payload, job),
    'prepare-rescue': (payload, job) => prepareRescue(context, payload, job),
    'create-rescue': (payload, job) => createRescueCodes(context, payload, job),
    'undo-rescue': (payload, job) => undoRescueCodes(context, payload, job),
    'plan-rescue': (payload, job) => planRescueAgain(context, payload, job),
    comply: (payload) => comply(context, payload),
  };
}
