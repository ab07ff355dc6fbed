import type { Clock } from '~/domain/clock';
import type { SimulatedCustomer, SimulatedOrder, SimulatedShop } from '~/engine/simulate/simulated-shop';
import { type ContactDetails, contactDetails } from './contact-details';
import { moneyBag, minorOf, type MoneyBag } from './money-bag';
import { comparePositions, type SortPosition } from './pagination';
import { ThrottleBucket, type ThrottleLimits } from './throttle-bucket';

export interface StandinRefund {
  readonly __typename: 'Refund';
  readonly id: number;
  readonly order: StandinOrder;
  /** Instant, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly createdAt: string;
  /** Minor units of the shop's currency. */
  readonly minor: bigint;
}

/** What a discount took off an order at the checkout. */
export interface AppliedDiscount {
  readonly code: string;
  /** Minor units of the shop's currency. */
  readonly minor: bigint;
}

export interface StandinOrder {
  readonly __typename: 'Order';
  readonly shop: ShopState;
  /** The data as it stands now; replaced as a whole when the order changes. */
  order: SimulatedOrder;
  readonly number: number;
  readonly refunds: StandinRefund[];
  /** Stay with the order, whatever becomes of the code. The order's total and lines are after them. */
  readonly discounts: readonly AppliedDiscount[];
  returnStatus: ReturnStatus;
  /** Real time (ms) from which Shopify has worked out the customer's journey. */
  readonly journeyReadyAtMs: number;
}

export const RETURN_STATUSES = [
  'INSPECTION_COMPLETE',
  'IN_PROGRESS',
  'NO_RETURN',
  'RETURNED',
  'RETURN_FAILED',
  'RETURN_REQUESTED',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

export const SUBSCRIBER_STATUSES = [
  'ACTIVE',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
  'NEVER_SUBSCRIBED',
  'PAUSED',
] as const;
export type SubscriberStatus = (typeof SUBSCRIBER_STATUSES)[number];

export interface StandinCustomer {
  readonly __typename: 'Customer';
  readonly shop: ShopState;
  readonly customer: SimulatedCustomer;
  updatedAt: string;
  subscriberStatus: SubscriberStatus;
  readonly orders: StandinOrder[];
}

interface ShopProfile {
  readonly domain: string;
  readonly locale: string;
  readonly plan: string;
  readonly grantedScopes: readonly string[];
  readonly throttle: ThrottleLimits;
  /** False: Shopify refuses bulk operations to this app. */
  readonly bulkAccess: boolean;
  /** False: the app is not approved for names, e-mails and phones. */
  readonly personalData: boolean;
}

type OrderSort = 'CREATED_AT' | 'PROCESSED_AT' | 'UPDATED_AT' | 'ID' | 'ORDER_NUMBER';
const FIRST_ORDER_NUMBER = 1001;

/** Shopify writes instants to the second. */
function toSeconds(instant: string): string {
  if (instant.length === 20 && instant.endsWith('Z')) return instant;
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** One shop as Shopify keeps it: the simulated data, the changes made since, and the app's throttle bucket. */
export class ShopState {
  readonly id: number;
  readonly data: SimulatedShop;
  readonly profile: ShopProfile;
  readonly bucket: ThrottleBucket;
  /** Scopes granted at installation; changed by `setScopes`. */
  scopes: ReadonlySet<string>;
  installed = true;
  readonly customers = new Map<number, StandinCustomer>();
  readonly orders = new Map<number, StandinOrder>();
  private lastOrderId = 0;
  /** What differs from `contactDetails`' rule, by customer. */
  readonly contacts = new Map<number, Partial<ContactDetails>>();
  private readonly clock: Clock;
  private readonly sorted = new Map<OrderSort, readonly StandinOrder[]>();
  private nextNumber = FIRST_ORDER_NUMBER;
  private nextRefundId = 1;

  constructor(id: number, data: SimulatedShop, profile: ShopProfile, clock: Clock) {
    this.id = id;
    this.data = data;
    this.profile = profile;
    this.clock = clock;
    this.scopes = new Set(profile.grantedScopes);
    this.bucket = new ThrottleBucket(profile.throttle);
    for (const customer of data.customers) this.putCustomer(customer);
    for (const order of data.orders) this.insertOrder(order, 0);
  }

  contactOf({ customer }: StandinCustomer): ContactDetails {
    return { ...contactDetails(customer), ...this.contacts.get(customer.id) };
  }

  now(): Date {
    return this.clock.now();
  }

  nowText(): string {
    return toSeconds(this.now().toISOString());
  }

  money(minor: bigint, order: SimulatedOrder): MoneyBag {
    return moneyBag(minor, this.data.currency, order.presentmentCurrency, order.presentmentRate);
  }

  minor(decimal: string): bigint {
    return minorOf(decimal, this.data.currency);
  }

  putCustomer(customer: SimulatedCustomer): StandinCustomer {
    const createdAt = toSeconds(customer.createdAt);
    const known = this.customers.get(customer.id);
    const entry: StandinCustomer = {
      __typename: 'Customer',
      shop: this,
      customer: { ...customer, createdAt },
      updatedAt: known ? this.nowText() : createdAt,
      subscriberStatus: known?.subscriberStatus ?? 'NEVER_SUBSCRIBED',
      orders: known?.orders ?? [],
    };
    this.customers.set(customer.id, entry);
    return entry;
  }

  /** Removes a customer as a redaction does: the orders stay and belong to nobody. */
  removeCustomer(customerId: number): StandinCustomer {
    const entry = this.requireCustomer(customerId);
    for (const order of entry.orders) {
      order.order = { ...order.order, customerId: null, updatedAt: this.nowText() };
    }
    this.customers.delete(customerId);
    this.sorted.delete('UPDATED_AT');
    return entry;
  }

  insertOrder(
    order: SimulatedOrder,
    journeyDelayMs: number,
    discounts: readonly AppliedDiscount[] = [],
  ): StandinOrder {
    if (this.orders.has(order.id)) throw new Error(`order ${order.id} exists already`);
    const createdAt = toSeconds(order.createdAt);
    const updatedAt = toSeconds(order.updatedAt);
    const entry: StandinOrder = {
      __typename: 'Order',
      shop: this,
      order: {
        ...order,
        createdAt,
        updatedAt,
        cancelledAt: order.cancelledAt === null ? null : toSeconds(order.cancelledAt),
      },
      number: this.nextNumber,
      refunds: [],
      discounts,
      returnStatus: 'NO_RETURN',
      journeyReadyAtMs: journeyDelayMs === 0 ? 0 : Date.now() + journeyDelayMs,
    };
    this.nextNumber += 1;
    const refunded = this.minor(order.refunded);
    if (refunded !== 0n) this.appendRefund(entry, refunded, updatedAt);
    this.orders.set(order.id, entry);
    this.lastOrderId = Math.max(this.lastOrderId, order.id);
    if (order.customerId !== null) this.customers.get(order.customerId)?.orders.push(entry);
    this.sorted.clear();
    return entry;
  }

  /** Above every id that there is. */
  nextOrderId(): number {
    return this.lastOrderId + 1;
  }

  /** Replaces fields of an order and stamps the change. */
  changeOrder(orderId: number, change: Partial<SimulatedOrder>): StandinOrder {
    const entry = this.requireOrder(orderId);
    entry.order = { ...entry.order, updatedAt: this.nowText(), ...change, id: orderId };
    this.sorted.clear();
    return entry;
  }

  addRefund(orderId: number, amount: string): StandinRefund {
    const entry = this.requireOrder(orderId);
    const refund = this.appendRefund(entry, this.minor(amount), this.nowText());
    return refund;
  }

  requireOrder(orderId: number): StandinOrder {
    const entry = this.orders.get(orderId);
    if (!entry) throw new Error(`no order ${orderId} in ${this.profile.domain}`);
    return entry;
  }

  requireCustomer(customerId: number): StandinCustomer {
    const entry = this.customers.get(customerId);
    if (!entry) throw new Error(`no customer ${customerId} in ${this.profile.domain}`);
    return entry;
  }

  /** All orders by a key, ascending; sorted once per key until something changes. */
  ordersSortedBy(sort: OrderSort): readonly StandinOrder[] {
    const known = this.sorted.get(sort);
    if (known) return known;
    const position = orderPosition(sort);
    const list = [...this.orders.values()].sort((a, b) => comparePositions(position(a), position(b)));
    this.sorted.set(sort, list);
    return list;
  }

  private appendRefund(order: StandinOrder, minor: bigint, createdAt: string): StandinRefund {
    const refund: StandinRefund = { __typename: 'Refund', id: this.nextRefundId, order, createdAt, minor };
    this.nextRefundId += 1;
    order.refunds.push(refund);
    return refund;
  }
}

/** How an order stands in a sort order of the Admin API. */
export function orderPosition(sort: OrderSort): (entry: StandinOrder) => SortPosition {
  switch (sort) {
    case 'UPDATED_AT':
      return (entry) => ({ value: entry.order.updatedAt, id: entry.order.id });
    case 'CREATED_AT':
    case 'PROCESSED_AT':
      return (entry) => ({ value: entry.order.createdAt, id: entry.order.id });
    case 'ORDER_NUMBER':
      return (entry) => ({ value: entry.number, id: entry.order.id });
    case 'ID':
      return (entry) => ({ value: entry.order.id, id: entry.order.id });
  }
}

export function isOrderSort(key: string): key is OrderSort {
  return ['CREATED_AT', 'PROCESSED_AT', 'UPDATED_AT', 'ID', 'ORDER_NUMBER'].includes(key);
}
