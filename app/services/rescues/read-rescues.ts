import type { RescueCampaign } from '~/data/rescue/campaign';
import { listCampaigns } from '~/data/rescue/read-campaigns';
import { isoDay } from '~/domain/iso-day';
import { RESCUE_STATUSES } from '~/domain/rescue-status';
import type { ServiceContext } from '../context';
import { readInsights, requireShop, toShopView } from '../read-dashboard';
import type { RescueSummaryView, RescuesView } from '../views/rescue-view';
import { readOutlook } from './read-outlook';
import { plannedIn, toOutcomeView, toRescuedView } from './rescue-views';
import { groupPlanSchema, holdOutSchema } from './stored-rescue';

const SHOWN = RESCUE_STATUSES.filter((status) => status !== 'discarded');
const MOST_SHOWN = 200;

/** What to do next, and every rescue so far with what it brought. */
export async function readRescues(context: ServiceContext, shopId: string): Promise<RescuesView> {
  const { db, clock } = context;
  const [shop, insights, campaigns] = await Promise.all([
    requireShop(context, shopId),
    readInsights(context, shopId),
    listCampaigns(db, shopId, { statuses: SHOWN, limit: MOST_SHOWN }),
  ]);
  if (insights === null) return { state: 'empty', shop: toShopView(shop) };
  return {
    state: 'ready',
    shop: toShopView(shop),
    analysisDay: isoDay(insights.analysisDay),
    outlook: await readOutlook(context, shopId, insights.runId),
    rescued: toRescuedView(campaigns, clock.now(), shop.timeZone),
    rescues: campaigns.map((campaign) => toSummaryView(campaign, shop.timeZone)),
  };
}

function toSummaryView(campaign: RescueCampaign, timeZone: string): RescueSummaryView {
  const { id, number, status, createdAt, confirmedAt } = campaign;
  const plan = groupPlanSchema.safeParse(campaign.plan);
  const holdOut = holdOutSchema.safeParse(campaign.holdOut);
  const customers = plan.success ? plannedIn(plan.data) : 0;
  const heldOut = holdOut.success && holdOut.data.status === 'assigned' ? holdOut.data.heldOut : 0;
  return {
    ...{ id, number, status, createdAt, confirmedAt, customers, heldOut },
    contacted: customers - heldOut,
    largestDiscount: plan.success ? Math.max(0, ...plan.data.tiers.map(({ discount }) => discount)) : null,
    outcome: toOutcomeView(campaign, timeZone),
  };
}
