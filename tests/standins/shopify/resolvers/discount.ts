import { discountStatus, type StandinDiscount } from '../discount-codes';
import { gid } from '../gid';
import { shopifyDecimal } from '../money-bag';
import { listByNumber, type ListResolvers, type Resolvers } from './resolver';

/** The discount behind a node: the same object under another name. */
interface BasicDiscount {
  readonly __typename: 'DiscountCodeBasic';
  readonly discount: StandinDiscount;
}

export const discountNodeResolvers: Resolvers<StandinDiscount> = {
  id: (discount) => gid('DiscountCodeNode', discount.id),
  codeDiscount: (discount): BasicDiscount => ({ __typename: 'DiscountCodeBasic', discount }),
};

export const basicDiscountResolvers: Resolvers<BasicDiscount> = {
  title: ({ discount }) => discount.title,
  status: ({ discount }) => discountStatus(discount, discount.shop.now()),
  startsAt: ({ discount }) => discount.startsAt,
  endsAt: ({ discount }) => discount.endsAt,
  createdAt: ({ discount }) => discount.createdAt,
  updatedAt: ({ discount }) => discount.updatedAt,
  usageLimit: ({ discount }) => discount.usageLimit,
  appliesOncePerCustomer: ({ discount }) => discount.appliesOncePerCustomer,
  // Shopify counts some time after the order; here at once.
  asyncUsageCount: ({ discount }) => discount.redemptions.length,
  tags: ({ discount }) => discount.tags,
  discountClasses: () => ['ORDER'],
  combinesWith: ({ discount }) => discount.combinesWith,
  codesCount: () => ({ count: 1, precision: 'EXACT' }),
  customerGets: ({ discount }) => ({
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    items: { __typename: 'AllDiscountItems', allItems: true },
    value: { __typename: 'DiscountPercentage', percentage: discount.percentage },
  }),
  minimumRequirement: ({ discount }) => {
    if (discount.minimumSubtotal === null) return null;
    const { currency } = discount.shop.data;
    const amount = shopifyDecimal(discount.minimumSubtotal, currency);
    return {
      __typename: 'DiscountMinimumSubtotal',
      greaterThanOrEqualToSubtotal: { amount, currencyCode: currency },
    };
  },
  context: ({ discount }) => {
    if (discount.customers === 'all') return { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' };
    const { customers } = discount.shop;
    const list = [...discount.customers].flatMap((id) => customers.get(id) ?? []);
    return { __typename: 'DiscountCustomers', customers: list };
  },
};

export const basicDiscountLists: ListResolvers<BasicDiscount> = {
  codes: ({ discount }, args) => {
    const id = gid('DiscountRedeemCode', discount.id);
    const code = { id, code: discount.code, asyncUsageCount: discount.redemptions.length };
    return listByNumber([code], () => discount.id, args);
  },
};
