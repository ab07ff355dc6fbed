import type { Db } from '../db';
import { withShop } from '../with-shop';

/**
 * Gives up rescues that nobody said yes to since `before`: their chances are of another day. Their customers, and those of
 * rescues that were thrown away, are forgotten.
 * @returns how many were given up
 */
export function discardOldDrafts(db: Db, shopId: string, before: Date): Promise<number> {
  return withShop(db, shopId, async (tx) => {
    const { count } = await tx.rescueCampaign.updateMany({
      where: { shopId, confirmedAt: null, createdAt: { lt: before }, status: { not: 'discarded' } },
      data: { status: 'discarded' },
    });
    const thrownAway = await tx.rescueCampaign.findMany({
      where: { shopId, status: 'discarded' },
      select: { id: true },
    });
    await tx.rescueMember.deleteMany({
      where: { shopId, campaignId: { in: thrownAway.map(({ id }) => id) } },
    });
    return count;
  });
}
