import { randomUUID } from 'node:crypto';
import { createRescueCode, type RescueCodeOutcome } from '~/connectors/shopify/create-rescue-code';
import type { ShopifyClient } from '~/connectors/shopify/client';
import { appendActivity } from '~/data/logs/activity-log';
import type { RescueCampaign, RescueCode } from '~/data/rescue/campaign';
import { moveCampaign } from '~/data/rescue/move-campaign';
import { readCodeCustomers, readCodes } from '~/data/rescue/read-campaigns';
import { splitCode, updateCode } from '~/data/rescue/update-codes';
import type { Shop } from '~/data/shops/shop';
import { PermanentJobError, type JobContext } from '~/jobs/queue';
import type { ServiceContext } from '../context';
import { refreshRescuePlan } from '../refresh-rescue-plan';
import { runCampaignJob, type CampaignJobInput } from './campaign-job';
import { codeTag } from './code-tag';
import { codeText } from './code-text';
import { holdOutSchema } from './stored-rescue';

const CREATING = { status: 'creating', givenUp: 'failed' } as const;

/**
 * Makes the codes that were written down when the merchant said yes. Run again, after a crash or twice at once, it
 * completes the same codes.
 */
export async function createRescueCodes(
  context: ServiceContext,
  input: CampaignJobInput,
  job: JobContext,
): Promise<void> {
  await runCampaignJob(context, input, job, CREATING, async (campaign, shop) => {
    const { db, clock } = context;
    const client = context.connectShopify(shop.domain);
    // A split writes another code down: look again until none is pending.
    for (;;) {
      const pending = (await readCodes(db, shop.id, campaign.id)).find(({ status }) => status === 'pending');
      if (!pending) break;
      await createOne(context, client, campaign, shop, pending, job.signal);
    }
    // Its customers rest now: what is recommended next is somebody else.
    await refreshRescuePlan(context, shop.id);
    if (!(await moveCampaign(db, shop.id, campaign.id, { from: ['creating'], to: 'active' }))) return;
    const holdOut = holdOutSchema.parse(campaign.holdOut);
    await appendActivity(db, shop.id, {
      at: clock.now(),
      tone: 'success',
      key: 'rescue-created',
      values: {
        number: campaign.number,
        contacted: holdOut.status === 'assigned' ? holdOut.contacted : holdOut.customers,
        heldOut: holdOut.status === 'assigned' ? holdOut.heldOut : 0,
      },
    });
  });
}

async function createOne(
  { db }: ServiceContext,
  client: ShopifyClient,
  campaign: RescueCampaign,
  shop: Shop,
  code: RescueCode,
  signal: AbortSignal,
): Promise<void> {
  const customerIds = await readCodeCustomers(db, shop.id, code.id);
  const outcome = await createRescueCode(
    client,
    {
      code: code.code,
      title: `Timón · ${campaign.language === 'es' ? 'Rescate' : 'Rescue'} ${campaign.number} · ${code.percent} %`,
      tag: codeTag(campaign, code),
      percent: code.percent,
      startsAt: new Date(code.startsAt),
      endsAt: new Date(code.endsAt),
      customerIds,
      usageLimit: customerIds.length === 0 ? null : customerIds.length,
      minimumSubtotal:
        code.minimumMinor === 0n ? null : { minor: code.minimumMinor, currency: shop.currency },
    },
    signal,
  );
  await settle(db, campaign, shop, code, customerIds, outcome);
}

async function settle(
  db: ServiceContext['db'],
  campaign: RescueCampaign,
  shop: Shop,
  code: RescueCode,
  customerIds: readonly string[],
  outcome: RescueCodeOutcome,
): Promise<void> {
  switch (outcome.status) {
    case 'ready':
      await updateCode(db, shop.id, code.id, { status: 'ready', sourceId: outcome.id });
      return;
    // All of its customers were erased or deleted meanwhile: there is nobody to give it to.
    case 'no-customers':
      await updateCode(db, shop.id, code.id, { status: 'ended', customers: 0 });
      return;
    case 'code-taken':
      await updateCode(db, shop.id, code.id, { code: codeText(campaign.language, code.percent / 100) });
      return;
    case 'ended':
      await updateCode(db, shop.id, code.id, { status: 'ended', sourceId: outcome.id });
      return;
    case 'too-many-customers': {
      const { id, acceptedIds, missingIds } = outcome;
      if (id === null) throw refusal(outcome);
      const settled = new Set([...acceptedIds, ...missingIds]);
      await splitCode(db, shop.id, campaign.id, code, {
        id: randomUUID(),
        code: codeText(campaign.language, code.percent / 100),
        customerIds: customerIds.filter((customerId) => !settled.has(customerId)),
      });
      await updateCode(db, shop.id, code.id, { status: 'ready', sourceId: id });
      return;
    }
    case 'invalid':
      throw refusal(outcome);
  }
}

function refusal({
  status,
  reasons,
}: Extract<RescueCodeOutcome, { status: 'invalid' | 'too-many-customers' }>): PermanentJobError {
  return new PermanentJobError(`${status}: ${reasons.map(({ message }) => message).join('; ')}`);
}
