import { gid } from '../gid';
import { shopifyDecimal } from '../money-bag';
import { orderHorizonMs } from '../scopes';
import type { StandinCustomer } from '../shop-state';
import { orderList } from './order-list';
import type { ListResolvers, Resolvers } from './resolver';

export const customerResolvers: Resolvers<StandinCustomer> = {
  id: (entry) => gid('Customer', entry.customer.id),
  legacyResourceId: (entry) => String(entry.customer.id),
  firstName: (entry) => entry.customer.firstName,
  lastName: (entry) => entry.customer.lastName,
  displayName: (entry) => `${entry.customer.firstName} ${entry.customer.lastName}`.trim(),
  defaultEmailAddress: (entry) => ({ emailAddress: entry.customer.email, validFormat: true }),
  email: (entry) => entry.customer.email,
  createdAt: (entry) => entry.customer.createdAt,
  updatedAt: (entry) => entry.updatedAt,
  numberOfOrders: (entry) => String(entry.orders.length),
  amountSpent: (entry) => {
    const { currency } = entry.shop.data;
    let minor = 0n;
    for (const { order } of entry.orders) {
      if (!order.test) minor += entry.shop.minor(order.paid) - entry.shop.minor(order.refunded);
    }
    return { amount: shopifyDecimal(minor, currency), currencyCode: currency };
  },
  locale: (entry) => entry.shop.profile.locale,
  state: () => 'DISABLED',
  tags: () => [],
  note: () => null,
  verifiedEmail: () => true,
  lastOrder: (entry, _args, context) => {
    const horizon = orderHorizonMs(context.scopes, entry.shop.now());
    return entry.orders.findLast((order) => Date.parse(order.order.createdAt) >= horizon) ?? null;
  },
};

export const customerLists: ListResolvers<StandinCustomer> = {
  orders: (entry, args, context) => orderList(entry.shop, args, context, entry.customer.id),
};
