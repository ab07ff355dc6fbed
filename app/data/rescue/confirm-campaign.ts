import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { keepErasuresAway } from '../privacy/lock-customers';
import { withShop } from '../with-shop';
import type { NewRescueCode } from './campaign';
import { holdRescues } from './hold-rescues';

export interface ConfirmedCampaign {
  readonly arms: ReadonlyMap<string, 'contacted' | 'held-out'>;
  /** How many are held out, or why nobody is; JSON without customer ids. */
  readonly holdOut: unknown;
  readonly codes: readonly NewRescueCode[];
  /** When the last customer's outcome window closes. */
  readonly windowsEndAt: Date;
  readonly at: Date;
}

export type Confirmation =
  | { readonly status: 'confirmed' }
  /** Somebody has confirmed it before: what was drawn then stands. */
  | { readonly status: 'already' }
  /** It is not ready, or no longer wanted. */
  | { readonly status: 'not-ready' }
  /** The plan was changed since the draw was prepared. */
  | { readonly status: 'changed' }
  /** Some of its customers are in another rescue since they were looked up. */
  | { readonly status: 'overlaps'; readonly customers: number };

/**
 * Stores who is contacted and who is held out, and the codes that are to be made: all at once, before anything is made at
 * Shopify or handed out. What is stored never changes.
 */
export function confirmCampaign(
  db: Db,
  shopId: string,
  campaignId: string,
  { arms, holdOut, codes, windowsEndAt, at }: ConfirmedCampaign,
  recentSince: Date,
): Promise<Confirmation> {
  return withShop(db, shopId, async (tx): Promise<Confirmation> => {
    await holdRescues(tx, shopId);
    await keepErasuresAway(tx, shopId);
    const campaign = await tx.rescueCampaign.findFirst({ where: { shopId, id: campaignId } });
    if (!campaign) return { status: 'not-ready' };
    if (campaign.confirmedAt !== null) return { status: 'already' };
    if (campaign.status !== 'ready') return { status: 'not-ready' };
    const members = await tx.rescueMember.findMany({
      where: { shopId, campaignId, state: 'planned' },
      select: { customerId: true },
    });
    if (members.length !== arms.size || members.some(({ customerId }) => !arms.has(customerId))) {
      return { status: 'changed' };
    }
    const ids = members.map(({ customerId }) => customerId);
    const elsewhere = await tx.$queryRaw<readonly { customer_id: string }[]>`
      SELECT DISTINCT m.customer_id FROM rescue_member m JOIN rescue_campaign c ON c.id = m.campaign_id
      WHERE m.shop_id = ${shopId}::uuid AND c.shop_id = ${shopId}::uuid AND c.id <> ${campaignId}::uuid
        AND m.arm IS NOT NULL AND c.confirmed_at > ${recentSince}
        AND (c.status <> 'undone' OR c.exported_at IS NOT NULL) AND m.customer_id = ANY(${ids})`;
    if (elsewhere.length > 0) return { status: 'overlaps', customers: elsewhere.length };
    await tx.rescueCode.createMany({
      data: codes.map(({ customerIds, ...code }) => {
        return { ...code, shopId, campaignId, customers: customerIds.length, status: 'pending' };
      }),
    });
    const heldOut = ids.filter((id) => arms.get(id) === 'held-out');
    const inCampaign = { shopId, campaignId, state: 'planned' };
    await tx.rescueMember.updateMany({ where: inCampaign, data: { arm: 'contacted' } });
    await tx.rescueMember.updateMany({
      where: { ...inCampaign, customerId: { in: heldOut } },
      data: { arm: 'held-out' },
    });
    for (const { id, customerIds } of codes) {
      await tx.rescueMember.updateMany({
        where: { ...inCampaign, customerId: { in: [...customerIds] } },
        data: { codeId: id },
      });
    }
    // Who was taken out by hand has no part in it, and may be written to elsewhere.
    await tx.rescueMember.deleteMany({ where: { shopId, campaignId, state: { not: 'planned' } } });
    await tx.rescueCampaign.updateMany({
      where: { shopId, id: campaignId },
      data: { status: 'creating', holdOut: toRequiredJsonColumn(holdOut), confirmedAt: at, windowsEndAt },
    });
    return { status: 'confirmed' };
  });
}
