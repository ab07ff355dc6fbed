import { customerNumbers, type DiscountCodeInput, discountCodeInput } from './discount-input';
import {
  type DiscountSurroundings,
  discountError,
  discountErrors,
  type DiscountUserError,
} from './discount-rules';
import { parseGid } from './gid';
import type { Arguments } from './resolvers/resolver';
import type { ShopState } from './shop-state';

export interface StandinDiscount {
  readonly __typename: 'DiscountCodeNode';
  readonly id: number;
  readonly shop: ShopState;
  readonly createdAt: string;
  updatedAt: string;
  title: string;
  code: string;
  /** Instants, `YYYY-MM-DDTHH:MM:SSZ`. */
  startsAt: string;
  endsAt: string | null;
  /** 0 to 1. */
  percentage: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  combinesWith: CombinesWith;
  /** Minor units of the shop's currency. */
  minimumSubtotal: bigint | null;
  tags: readonly string[];
  /** In the order in which they were added; `all` for everybody. */
  customers: 'all' | ReadonlySet<number>;
  /** Orders that used the code, and whose they are. */
  readonly redemptions: { readonly orderId: number; readonly customerId: number | null }[];
}

interface CombinesWith {
  readonly orderDiscounts: boolean;
  readonly productDiscounts: boolean;
  readonly shippingDiscounts: boolean;
}

interface DiscountPayload {
  readonly codeDiscountNode: StandinDiscount | null;
  readonly userErrors: readonly DiscountUserError[];
}

const FIRST_ID = 1_600_000_000_001;
const COMBINES_WITH_NOTHING: CombinesWith = {
  orderDiscounts: false,
  productDiscounts: false,
  shippingDiscounts: false,
};

export type DiscountStatus = 'ACTIVE' | 'EXPIRED' | 'SCHEDULED';

export function discountStatus(discount: StandinDiscount, now: Date): DiscountStatus {
  if (discount.endsAt !== null && Date.parse(discount.endsAt) <= now.getTime()) return 'EXPIRED';
  return Date.parse(discount.startsAt) > now.getTime() ? 'SCHEDULED' : 'ACTIVE';
}

/** The code discounts of one shop. */
export class DiscountCodes {
  private readonly discounts = new Map<number, StandinDiscount>();
  private readonly shop: ShopState;
  private readonly maxCustomers: number | null;
  private nextId = FIRST_ID;

  constructor(shop: ShopState, maxCustomers: number | null) {
    this.shop = shop;
    this.maxCustomers = maxCustomers;
  }

  all(): readonly StandinDiscount[] {
    return [...this.discounts.values()];
  }

  find(id: number): StandinDiscount | null {
    return this.discounts.get(id) ?? null;
  }

  /** Codes are told apart without regard to case. */
  byCode(code: string): StandinDiscount | null {
    const wanted = code.toUpperCase();
    return this.all().find((discount) => discount.code.toUpperCase() === wanted) ?? null;
  }

  create(args: Arguments): DiscountPayload {
    const input = discountCodeInput(args['basicCodeDiscount']);
    const userErrors = discountErrors(input, this.surroundings(null));
    if (userErrors.length > 0) return { codeDiscountNode: null, userErrors };
    const now = this.shop.nowText();
    const discount: StandinDiscount = {
      __typename: 'DiscountCodeNode',
      id: this.nextId,
      shop: this.shop,
      createdAt: now,
      updatedAt: now,
      title: '',
      code: '',
      startsAt: now,
      endsAt: null,
      percentage: 0,
      usageLimit: null,
      appliesOncePerCustomer: false,
      combinesWith: COMBINES_WITH_NOTHING,
      minimumSubtotal: null,
      tags: [],
      customers: new Set(),
      redemptions: [],
    };
    this.nextId += 1;
    this.change(discount, input);
    this.discounts.set(discount.id, discount);
    return { codeDiscountNode: discount, userErrors: [] };
  }

  update(args: Arguments): DiscountPayload {
    const discount = this.byGlobalId(args['id']);
    if (!discount) return refused('Discount does not exist', null);
    const input = discountCodeInput(args['basicCodeDiscount']);
    const userErrors = discountErrors(input, this.surroundings(discount));
    if (userErrors.length > 0) return { codeDiscountNode: null, userErrors };
    this.change(discount, input);
    discount.updatedAt = this.shop.nowText();
    return { codeDiscountNode: discount, userErrors: [] };
  }

  /** Ends a discount now; one that has not begun begins and ends now, one that has ended stays as it is. */
  deactivate(args: Arguments): DiscountPayload {
    const discount = this.byGlobalId(args['id']);
    if (!discount) return refused('Code discount does not exist.', 'INVALID');
    const status = discountStatus(discount, this.shop.now());
    if (status !== 'EXPIRED') {
      const now = this.shop.nowText();
      if (status === 'SCHEDULED') discount.startsAt = now;
      discount.endsAt = now;
      discount.updatedAt = now;
    }
    return { codeDiscountNode: discount, userErrors: [] };
  }

  /** As a merchant does in the admin; the code is free again. */
  remove(code: string): void {
    const discount = this.byCode(code);
    if (discount) this.discounts.delete(discount.id);
  }

  private byGlobalId(globalId: unknown): StandinDiscount | null {
    const parsed = parseGid(String(globalId));
    return parsed?.type === 'DiscountCodeNode' ? this.find(parsed.id) : null;
  }

  private surroundings(current: StandinDiscount | null): DiscountSurroundings {
    return {
      isTaken: (code) => {
        const holder = this.byCode(code);
        return holder !== null && holder !== current;
      },
      hasCustomer: (customerId) => this.shop.customers.has(customerId),
      current: current && {
        startsAt: current.startsAt,
        endsAt: current.endsAt,
        customers: current.customers === 'all' ? 0 : current.customers.size,
      },
      maxCustomers: this.maxCustomers,
    };
  }

  private change(discount: StandinDiscount, input: DiscountCodeInput): void {
    discount.title = input.title ?? discount.title;
    discount.code = input.code ?? discount.code;
    if (input.startsAt) discount.startsAt = toSeconds(input.startsAt);
    if (input.endsAt !== undefined) discount.endsAt = input.endsAt === null ? null : toSeconds(input.endsAt);
    discount.percentage = input.customerGets?.value?.percentage ?? discount.percentage;
    if (input.usageLimit !== undefined) discount.usageLimit = input.usageLimit;
    discount.appliesOncePerCustomer = input.appliesOncePerCustomer ?? discount.appliesOncePerCustomer;
    if (input.combinesWith) discount.combinesWith = { ...COMBINES_WITH_NOTHING, ...input.combinesWith };
    if (input.minimumRequirement !== undefined) {
      const subtotal = input.minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal ?? null;
      discount.minimumSubtotal = subtotal === null ? null : this.shop.minor(subtotal);
    }
    if (input.tags) discount.tags = [...new Set(input.tags)];
    if (input.context?.all === 'ALL') discount.customers = 'all';
    if (input.context?.customers) {
      const customers = new Set(discount.customers === 'all' ? [] : discount.customers);
      for (const customerId of customerNumbers(input.context.customers.add)) customers.add(customerId);
      for (const customerId of customerNumbers(input.context.customers.remove)) customers.delete(customerId);
      discount.customers = customers;
    }
  }
}

function refused(message: string, code: string | null): DiscountPayload {
  return { codeDiscountNode: null, userErrors: [discountError(['id'], message, code)] };
}

/** Shopify keeps instants to the second. */
function toSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
