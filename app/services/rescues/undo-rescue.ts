import { deactivateRescueCode } from '~/connectors/shopify/deactivate-rescue-code';
import { findRescueCode } from '~/connectors/shopify/find-rescue-code';
import { appendActivity } from '~/data/logs/activity-log';
import { appendAudit } from '~/data/logs/audit-log';
import { moveCampaign } from '~/data/rescue/move-campaign';
import { readCodes } from '~/data/rescue/read-campaigns';
import { updateCode } from '~/data/rescue/update-codes';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from '../context';
import { refreshRescuePlan } from '../refresh-rescue-plan';
import { runCampaignJob, type CampaignJobInput } from './campaign-job';
import { codeTag } from './code-tag';
import { enqueueStep } from './enqueue-step';

/**
 * The merchant takes a rescue back. @returns false when there is nothing to take back (any more)
 */
export async function undoRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
  actor: string,
): Promise<boolean> {
  const { db, clock } = context;
  const moved = await moveCampaign(db, shopId, campaignId, { from: ['active', 'failed'], to: 'undoing' });
  if (!moved) return false;
  const at = clock.now();
  await appendAudit(db, shopId, { at, actor, action: 'rescue.undo', subject: campaignId, detail: {} });
  await enqueueStep(context, shopId, campaignId, 'undoing');
  return true;
}

/** Ends every code that was made, also one that was made by a job that died before it could write so down. */
export async function undoRescueCodes(
  context: ServiceContext,
  input: CampaignJobInput,
  job: JobContext,
): Promise<void> {
  const codes = await readCodes(context.db, input.shopId, input.campaignId);
  // Where it cannot be done, the rescue is what it was: its codes can still be used, and the merchant may try again.
  const givenUp = codes.some(({ status }) => status === 'pending') ? 'failed' : 'active';
  await runCampaignJob(context, input, job, { status: 'undoing', givenUp }, async (campaign, shop) => {
    const { db, clock } = context;
    const client = context.connectShopify(shop.domain);
    for (const code of codes) {
      const found =
        code.sourceId === null
          ? await findRescueCode(client, { code: code.code, tag: codeTag(campaign, code) }, job.signal)
          : null;
      const id = code.sourceId ?? (found?.status === 'ours' ? found.id : null);
      if (id !== null && code.status !== 'ended') await deactivateRescueCode(client, id, job.signal);
      await updateCode(db, shop.id, code.id, { status: 'ended' });
    }
    const at = clock.now();
    await moveCampaign(db, shop.id, campaign.id, { from: ['undoing'], to: 'undone', undoneAt: at });
    await refreshRescuePlan(context, shop.id);
    await appendActivity(db, shop.id, {
      ...{ at, tone: 'info', key: 'rescue-undone', values: { number: campaign.number } },
    });
  });
}
