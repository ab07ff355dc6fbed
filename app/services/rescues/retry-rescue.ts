import { moveCampaign } from '~/data/rescue/move-campaign';
import { readCampaign } from '~/data/rescue/read-campaigns';
import type { ServiceContext } from '../context';
import { enqueueStep } from './enqueue-step';

/** Takes a rescue that failed up again where it stopped. @returns false when it has not failed */
export async function retryRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
): Promise<boolean> {
  const { db } = context;
  const campaign = await readCampaign(db, shopId, campaignId);
  if (campaign?.status !== 'failed') return false;
  const to = campaign.confirmedAt === null ? 'checking' : 'creating';
  if (!(await moveCampaign(db, shopId, campaignId, { from: ['failed'], to }))) return false;
  await enqueueStep(context, shopId, campaignId, to);
  return true;
}

/** Throws a rescue away that nobody has said yes to. @returns false when it is too late for that */
export function discardRescue({ db }: ServiceContext, shopId: string, campaignId: string): Promise<boolean> {
  return moveCampaign(db, shopId, campaignId, { from: ['checking', 'ready'], to: 'discarded' });
}
