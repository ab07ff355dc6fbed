import { notApproved } from '../graphql-failure';
import { gid } from '../gid';
import { shopifyDecimal } from '../money-bag';
import { orderHorizonMs } from '../scopes';
import type { StandinCustomer } from '../shop-state';
import { orderList } from './order-list';
import type { ListResolvers, Resolver, Resolvers } from './resolver';

/** A field that names a person: only for apps that Shopify approved for it. */
function personal(fieldName: string, read: (entry: StandinCustomer) => unknown): Resolver<StandinCustomer> {
  return (entry) => {
    if (!entry.shop.profile.personalData) throw notApproved(fieldName);
    return read(entry);
  };
}

function emailAddress(entry: StandinCustomer): unknown {
  const { email, emailState } = entry.shop.contactOf(entry);
  return email === null
    ? null
    : { emailAddress: email, validFormat: emailState !== 'INVALID', marketingState: emailState };
}

function phoneNumber(entry: StandinCustomer): unknown {
  const { phone, smsState, whatsAppState } = entry.shop.contactOf(entry);
  return phone === null
    ? null
    : {
        phoneNumber: phone,
        smsMarketingConsent: { state: smsState },
        whatsAppMarketingConsent: { state: whatsAppState },
      };
}

export const customerResolvers: Resolvers<StandinCustomer> = {
  id: (entry) => gid('Customer', entry.customer.id),
  legacyResourceId: (entry) => String(entry.customer.id),
  firstName: personal('firstName', (entry) => entry.customer.firstName),
  lastName: personal('lastName', (entry) => entry.customer.lastName),
  displayName: personal('displayName', ({ customer }) => `${customer.firstName} ${customer.lastName}`.trim()),
  defaultEmailAddress: personal('email', emailAddress),
  email: personal('email', (entry) => entry.shop.contactOf(entry).email),
  defaultPhoneNumber: personal('phone', phoneNumber),
  phone: personal('phone', (entry) => entry.shop.contactOf(entry).phone),
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
  productSubscriberStatus: (entry) => entry.subscriberStatus,
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
