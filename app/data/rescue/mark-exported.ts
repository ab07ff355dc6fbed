import type { Db } from '../db';
import { withShop } from '../with-shop';

/** Notes that a campaign's customers were handed out; the first time counts. */
export async function markExported(db: Db, shopId: string, campaignId: string, at: Date): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.rescueCampaign.updateMany({
      where: { shopId, id: campaignId, exportedAt: null },
      data: { exportedAt: at },
    }),
  );
}
