import { ConnectorError } from '~/connectors/contract';
import type { RescueCampaign } from '~/data/rescue/campaign';
import { moveCampaign, noteCampaignError } from '~/data/rescue/move-campaign';
import { readCampaign } from '~/data/rescue/read-campaigns';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import type { RescueStatus } from '~/domain/rescue-status';
import { PermanentJobError, type JobContext } from '~/jobs/queue';
import type { ServiceContext } from '../context';
import { failureCode, isInterrupted } from '../pipeline';

export interface CampaignJobInput {
  readonly shopId: string;
  readonly campaignId: string;
}

/**
 * Runs a job on a campaign that waits for it in `status`: one that does not (it was done, or given up) is left alone. A
 * failure is written where the merchant sees it, and after the last try the campaign is `givenUp`.
 * @throws PermanentJobError when no retry can help; any other error is retried by the queue
 */
export async function runCampaignJob(
  context: ServiceContext,
  { shopId, campaignId }: CampaignJobInput,
  job: JobContext,
  { status, givenUp }: { readonly status: RescueStatus; readonly givenUp: RescueStatus },
  work: (campaign: RescueCampaign, shop: Shop) => Promise<void>,
): Promise<void> {
  const { db, log } = context;
  const [campaign, shop] = await Promise.all([readCampaign(db, shopId, campaignId), readShop(db, shopId)]);
  if (campaign?.status !== status || shop?.status !== 'active') return;
  try {
    await work(campaign, shop);
  } catch (error) {
    if (isInterrupted(job)) throw error;
    const errorCode = failureCode(error);
    const hopeless = error instanceof ConnectorError && !error.retryable;
    const final = hopeless || job.lastAttempt || error instanceof PermanentJobError;
    log.warn({ shopId, campaignId, status, code: errorCode, final, err: error }, 'rescue job failed');
    if (final) await moveCampaign(db, shopId, campaignId, { from: [status], to: givenUp, errorCode });
    else await noteCampaignError(db, shopId, campaignId, { status, errorCode });
    throw hopeless
      ? new PermanentJobError(`rescue ${campaignId} cannot go on: ${errorCode}`, { cause: error })
      : error;
  }
}
