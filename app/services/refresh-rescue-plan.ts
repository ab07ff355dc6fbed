import { readModelRun } from '~/data/model-runs/read-current-model-run';
import { readShop } from '~/data/shops/find-shop';
import type { JobPayload } from '~/jobs/catalog';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { writePassPlan } from './rescues/write-pass-plan';
import { CLV_SCHEMA_VERSION, clvResultSchema } from './stored-results';

/** What rescues are calculated with has changed: has the recommendation of the pass that pages read redone. */
export async function refreshRescuePlan({ queue }: ServiceContext, shopId: string): Promise<void> {
  await queue.enqueue('plan-rescue', { shopId });
}

/** The job behind it. A pass that ends meanwhile brings a recommendation of its own. */
export async function planRescueAgain(
  context: ServiceContext,
  { shopId }: JobPayload<'plan-rescue'>,
  { signal }: JobContext,
): Promise<void> {
  const { db } = context;
  const shop = await readShop(db, shopId);
  if (shop?.status !== 'active' || shop.currentRunId === null) return;
  const stored = await readModelRun(db, shopId, shop.currentRunId, 'clv');
  if (stored?.schemaVersion !== CLV_SCHEMA_VERSION) return;
  await writePassPlan(context, shop, shop.currentRunId, clvResultSchema.parse(stored.result), signal);
}
