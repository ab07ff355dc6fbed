import { noteCampaignError } from '~/data/rescue/move-campaign';
import { listCampaigns, readCampaign } from '~/data/rescue/read-campaigns';
import { isAtWork, STATUSES_AT_WORK, type StatusAtWork } from '~/domain/rescue-status';
import { QueueUnavailableError } from '~/jobs/queue';
import type { ServiceContext } from '../context';

/** The job that takes a rescue on. */
const STEPS = {
  checking: 'prepare-rescue',
  creating: 'create-rescue',
  undoing: 'undo-rescue',
} as const satisfies Record<StatusAtWork, string>;

const MOST_RESUMED = 100;

/**
 * Asks for the job that a rescue waits for. While the queue is away the rescue says so and keeps its status: what the
 * merchant decided is stored, and whoever looks at the rescue next, or the next pass, asks again.
 */
export async function enqueueStep(
  { db, queue, log }: ServiceContext,
  shopId: string,
  campaignId: string,
  status: StatusAtWork,
): Promise<void> {
  try {
    await queue.enqueue(STEPS[status], { shopId, campaignId });
  } catch (error) {
    if (!(error instanceof QueueUnavailableError)) throw error;
    log.warn({ shopId, campaignId, status, err: error }, 'rescue waits for the queue');
    await noteCampaignError(db, shopId, campaignId, { status, errorCode: 'queue-unavailable' });
  }
}

/**
 * Asks again for the job of a rescue that waits for one: the first request is lost when the process that stored the status
 * dies before it has queued. While the job is there, this changes nothing.
 */
export async function resumeRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
): Promise<void> {
  const campaign = await readCampaign(context.db, shopId, campaignId);
  if (campaign && isAtWork(campaign.status)) await enqueueStep(context, shopId, campaignId, campaign.status);
}

/** The same for every rescue of a shop, also those that nobody looks at. */
export async function resumeRescues(context: ServiceContext, shopId: string): Promise<void> {
  const statuses = STATUSES_AT_WORK;
  const found = await listCampaigns(context.db, shopId, { statuses, limit: MOST_RESUMED });
  for (const { id } of found) await resumeRescue(context, shopId, id);
}
