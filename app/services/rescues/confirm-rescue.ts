import { createHmac, randomUUID } from 'node:crypto';
import { appendAudit } from '~/data/logs/audit-log';
import { confirmCampaign } from '~/data/rescue/confirm-campaign';
import { moveCampaign } from '~/data/rescue/move-campaign';
import { readCampaign, readMembers, type CampaignMember } from '~/data/rescue/read-campaigns';
import type { NewRescueCode, RescueCampaign } from '~/data/rescue/campaign';
import type { Shop } from '~/data/shops/shop';
import { addDays, dayNumber, localDay } from '~/domain/iso-day';
import { localInstantIn } from '~/domain/local-instant';
import { minorUnitDigits } from '~/domain/money';
import { assignHoldOut, LEAST_MEMBERS, type Arm } from '~/rescue/assign-hold-out';
import type { Stratum } from '~/rescue/strata';
import type { ServiceContext } from '../context';
import { requireShop } from '../read-dashboard';
import { codeText } from './code-text';
import { enqueueStep } from './enqueue-step';
import { groupPlanSchema, termsSchema, type GroupPlan, type StoredHoldOut } from './stored-rescue';
import { recentSince } from './write-pass-plan';

export type ConfirmedRescue =
  /** The codes are being made; also the answer to a second click. */
  | { readonly status: 'confirmed' }
  | { readonly status: 'not-ready' }
  /** Shopify has not granted that codes are made. */
  | { readonly status: 'missing-scope' }
  /** Some customers are in another rescue meanwhile: the group is looked up again. */
  | { readonly status: 'looked-up-again' };

const DAY_MS = 86_400_000;
const LAST_SECOND = 86_399;

/**
 * The merchant says yes: draws who is held out and stores it, with the codes to be made, before anything is made or handed
 * out. Whatever is pressed twice, one draw is stored and one set of codes is made.
 */
export async function confirmRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
  actor: string,
): Promise<ConfirmedRescue> {
  const { db, clock } = context;
  const campaign = await readCampaign(db, shopId, campaignId);
  const confirmedBefore = campaign?.confirmedAt != null;
  if (confirmedBefore) return { status: 'confirmed' };
  if (campaign?.status !== 'ready') return { status: 'not-ready' };
  const shop = await requireShop(context, shopId);
  const plan = groupPlanSchema.parse(campaign.plan);
  const makesCodes = plan.tiers.some(({ discount }) => discount > 0);
  if (makesCodes && !shop.grantedScopes.includes('write_discounts')) return { status: 'missing-scope' };
  const members = (await readMembers(db, shopId, campaignId)).filter(({ state }) => state === 'planned');
  if (members.length === 0) return { status: 'not-ready' };
  const at = clock.now();
  const { arms, holdOut } = drawArms(campaign, plan, members);
  const longest = Math.max(...members.map(({ windowDays }) => windowDays));
  const confirmation = await confirmCampaign(
    db,
    shopId,
    campaignId,
    {
      ...{ arms, holdOut, at },
      codes: codesFor(campaign, shop, plan, members, arms, at),
      windowsEndAt: new Date(at.getTime() + longest * DAY_MS),
    },
    recentSince(at),
  );
  switch (confirmation.status) {
    case 'overlaps':
      await moveCampaign(db, shopId, campaignId, { from: ['ready'], to: 'checking' });
      await enqueueStep(context, shopId, campaignId, 'checking');
      return { status: 'looked-up-again' };
    case 'changed':
    case 'not-ready':
      return { status: 'not-ready' };
    case 'already':
      return { status: 'confirmed' };
    case 'confirmed': {
      await appendAudit(db, shopId, {
        ...{ at, actor, action: 'rescue.create', subject: campaignId },
        detail: { number: campaign.number, holdOut, tiers: plan.tiers.map(({ discount }) => discount) },
      });
      await enqueueStep(context, shopId, campaignId, 'creating');
      return { status: 'confirmed' };
    }
  }
}

function drawArms(
  campaign: RescueCampaign,
  plan: GroupPlan,
  members: readonly CampaignMember[],
): { readonly arms: ReadonlyMap<string, Arm>; readonly holdOut: StoredHoldOut } {
  const share = plan.holdOutShare;
  const drawn =
    share === null
      ? null
      : assignHoldOut({
          salt: campaign.salt,
          members: members.map(({ customerId, riskTercile, valueTercile }) => {
            return { customerId, stratum: stratumOf(riskTercile, valueTercile) };
          }),
          hash: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
          share,
        });
  if (share !== null && drawn?.status === 'assigned') {
    const { arms, heldOut } = drawn;
    return { arms, holdOut: { status: 'assigned', heldOut, contacted: arms.size - heldOut, share } };
  }
  return {
    arms: new Map(members.map(({ customerId }) => [customerId, 'contacted'])),
    holdOut: { status: 'too-few', customers: members.length, required: LEAST_MEMBERS },
  };
}

function stratumOf(risk: number, value: number): Stratum {
  const tercile = (number: number): Stratum['risk'] => (number === 0 ? 0 : number === 1 ? 1 : 2);
  return { risk: tercile(risk), value: tercile(value) };
}

function codesFor(
  campaign: RescueCampaign,
  shop: Shop,
  plan: GroupPlan,
  members: readonly CampaignMember[],
  arms: ReadonlyMap<string, Arm>,
  at: Date,
): readonly NewRescueCode[] {
  const { codeDays } = termsSchema.parse(campaign.terms);
  const perUnit = 10 ** minorUnitDigits(shop.currency);
  return plan.tiers.flatMap(({ tier, discount, minimumBasket }): NewRescueCode[] => {
    const customerIds = members
      .filter((member) => member.tier === tier && arms.get(member.customerId) === 'contacted')
      .map(({ customerId }) => customerId);
    if (discount === 0 || customerIds.length === 0) return [];
    return [
      {
        ...{ id: randomUUID(), tier, customerIds, position: 0, percent: 100 * discount, startsAt: at },
        code: codeText(campaign.language, discount),
        minimumMinor: BigInt(Math.round(minimumBasket * perUnit)),
        endsAt: lastMoment(at, codeDays, shop.timeZone),
      },
    ];
  });
}

/** The end of the last day in the shop's zone: "until the 30th" holds all of the 30th. */
function lastMoment(at: Date, days: number, timeZone: string): Date {
  const day = addDays(localDay(at, timeZone), days);
  return new Date(localInstantIn(timeZone)(dayNumber(day), LAST_SECOND));
}
