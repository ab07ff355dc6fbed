import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { keepErasuresAway } from '../privacy/lock-customers';
import { withShop, type ShopTransaction } from '../with-shop';
import type { PlannedMember } from './campaign';

export interface CampaignPlan {
  readonly terms: unknown;
  readonly plan: unknown;
  readonly members: readonly PlannedMember[];
  /** Taken out by hand, with the figures they would come back with. */
  readonly removed: readonly PlannedMember[];
}

/**
 * Writes who is planned with what; the campaign is then ready to be looked at. What was planned before is replaced.
 * Customers erased meanwhile do not come back: their predictions are gone, and with them their place here.
 * @returns false when the campaign is no longer being prepared; nothing changes then
 */
export function writePlan(db: Db, shopId: string, campaignId: string, plan: CampaignPlan): Promise<boolean> {
  return withShop(db, shopId, async (tx) => {
    await keepErasuresAway(tx, shopId);
    const { count } = await tx.rescueCampaign.updateMany({
      where: { shopId, id: campaignId, status: { in: ['checking', 'ready'] } },
      data: {
        status: 'ready',
        terms: toRequiredJsonColumn(plan.terms),
        plan: toRequiredJsonColumn(plan.plan),
        errorCode: null,
      },
    });
    if (count === 0) return false;
    await tx.rescueMember.deleteMany({ where: { shopId, campaignId } });
    const known = new Set(await stillKnown(tx, shopId, plan));
    const rows = (members: readonly PlannedMember[], state: string) =>
      members
        .filter(({ customerId }) => known.has(customerId))
        .map((member) => ({ ...member, campaignId, shopId, state }));
    await tx.rescueMember.createMany({
      data: [...rows(plan.members, 'planned'), ...rows(plan.removed, 'removed')],
    });
    return true;
  });
}

async function stillKnown(
  tx: ShopTransaction,
  shopId: string,
  { members, removed }: CampaignPlan,
): Promise<string[]> {
  const ids = [...members, ...removed].map(({ customerId }) => customerId);
  const rows = await tx.customer.findMany({
    where: { shopId, sourceId: { in: ids } },
    select: { sourceId: true },
  });
  return rows.map(({ sourceId }) => sourceId);
}
