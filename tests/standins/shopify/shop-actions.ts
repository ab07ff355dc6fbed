import type { SimulatedCustomer, SimulatedOrder } from '~/engine/simulate/simulated-shop';
import { toDecimalString } from '~/domain/money';
import type { ContactDetails } from './contact-details';
import { type Basket, type Checkout, checkOut } from './place-order';
import type { AppliedDiscount, ReturnStatus, StandinOrder, SubscriberStatus } from './shop-state';
import type { StandinCore, StandinShop } from './standin-core';
import {
  customerPayload,
  deletedCustomerPayload,
  orderPayload,
  type Payload,
  refundPayload,
  scopesUpdatePayload,
  shopPayload,
} from './webhook-payloads';

/** Whether a change is announced by webhooks, as Shopify does; only when an app to send them to is known. */
interface ActionOptions {
  readonly notify?: boolean;
}

/** What happens in a shop: each changes the data and, if asked, sends the webhooks that Shopify would send. */
export class ShopActions {
  private readonly core: StandinCore;

  constructor(core: StandinCore) {
    this.core = core;
  }

  shop(domain: string): StandinShop {
    const shop = this.core.shops.get(domain);
    if (!shop) throw new Error(`the stand-in has no shop ${domain}`);
    return shop;
  }

  async addCustomer(domain: string, customer: SimulatedCustomer, options: ActionOptions = {}): Promise<void> {
    const entry = this.shop(domain).state.putCustomer(customer);
    await this.announce(domain, options, [['customers/create', customerPayload(entry)]]);
  }

  async updateCustomer(
    domain: string,
    customer: SimulatedCustomer,
    options: ActionOptions = {},
  ): Promise<void> {
    const entry = this.shop(domain).state.putCustomer(customer);
    await this.announce(domain, options, [['customers/update', customerPayload(entry)]]);
  }

  async deleteCustomer(domain: string, customerId: number, options: ActionOptions = {}): Promise<void> {
    const entry = this.shop(domain).state.removeCustomer(customerId);
    await this.announce(domain, options, [['customers/delete', deletedCustomerPayload(entry)]]);
  }

  /** What is known of reaching a customer, where a test needs another than the stand-in's own rule gives. */
  setContact(domain: string, customerId: number, change: Partial<ContactDetails>): void {
    const { contacts } = this.shop(domain).state;
    contacts.set(customerId, { ...contacts.get(customerId), ...change });
  }

  /** The customer brings goods of an order back; changes no amounts, which a refund does. */
  setReturnStatus(domain: string, orderId: number, status: ReturnStatus): void {
    this.shop(domain).state.requireOrder(orderId).returnStatus = status;
  }

  setSubscriberStatus(domain: string, customerId: number, status: SubscriberStatus): void {
    this.shop(domain).state.requireCustomer(customerId).subscriberStatus = status;
  }

  /** A customer buys, with a code or without; a code that does not hold at the checkout means no order. */
  async placeOrder(domain: string, basket: Basket, options: ActionOptions = {}): Promise<Checkout> {
    const { state, discounts } = this.shop(domain);
    const checkout = checkOut(state, discounts, basket);
    if (checkout.accepted) {
      const { order, discount } = checkout;
      const discounts = discount ? [{ code: discount.code, minor: state.minor(discount.amount) }] : [];
      await this.insertOrder(domain, order, discounts, options);
    }
    return checkout;
  }

  async addOrder(domain: string, order: SimulatedOrder, options: ActionOptions = {}): Promise<void> {
    await this.insertOrder(domain, order, [], options);
  }

  async updateOrder(
    domain: string,
    orderId: number,
    change: Partial<SimulatedOrder>,
    options: ActionOptions = {},
  ): Promise<void> {
    const entry = this.shop(domain).state.changeOrder(orderId, change);
    await this.announce(domain, options, [['orders/updated', orderPayload(entry)]]);
  }

  /** Gives money back: a decimal string in the shop's currency, or all that was paid. */
  async refundOrder(
    domain: string,
    orderId: number,
    amount: string | null = null,
    options: ActionOptions = {},
  ): Promise<void> {
    const { state } = this.shop(domain);
    const { entry, refund } = this.refund(state.requireOrder(orderId), amount);
    await this.announce(domain, options, [
      ['refunds/create', refundPayload(refund)],
      ['orders/updated', orderPayload(entry)],
    ]);
  }

  /** Cancels an order and gives the money back. */
  async cancelOrder(domain: string, orderId: number, options: ActionOptions = {}): Promise<void> {
    const { state } = this.shop(domain);
    const before = state.requireOrder(orderId);
    const messages: [string, Payload][] = [];
    if (state.minor(before.order.paid) > state.minor(before.order.refunded)) {
      messages.push(['refunds/create', refundPayload(this.refund(before, null).refund)]);
    }
    const { financialStatus } = before.order;
    const entry = state.changeOrder(orderId, {
      cancelledAt: state.nowText(),
      financialStatus: state.minor(before.order.paid) === 0n ? 'VOIDED' : financialStatus,
    });
    messages.push(['orders/cancelled', orderPayload(entry)], ['orders/updated', orderPayload(entry)]);
    await this.announce(domain, options, messages);
  }

  /** The merchant removes the app: tokens die, bulk operations stop. */
  async uninstall(domain: string, options: ActionOptions = {}): Promise<void> {
    const shop = this.shop(domain);
    shop.state.installed = false;
    this.core.tokens.revoke(domain);
    shop.bulk.cancelAll();
    shop.subscriptions.clear();
    await this.announce(domain, options, [['app/uninstalled', shopPayload(shop.state)]]);
  }

  install(domain: string): void {
    this.shop(domain).state.installed = true;
  }

  /** Tokens issued from now on carry these scopes. */
  async setScopes(domain: string, scopes: readonly string[], options: ActionOptions = {}): Promise<void> {
    const { state } = this.shop(domain);
    const previous = [...state.scopes];
    state.scopes = new Set(scopes);
    await this.announce(domain, options, [['app/scopes_update', scopesUpdatePayload(state, previous)]]);
  }

  private async insertOrder(
    domain: string,
    order: SimulatedOrder,
    discounts: readonly AppliedDiscount[],
    options: ActionOptions,
  ): Promise<void> {
    const entry = this.shop(domain).state.insertOrder(order, this.core.journeyDelayMs, discounts);
    await this.announce(domain, options, [['orders/create', orderPayload(entry)]]);
  }

  private refund(
    entry: StandinOrder,
    amount: string | null,
  ): { entry: StandinOrder; refund: StandinOrder['refunds'][number] } {
    const { shop, order } = entry;
    const paid = shop.minor(order.paid);
    const minor = amount === null ? paid - shop.minor(order.refunded) : shop.minor(amount);
    const text = (value: bigint): string => toDecimalString({ minor: value, currency: shop.data.currency });
    const refund = shop.addRefund(order.id, text(minor));
    const refunded = shop.minor(order.refunded) + minor;
    const changed = shop.changeOrder(order.id, {
      refunded: text(refunded),
      financialStatus: refunded >= paid ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    });
    return { entry: changed, refund };
  }

  private async announce(
    domain: string,
    options: ActionOptions,
    messages: readonly (readonly [topic: string, payload: Payload])[],
  ): Promise<void> {
    if (options.notify !== true) return;
    const triggeredAt = this.shop(domain).state.now().toISOString();
    for (const [topic, payload] of messages) {
      await this.core.webhooks.send({ shop: domain, topic, payload }, { triggeredAt });
    }
  }
}
