import { MARGIN_CATEGORIES, type MarginCategory } from '~/domain/gross-margin';
import type { Db } from '../db';
import { withShop } from '../with-shop';

/** What the merchant told of the shop, defaults where nothing was said. Instants in ISO form. */
export interface ShopSettings {
  readonly category: MarginCategory | null;
  /** Share of revenue left after the cost of goods; `null` until the merchant has said it. */
  readonly marginShare: number | null;
  readonly marginConfirmedAt: string | null;
  readonly currencyConfirmedAt: string | null;
  /** The merchant's own limit on rescue discounts, a share. */
  readonly maxDiscount: number;
  /** Currency units; `null` for the house's estimate. */
  readonly contactCost: number | null;
  /** Most customers in one rescue. */
  readonly largestRescue: number;
  /** Days that a rescue code can be used. */
  readonly codeDays: number;
  readonly limitsConfirmedAt: string | null;
  /** Campaigns before it no longer count for the automatic stop. */
  readonly stopLiftedAt: string | null;
}

const DEFAULT_SETTINGS: ShopSettings = {
  category: null,
  marginShare: null,
  marginConfirmedAt: null,
  currencyConfirmedAt: null,
  maxDiscount: 0.2,
  contactCost: null,
  largestRescue: 1_000,
  codeDays: 30,
  limitsConfirmedAt: null,
  stopLiftedAt: null,
};

export async function readSettings(db: Db, shopId: string): Promise<ShopSettings> {
  const row = await withShop(db, shopId, (tx) => tx.shopSettings.findUnique({ where: { shopId } }));
  if (!row) return DEFAULT_SETTINGS;
  const { marginShare, maxDiscount, contactCost, largestRescue, codeDays } = row;
  return {
    ...{ marginShare, maxDiscount, contactCost, largestRescue, codeDays },
    category: MARGIN_CATEGORIES.find((category) => category === row.category) ?? null,
    marginConfirmedAt: row.marginConfirmedAt?.toISOString() ?? null,
    currencyConfirmedAt: row.currencyConfirmedAt?.toISOString() ?? null,
    limitsConfirmedAt: row.limitsConfirmedAt?.toISOString() ?? null,
    stopLiftedAt: row.stopLiftedAt?.toISOString() ?? null,
  };
}

/** Fields that are left out stay as they are. */
export async function saveSettings(
  db: Db,
  shopId: string,
  change: Partial<ShopSettings>,
  at: Date,
): Promise<void> {
  const data = { ...change, updatedAt: at };
  await withShop(db, shopId, (tx) =>
    tx.shopSettings.upsert({ where: { shopId }, create: { shopId, ...data }, update: data }),
  );
}
