import type { Db } from '../db';
import { toRequiredJsonColumn } from '../json-column';
import { withShop } from '../with-shop';

/** Writes what a campaign has brought so far; one whose outcome is final stays as it is. */
export async function storeOutcome(
  db: Db,
  shopId: string,
  campaignId: string,
  { outcome, at, final }: { readonly outcome: unknown; readonly at: Date; readonly final: boolean },
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.rescueCampaign.updateMany({
      where: { shopId, id: campaignId, closedAt: null },
      data: { outcome: toRequiredJsonColumn(outcome), measuredAt: at, ...(final ? { closedAt: at } : {}) },
    }),
  );
}
