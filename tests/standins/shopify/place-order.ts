import type { SimulatedOrder } from '~/engine/simulate/simulated-shop';
import { toDecimalString } from '~/domain/money';
import { type DiscountCodes, discountStatus, type StandinDiscount } from './discount-codes';
import type { ShopState } from './shop-state';

export interface Basket {
  readonly customerId: number;
  /** Decimal string in the shop's currency, before any discount. */
  readonly subtotal: string;
  /** The code that the customer types. */
  readonly code?: string | null;
  /** ISO instant; now unless told. */
  readonly at?: string;
}

export type Checkout =
  | {
      readonly accepted: true;
      readonly order: SimulatedOrder;
      /** What the code took off: a decimal string in the shop's currency. */
      readonly discount: { readonly code: string; readonly amount: string } | null;
    }
  /** Why the checkout does not take the code; nothing was ordered. */
  | { readonly accepted: false; readonly reason: CodeRefusal };

type CodeRefusal =
  'unknown-code' | 'not-active' | 'not-this-customer' | 'used-up' | 'used-before' | 'basket-too-small';

function refusalOf(
  discount: StandinDiscount | null,
  basket: Basket,
  subtotal: bigint,
  at: Date,
): CodeRefusal | null {
  if (!discount) return 'unknown-code';
  if (discountStatus(discount, at) !== 'ACTIVE') return 'not-active';
  if (discount.customers !== 'all' && !discount.customers.has(basket.customerId)) return 'not-this-customer';
  if (discount.usageLimit !== null && discount.redemptions.length >= discount.usageLimit) return 'used-up';
  const used = discount.redemptions.some(({ customerId }) => customerId === basket.customerId);
  if (discount.appliesOncePerCustomer && used) return 'used-before';
  if (discount.minimumSubtotal !== null && subtotal < discount.minimumSubtotal) return 'basket-too-small';
  return null;
}

/** The order that a checkout would make of a basket, by the rules of the code; records the code's use. */
export function checkOut(shop: ShopState, discounts: DiscountCodes, basket: Basket): Checkout {
  shop.requireCustomer(basket.customerId);
  const subtotal = shop.minor(basket.subtotal);
  const at = basket.at === undefined ? shop.now() : new Date(basket.at);
  const code = basket.code ?? null;
  const discount = code === null ? null : discounts.byCode(code);
  if (code !== null) {
    const reason = refusalOf(discount, basket, subtotal, at);
    if (reason !== null) return { accepted: false, reason };
  }
  const orderId = shop.nextOrderId();
  const off = discount ? BigInt(Math.round(Number(subtotal) * discount.percentage)) : 0n;
  const { currency } = shop.data;
  const text = (minor: bigint): string => toDecimalString({ minor, currency });
  const total = text(subtotal - off);
  const previous = shop.customers.get(basket.customerId)?.orders.at(-1)?.order.lines[0];
  const instant = at.toISOString();
  discount?.redemptions.push({ orderId, customerId: basket.customerId });
  const order: SimulatedOrder = {
    id: orderId,
    customerId: basket.customerId,
    createdAt: instant,
    updatedAt: instant,
    total,
    paid: total,
    refunded: text(0n),
    presentmentCurrency: currency,
    presentmentRate: 1,
    financialStatus: 'PAID',
    test: false,
    cancelledAt: null,
    origin: null,
    lines: [{ productId: previous?.productId ?? 1, title: previous?.title ?? 'Product', quantity: 1, total }],
  };
  return { accepted: true, order, discount: discount && { code: discount.code, amount: text(off) } };
}
