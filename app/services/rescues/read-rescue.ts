import { z } from 'zod';
import type { RescueCampaign, RescueCode } from '~/data/rescue/campaign';
import { readCampaign, readCodes, readMembers } from '~/data/rescue/read-campaigns';
import type { Shop } from '~/data/shops/shop';
import { addDays, localDay } from '~/domain/iso-day';
import { minorToUnits } from '~/domain/money';
import type { ServiceContext } from '../context';
import { customerAlias } from '../customer-alias';
import { requireShop, toShopView } from '../read-dashboard';
import type { RescueCodeView, RescueSelectionView, RescueView } from '../views/rescue-view';
import { toOutcomeView, toPlanView } from './rescue-views';
import { groupPlanSchema, holdOutSchema, selectionSchema, termsSchema } from './stored-rescue';

/** One rescue, from its group to its outcome. */
export async function readRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
): Promise<RescueView> {
  const { db, clock } = context;
  const shop = await requireShop(context, shopId);
  const campaign = z.uuid().safeParse(campaignId).success ? await readCampaign(db, shopId, campaignId) : null;
  if (campaign === null) return { state: 'unknown', shop: toShopView(shop) };
  const [members, codes] = await Promise.all([
    readMembers(db, shopId, campaignId),
    readCodes(db, shopId, campaignId),
  ]);
  const plan = groupPlanSchema.safeParse(campaign.plan);
  const terms = termsSchema.safeParse(campaign.terms);
  const { id, number, status, analysisDay, createdAt, confirmedAt, language, errorCode, exportedAt } =
    campaign;
  return {
    state: 'known',
    shop: toShopView(shop),
    ...{ id, number, status, analysisDay, createdAt, confirmedAt, language, errorCode, exportedAt },
    selection: toSelectionView(campaign),
    plan:
      plan.success && terms.success
        ? toPlanView(
            plan.data,
            terms.data,
            addDays(localDay(clock.now(), shop.timeZone), terms.data.codeDays),
          )
        : null,
    members: members.map((member) => {
      const { customerId, tier, discount, baseline, windowDays, orderValue, expectedGain, arm } = member;
      return {
        ...{ customerId, tier, discount, baseline, windowDays, orderValue, expectedGain, arm },
        alias: customerAlias(shopId, customerId),
        removed: member.state === 'removed',
      };
    }),
    holdOut: holdOutSchema.nullable().catch(null).parse(campaign.holdOut),
    codes: codes.map((code) => toCodeView(code, shop, clock.now())),
    windowsEndOn:
      campaign.windowsEndAt === null ? null : localDay(new Date(campaign.windowsEndAt), shop.timeZone),
    outcome: toOutcomeView(campaign, shop.timeZone),
    mayMakeCodes: shop.grantedScopes.includes('write_discounts'),
  };
}

function toSelectionView({ selection }: Pick<RescueCampaign, 'selection'>): RescueSelectionView {
  const parsed = selectionSchema.parse(selection);
  return {
    kind: parsed.kind,
    smart: parsed.kind === 'filter' ? parsed.smart : null,
    count: parsed.kind === 'customers' ? parsed.count : null,
  };
}

function toCodeView(code: RescueCode, shop: Shop, now: Date): RescueCodeView {
  const { tier, percent, customers, endsAt, minimumMinor } = code;
  // Nobody tells us when a code runs out: its own last moment does.
  const status = code.status === 'ready' && Date.parse(endsAt) <= now.getTime() ? 'ended' : code.status;
  return {
    ...{ code: code.code, tier, percent, customers, status, endsAt },
    minimumBasket: minimumMinor === 0n ? null : minorToUnits(minimumMinor, shop.currency),
    endsOn: localDay(new Date(endsAt), shop.timeZone),
  };
}
