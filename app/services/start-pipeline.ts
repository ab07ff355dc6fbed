import { appendAudit } from '~/data/logs/audit-log';
import { createRun } from '~/data/pipeline/create-run';
import { readShop } from '~/data/shops/find-shop';
import { localDay } from '~/domain/iso-day';
import type { JobPayload } from '~/jobs/catalog';
import type { ServiceContext } from './context';
import { STEPS } from './pipeline';

export interface StartedRun {
  readonly runId: string;
  readonly alreadyRunning: boolean;
}

/** Opens a pass, or finds the one that is running, and makes sure that its first step is in the queue. */
export async function startPipeline(
  { db, queue, clock }: ServiceContext,
  { shopId, trigger }: JobPayload<'start-pipeline'>,
): Promise<StartedRun | null> {
  const shop = await readShop(db, shopId);
  if (shop?.status !== 'active') return null;
  const now = clock.now();
  const { run, created } = await createRun(db, shopId, {
    trigger,
    analysisDay: localDay(now, shop.timeZone),
    steps: STEPS,
    at: now,
  });
  await queue.enqueue('ingest-orders', { shopId, runId: run.id });
  return { runId: run.id, alreadyRunning: !created };
}

/** The merchant's own "recalculate now". */
export async function startPipelineByHand(
  context: ServiceContext,
  shopId: string,
  actor: string,
): Promise<StartedRun> {
  const started = await startPipeline(context, { shopId, trigger: 'manual' });
  if (!started) throw new Error(`shop ${shopId} is not active`);
  if (!started.alreadyRunning) {
    const at = context.clock.now();
    await appendAudit(context.db, shopId, {
      at,
      actor,
      action: 'pipeline.start',
      subject: started.runId,
      detail: {},
    });
  }
  return started;
}
