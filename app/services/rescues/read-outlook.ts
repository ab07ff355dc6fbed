import { readRescuePlan } from '~/data/rescue/rescue-plan';
import type { ServiceContext } from '../context';
import type { RescueOutlookView } from '../views/rescue-outlook-view';
import { toOutlookView } from './rescue-views';
import { RESCUE_PLAN_SCHEMA_VERSION, rescuePlanSchema } from './stored-rescue';

/** What a pass recommends; null where rules answer, and while it has not been worked out. */
export async function readOutlook(
  { db }: ServiceContext,
  shopId: string,
  runId: string,
): Promise<RescueOutlookView | null> {
  const stored = await readRescuePlan(db, shopId, runId);
  if (stored?.schemaVersion !== RESCUE_PLAN_SCHEMA_VERSION) return null;
  return toOutlookView(rescuePlanSchema.parse(stored.result));
}
