import { toDecimalString } from '~/domain/money';
import { type DiscountStatus, discountStatus, type StandinDiscount } from './discount-codes';

/** A discount code as plain data, for tests that look at what the app made. */
export interface DescribedCode {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly status: DiscountStatus;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** 0 to 1. */
  readonly percentage: number;
  readonly minimumSubtotal: string | null;
  readonly usageLimit: number | null;
  readonly appliesOncePerCustomer: boolean;
  readonly combines: boolean;
  readonly tags: readonly string[];
  readonly customerIds: 'all' | readonly number[];
  readonly orderIds: readonly number[];
}

export function describeCode(discount: StandinDiscount): DescribedCode {
  const { shop, minimumSubtotal, combinesWith } = discount;
  return {
    id: discount.id,
    code: discount.code,
    title: discount.title,
    status: discountStatus(discount, shop.now()),
    startsAt: discount.startsAt,
    endsAt: discount.endsAt,
    percentage: discount.percentage,
    minimumSubtotal:
      minimumSubtotal === null
        ? null
        : toDecimalString({ minor: minimumSubtotal, currency: shop.data.currency }),
    usageLimit: discount.usageLimit,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    combines: Object.values(combinesWith).includes(true),
    tags: discount.tags,
    customerIds: discount.customers === 'all' ? 'all' : [...discount.customers],
    orderIds: discount.redemptions.map(({ orderId }) => orderId),
  };
}
