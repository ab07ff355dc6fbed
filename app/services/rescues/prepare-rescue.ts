import { readCandidates } from '~/data/model-runs/read-candidates';
import { readModelRun } from '~/data/model-runs/read-current-model-run';
import type { RescueCampaign } from '~/data/rescue/campaign';
import { moveCampaign } from '~/data/rescue/move-campaign';
import { readPicked } from '~/data/rescue/read-campaigns';
import { recentRescues } from '~/data/rescue/recent-rescues';
import { writePlan } from '~/data/rescue/write-plan';
import { readSettings } from '~/data/settings/shop-settings';
import type { Shop } from '~/data/shops/shop';
import type { JobContext } from '~/jobs/queue';
import { rankCandidates } from '~/rescue/rank-candidates';
import { rescueCandidate } from '~/rescue/rescue-candidate';
import type { ServiceContext } from '../context';
import { selectedCustomerIds } from '../selected-customers';
import { storedPurchaseModel } from '../stored-purchase-model';
import { CLV_SCHEMA_VERSION, clvResultSchema } from '../stored-results';
import { runCampaignJob, type CampaignJobInput } from './campaign-job';
import { checkReach } from './check-reach';
import { planGroup } from './plan-group';
import { readLearning } from './read-learning';
import { rescueTermsOf } from './rescue-terms-of';
import { decisionTerms, selectionSchema } from './stored-rescue';
import { recentSince } from './write-pass-plan';

/**
 * Finds out, live, who of a campaign's group may be written to, and plans what each tier is offered. Nothing is made at
 * Shopify, and run again it plans anew.
 */
export async function prepareRescue(
  context: ServiceContext,
  input: CampaignJobInput,
  job: JobContext,
): Promise<void> {
  await runCampaignJob(context, input, job, { status: 'checking', givenUp: 'failed' }, (campaign, shop) =>
    prepare(context, campaign, shop, job.signal),
  );
}

async function prepare(
  context: ServiceContext,
  campaign: RescueCampaign,
  shop: Shop,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock } = context;
  const stored = await readModelRun(db, shop.id, campaign.pipelineRunId, 'clv');
  const clv = stored?.schemaVersion === CLV_SCHEMA_VERSION ? clvResultSchema.parse(stored.result) : null;
  const model = clv && storedPurchaseModel(clv);
  if (!clv || !model) {
    const errorCode = 'forecast-gone';
    await moveCampaign(db, shop.id, campaign.id, { from: ['checking'], to: 'failed', errorCode });
    return;
  }
  const now = clock.now();
  const [settings, wanted, recent] = await Promise.all([
    readSettings(db, shop.id),
    wantedIds(context, shop, campaign, signal),
    recentRescues(db, shop.id, recentSince(now)),
  ]);
  const { rows, shopMedianGapDays } = await readCandidates(db, shop.id, campaign.pipelineRunId, wanted);
  const learning = await readLearning(context, shop.id, settings);
  const terms = rescueTermsOf(settings, clv);
  const candidates = rows.map((row) => rescueCandidate(row, model, shopMedianGapDays));
  const ranked = rankCandidates(candidates, decisionTerms(terms), learning.responses);
  const worthAsking = ranked.filter(({ bestGain }) => bestGain > 0).map(({ candidate }) => candidate);
  const { eligible, excluded, channels, notAsked } = await checkReach(context.connectShopify(shop.domain), {
    ...{ candidates: worthAsking, most: terms.largestRescue, recent, now, signal },
  });
  const found = { considered: worthAsking.length, notAsked, excluded, consentChecked: true };
  const { plan, members } = planGroup({ candidates: eligible, channels, found }, terms, learning);
  const leftAlone = plan.leftAlone + candidates.length - worthAsking.length;
  await writePlan(db, shop.id, campaign.id, { terms, plan: { ...plan, leftAlone }, members, removed: [] });
}

/** Null for everybody who is leaving. */
async function wantedIds(
  context: ServiceContext,
  shop: Shop,
  campaign: RescueCampaign,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const selection = selectionSchema.parse(campaign.selection);
  if (selection.kind === 'recommended') return null;
  if (selection.kind === 'customers') return readPicked(context.db, shop.id, campaign.id);
  const filter = { smart: selection.smart, search: null };
  return selectedCustomerIds(context, shop, campaign.pipelineRunId, filter, signal);
}
