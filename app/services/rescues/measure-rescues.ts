import { appendActivity } from '~/data/logs/activity-log';
import type { RescueCampaign } from '~/data/rescue/campaign';
import { listCampaigns, readMembers } from '~/data/rescue/read-campaigns';
import { readResponses, type MemberResponse } from '~/data/rescue/read-responses';
import { storeOutcome } from '~/data/rescue/store-outcome';
import type { Shop } from '~/data/shops/shop';
import { minorToUnits } from '~/domain/money';
import { measureOutcome, type CustomerOutcome } from '~/rescue/measure-outcome';
import { DISCOUNTS } from '~/rescue/offer';
import { outcomeVerdict } from '~/rescue/outcome-verdict';
import { responseCells } from '~/rescue/response-cells';
import type { ServiceContext } from '../context';
import { decisionTerms, outcomeSchema, termsSchema, type StoredOutcome } from './stored-rescue';

const DAY_MS = 86_400_000;
/** Refunds that come later than this after the last window do not change an outcome any more. */
const REFUND_DAYS = 14;
const OPEN_CAMPAIGNS = 100;

/**
 * Holds every rescue whose outcome is not final against its hold-out, by what orders say now. Run again, it says the same
 * of the same orders.
 */
export async function measureRescues(context: ServiceContext, shop: Shop): Promise<void> {
  const { db } = context;
  const campaigns = await listCampaigns(db, shop.id, { statuses: ['active'], limit: OPEN_CAMPAIGNS });
  for (const campaign of campaigns.filter(({ closedAt }) => closedAt === null)) {
    await measureOne(context, shop, campaign);
  }
}

async function measureOne(context: ServiceContext, shop: Shop, campaign: RescueCampaign): Promise<void> {
  const { db, clock } = context;
  const now = clock.now();
  const windowsEnd = Date.parse(campaign.windowsEndAt ?? '');
  const [members, responses] = await Promise.all([
    readMembers(db, shop.id, campaign.id),
    readResponses(db, shop.id, campaign.id),
  ]);
  const responseOf = new Map(responses.map((response) => [response.customerId, response]));
  const customers = members.flatMap((member): CustomerOutcome[] => {
    const response = responseOf.get(member.customerId);
    const discount = DISCOUNTS.find((known) => known === member.discount);
    if (!response || member.arm === null || discount === undefined) return [];
    const { customerId, windowDays, baseline, orderValue, valueOnceBack, atRisk, arm } = member;
    return [
      {
        candidate: { customerId, windowDays, baseline, orderValue, valueOnceBack, atRisk },
        ...{ arm, discount, bought: response.bought },
        revenue: minorToUnits(response.netMinor, shop.currency),
        discounts: minorToUnits(response.discountMinor, shop.currency),
      },
    ];
  });
  if (customers.length === 0) return;
  const daysLeft = Math.max(0, Math.ceil((windowsEnd - now.getTime()) / DAY_MS));
  const outcome = outcomeOf(campaign, customers, responses, daysLeft);
  await storeOutcome(db, shop.id, campaign.id, {
    ...{ outcome, at: now, final: now.getTime() >= windowsEnd + REFUND_DAYS * DAY_MS },
  });
  const before = outcomeSchema.safeParse(campaign.outcome);
  if (daysLeft === 0 && (!before.success || before.data.daysLeft > 0)) {
    await appendActivity(db, shop.id, {
      ...{ at: now, tone: 'success', key: 'rescue-measured', values: { number: campaign.number } },
    });
  }
}

function outcomeOf(
  campaign: RescueCampaign,
  customers: readonly CustomerOutcome[],
  responses: readonly MemberResponse[],
  daysLeft: number,
): StoredOutcome {
  const terms = decisionTerms(termsSchema.parse(campaign.terms));
  const measured = measureOutcome(customers, terms);
  const inArm = (arm: CustomerOutcome['arm']) => customers.filter((one) => one.arm === arm);
  const buyers = (arm: CustomerOutcome['arm']): number => inArm(arm).filter(({ bought }) => bought).length;
  const baseline = customers.reduce((sum, { candidate }) => sum + candidate.baseline, 0) / customers.length;
  const facts = {
    daysLeft,
    contacted: inArm('contacted').length,
    heldOut: inArm('held-out').length,
    buyersContacted: buyers('contacted'),
    buyersHeldOut: buyers('held-out'),
    codeUsers: responses.filter(({ usedCode }) => usedCode).length,
    baseline,
    offeredDiscount: customers.some(({ discount }) => discount > 0),
    // What a campaign without a hold-out did cannot be told from what would have come anyway: it teaches nothing.
    cells: daysLeft === 0 && measured !== null ? [...responseCells(customers)] : [],
  };
  if (measured === null)
    return { ...facts, measured: null, verdict: { code: 'no-hold-out', daysLeft }, cells: [] };
  const { extraReturns, margin, worth, rescued, chanceEarned, chancePaid } = measured;
  return {
    ...facts,
    verdict: outcomeVerdict(measured, baseline, daysLeft),
    measured: { extraReturns, margin, worth, rescued, chanceEarned, chancePaid },
  };
}
