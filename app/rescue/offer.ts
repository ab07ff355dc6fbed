/** Shares off the price that a rescue may offer, the smallest first; 0 is a message without a discount. */
export const DISCOUNTS = [0, 0.05, 0.1, 0.15, 0.2] as const;

export type Discount = (typeof DISCOUNTS)[number];

/** What becomes of a customer: no word at all, or a message with or without a discount. */
export type Offer = 'leave-alone' | Discount;

const LARGEST_DISCOUNT = 0.2;
/** A tenth of the price stays with the shop, whatever is offered. */
const LEAST_MARGIN_LEFT = 0.1;
/** 30 % less 10 points is 20 %, whatever binary fractions make of it. */
const ROUNDING = 1e-9;

/** The margin from which on a discount is allowed; a message is at any margin. */
export function leastMarginFor(discount: Discount): number {
  return discount === 0 ? 0 : discount + LEAST_MARGIN_LEFT - ROUNDING;
}

/**
 * Discounts that the shop allows at some margin, the smallest first; a message without a discount is always among them.
 * @param maxDiscount the merchant's own limit, a share
 */
export function allowedDiscounts(maxDiscount: number = LARGEST_DISCOUNT): readonly Discount[] {
  return DISCOUNTS.filter((discount) => discount === 0 || discount <= maxDiscount + ROUNDING);
}
