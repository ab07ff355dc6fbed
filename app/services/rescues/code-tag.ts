import type { RescueCampaign, RescueCode } from '~/data/rescue/campaign';

/** The mark on a discount at Shopify that says whose it is when it is met again. */
export function codeTag(
  { id }: Pick<RescueCampaign, 'id'>,
  { tier, position }: Pick<RescueCode, 'tier' | 'position'>,
): string {
  return `timon-rescue-${id}-${tier}-${position + 1}`;
}
