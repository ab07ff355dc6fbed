import type { RescueStatus } from '~/domain/rescue-status';
import type { Db } from '../db';
import { withShop } from '../with-shop';

/**
 * Takes a campaign from one of `from` to another status.
 * @returns false when it is in none of them: somebody else was faster, or it does not exist
 */
export async function moveCampaign(
  db: Db,
  shopId: string,
  campaignId: string,
  {
    from,
    to,
    errorCode = null,
    undoneAt,
  }: {
    readonly from: readonly RescueStatus[];
    readonly to: RescueStatus;
    readonly errorCode?: string | null;
    readonly undoneAt?: Date;
  },
): Promise<boolean> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.rescueCampaign.updateMany({
      where: { shopId, id: campaignId, status: { in: [...from] } },
      data: { status: to, errorCode, ...(undoneAt === undefined ? {} : { undoneAt }) },
    }),
  );
  return count > 0;
}

/** What the last try failed with, while a campaign that is still in `status` waits for the next. */
export async function noteCampaignError(
  db: Db,
  shopId: string,
  campaignId: string,
  { status, errorCode }: { readonly status: RescueStatus; readonly errorCode: string },
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.rescueCampaign.updateMany({ where: { shopId, id: campaignId, status }, data: { errorCode } }),
  );
}
