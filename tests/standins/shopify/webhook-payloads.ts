import { toDecimalString } from '~/domain/money';
import type { BulkOperation } from './bulk-operation';
import { gid } from './gid';
import { convertMinor } from './money-bag';
import { currentDiscountMinor, discountMinor, lineDiscountMinor } from './order-discounts';
import { currentTotalMinor, linesOf } from './resolvers/order';
import type { ShopState, StandinCustomer, StandinOrder, StandinRefund } from './shop-state';
import { zonedIso } from './zoned-time';

/**
 * Bodies of webhooks, in the shape of the REST Admin API as the topics' reference pages show it
 * (https://shopify.dev/docs/api/webhooks). Instants carry the shop's offset, ids are numbers.
 */
export type Payload = Readonly<Record<string, unknown>>;

function priceSet(entry: StandinOrder, minor: bigint): Payload {
  const { currency } = entry.shop.data;
  const { presentmentCurrency, presentmentRate } = entry.order;
  const presentment = convertMinor(minor, currency, presentmentCurrency, presentmentRate);
  return {
    shop_money: { amount: toDecimalString({ minor, currency }), currency_code: currency },
    presentment_money: {
      amount: toDecimalString({ minor: presentment, currency: presentmentCurrency }),
      currency_code: presentmentCurrency,
    },
  };
}

export function customerPayload(entry: StandinCustomer): Payload {
  const { customer, shop } = entry;
  return {
    id: customer.id,
    created_at: zonedIso(customer.createdAt, shop.data.timeZone),
    updated_at: zonedIso(entry.updatedAt, shop.data.timeZone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: 'disabled',
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: null,
    currency: shop.data.currency,
    addresses: [],
    tax_exemptions: [],
    admin_graphql_api_id: gid('Customer', customer.id),
  };
}

export function orderPayload(entry: StandinOrder): Payload {
  const { order, shop } = entry;
  const zone = shop.data.timeZone;
  const total = shop.minor(order.total);
  const current = currentTotalMinor(entry);
  const text = (minor: bigint): string => toDecimalString({ minor, currency: shop.data.currency });
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    cancel_reason: order.cancelledAt === null ? null : 'customer',
    cancelled_at: order.cancelledAt === null ? null : zonedIso(order.cancelledAt, zone),
    closed_at: null,
    confirmed: true,
    created_at: zonedIso(order.createdAt, zone),
    processed_at: zonedIso(order.createdAt, zone),
    updated_at: zonedIso(order.updatedAt, zone),
    currency: shop.data.currency,
    presentment_currency: order.presentmentCurrency,
    current_total_price: text(current),
    current_total_price_set: priceSet(entry, current),
    total_price: text(total),
    total_price_set: priceSet(entry, total),
    total_discounts: text(discountMinor(entry)),
    total_discounts_set: priceSet(entry, discountMinor(entry)),
    current_total_discounts: text(currentDiscountMinor(entry, current)),
    current_total_discounts_set: priceSet(entry, currentDiscountMinor(entry, current)),
    total_outstanding: text(current > shop.minor(order.paid) ? current - shop.minor(order.paid) : 0n),
    email: customer?.customer.email ?? '',
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status: null,
    name: `#${entry.number}`,
    number: entry.number - 1000,
    order_number: entry.number,
    source_name: 'web',
    tags: '',
    test: order.test,
    customer: customer ? customerPayload(customer) : null,
    line_items: linesOf(entry).map(({ id, line, index }) => ({
      id,
      admin_graphql_api_id: gid('LineItem', id),
      product_id: line.productId,
      title: line.title,
      name: line.title,
      quantity: line.quantity,
      price: text(
        (shop.minor(line.total) + lineDiscountMinor(entry, index)) / BigInt(Math.max(1, line.quantity)),
      ),
      // Discounts of the whole order are not in it, and all of the stand-in's are.
      total_discount: text(0n),
    })),
    refunds: entry.refunds.map(refundPayload),
    shipping_lines: [],
    discount_codes: entry.discounts.map(({ code, minor }) => ({
      code,
      amount: text(minor),
      type: 'percentage',
    })),
  };
}

export function refundPayload(refund: StandinRefund): Payload {
  const { order, shop } = refund.order;
  const at = zonedIso(refund.createdAt, shop.data.timeZone);
  return {
    id: refund.id,
    order_id: order.id,
    created_at: at,
    processed_at: at,
    note: null,
    user_id: null,
    restock: false,
    duties: [],
    admin_graphql_api_id: gid('Refund', refund.id),
    refund_line_items: [],
    order_adjustments: [],
    transactions: [
      {
        id: refund.id,
        order_id: order.id,
        kind: 'refund',
        gateway: 'shopify_payments',
        status: 'success',
        amount: toDecimalString({ minor: refund.minor, currency: shop.data.currency }),
        currency: shop.data.currency,
        created_at: at,
        processed_at: at,
        test: order.test,
      },
    ],
  };
}

export function deletedCustomerPayload(entry: StandinCustomer): Payload {
  return {
    id: entry.customer.id,
    phone: null,
    addresses: [],
    tax_exemptions: [],
    admin_graphql_api_id: gid('Customer', entry.customer.id),
  };
}

export function shopPayload(shop: ShopState): Payload {
  return {
    id: shop.id,
    name: shop.data.name,
    email: `hello@${shop.profile.domain.replace('.myshopify.com', '.example')}`,
    domain: shop.profile.domain,
    myshopify_domain: shop.profile.domain,
    country_code: shop.data.countryCode,
    currency: shop.data.currency,
    iana_timezone: shop.data.timeZone,
    primary_locale: shop.profile.locale,
    plan_name: shop.profile.plan,
  };
}

export function scopesUpdatePayload(shop: ShopState, previous: readonly string[]): Payload {
  return {
    id: shop.id,
    previous,
    current: [...shop.scopes],
    updated_at: zonedIso(shop.nowText(), shop.data.timeZone),
  };
}

function privacyCustomer(entry: StandinCustomer): Payload {
  return { id: entry.customer.id, email: entry.customer.email, phone: null };
}

export function dataRequestPayload(shop: ShopState, customerId: number): Payload {
  const entry = shop.requireCustomer(customerId);
  return {
    shop_id: shop.id,
    shop_domain: shop.profile.domain,
    orders_requested: entry.orders.map(({ order }) => order.id),
    customer: privacyCustomer(entry),
    data_request: { id: 9_000_000 + customerId },
  };
}

export function customerRedactPayload(shop: ShopState, customerId: number): Payload {
  const entry = shop.requireCustomer(customerId);
  return {
    shop_id: shop.id,
    shop_domain: shop.profile.domain,
    customer: privacyCustomer(entry),
    orders_to_redact: entry.orders.map(({ order }) => order.id),
  };
}

export function shopRedactPayload(shop: ShopState): Payload {
  return { shop_id: shop.id, shop_domain: shop.profile.domain };
}

export function bulkFinishPayload(operation: BulkOperation): Payload {
  return {
    admin_graphql_api_id: gid('BulkOperation', operation.id),
    completed_at: operation.completedAt,
    created_at: operation.createdAt,
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: 'query',
  };
}
