import { trueGain } from '~/engine/simulate/rescue-customers';
import type { RescueShop } from '~/engine/simulate/rescue-shop';
import type { ShopGroup } from './shop-group';

interface FlatPolicy {
  readonly label: string;
  /** `null` leaves everybody alone. */
  readonly offer: number | null;
  /** All customers of the shop instead of those in danger. */
  readonly everyone?: boolean;
}

export const FLAT_POLICIES: readonly FlatPolicy[] = [
  { label: 'never', offer: null },
  { label: 'message only', offer: 0 },
  { label: 'flat 5 %', offer: 0.05 },
  { label: 'flat 10 %', offer: 0.1 },
  { label: 'flat 15 %', offer: 0.15 },
  { label: 'flat 20 %', offer: 0.2 },
  { label: '10 % to everyone', offer: 0.1, everyone: true },
];

/** Expected margin of one campaign over leaving everybody alone. */
export function flatProfit(
  shop: RescueShop,
  group: ShopGroup,
  { offer, everyone = false }: FlatPolicy,
): number {
  const reached = everyone ? group.everyone : group.overdue;
  return reached.reduce((sum, i) => sum + trueGain(shop, group.customers, i, offer), 0);
}
