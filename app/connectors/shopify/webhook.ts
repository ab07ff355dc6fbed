import { z } from 'zod';
import { ConnectorError } from '../contract';

/**
 * What a webhook says has happened. Only ids are taken from payloads: they may be late, doubled or out of order, so the
 * order itself is read from the Admin API.
 */
type WebhookChange =
  | { readonly kind: 'order'; readonly id: string }
  | { readonly kind: 'order-deleted'; readonly id: string }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'customer-deleted'; readonly id: string }
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'scopes-updated'; readonly scopes: readonly string[] }
  /** A customer asks what is known of them: to be handed to the merchant. */
  | {
      readonly kind: 'data-request';
      readonly requestId: string;
      readonly customerId: string | null;
      readonly orderIds: readonly string[];
    }
  /** A customer is to be forgotten; without an id, only these orders are. */
  | {
      readonly kind: 'customer-redact';
      readonly customerId: string | null;
      readonly orderIds: readonly string[];
    }
  /** 48 hours after uninstallation: everything of the shop is to be forgotten. */
  | { readonly kind: 'shop-redact' }
  /** A topic that we did not ask for. */
  | { readonly kind: 'unknown' };

export interface ShopifyWebhook {
  /** Same for every delivery of one event: what duplicates are known by. */
  readonly webhookId: string;
  /** As `shopify.app.toml` writes it: `orders/create`. */
  readonly topic: string;
  readonly shop: string;
  /** ISO instant at which it happened, by which deliveries are put into order. */
  readonly triggeredAt: string | null;
  readonly change: WebhookChange;
}

/** A delivery whose signature has been verified: the context of `authenticate.webhook` fits. */
export interface WebhookDelivery {
  readonly webhookId: string;
  /** `orders/create`, or `ORDERS_CREATE` as the library writes it. */
  readonly topic: string;
  readonly shop: string;
  readonly triggeredAt?: string | undefined;
  readonly payload: unknown;
}

/** Ids in payloads are numbers; those beyond 2^53 would have lost digits and are refused. */
const idSchema = z
  .union([z.int().positive(), z.string().regex(/^\d+$/)])
  .transform((id): string => String(id));
const withId = z.object({ id: idSchema });
const idList = z.array(idSchema).default([]);
/** Shopify leaves the customer out for guests. */
const customerOf = z.object({ id: idSchema.nullish() }).nullish();

type Read = (payload: unknown) => WebhookChange;

const order: Read = (payload) => ({ kind: 'order', id: withId.parse(payload).id });
const customer: Read = (payload) => ({ kind: 'customer', id: withId.parse(payload).id });

const READ_BY_TOPIC: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['orders/create', order],
  ['orders/updated', order],
  ['orders/cancelled', order],
  ['orders/delete', (payload) => ({ kind: 'order-deleted', id: withId.parse(payload).id })],
  [
    'refunds/create',
    (payload) => ({ kind: 'order', id: z.object({ order_id: idSchema }).parse(payload).order_id }),
  ],
  ['customers/create', customer],
  ['customers/update', customer],
  ['customers/delete', (payload) => ({ kind: 'customer-deleted', id: withId.parse(payload).id })],
  ['app/uninstalled', () => ({ kind: 'uninstalled' })],
  [
    'app/scopes_update',
    (payload) => ({
      kind: 'scopes-updated',
      scopes: z.object({ current: z.array(z.string()) }).parse(payload).current,
    }),
  ],
  [
    'customers/data_request',
    (payload) => {
      const schema = z.object({ customer: customerOf, orders_requested: idList, data_request: withId });
      const body = schema.parse(payload);
      return {
        kind: 'data-request',
        requestId: body.data_request.id,
        customerId: body.customer?.id ?? null,
        orderIds: body.orders_requested,
      };
    },
  ],
  [
    'customers/redact',
    (payload) => {
      const body = z.object({ customer: customerOf, orders_to_redact: idList }).parse(payload);
      return {
        kind: 'customer-redact',
        customerId: body.customer?.id ?? null,
        orderIds: body.orders_to_redact,
      };
    },
  ],
  ['shop/redact', () => ({ kind: 'shop-redact' })],
]);

/** The library writes topics as `APP_SCOPES_UPDATE`; only known ones can be told back apart. */
const TOPIC_BY_CONSTANT: ReadonlyMap<string, string> = new Map(
  [...READ_BY_TOPIC.keys()].map((topic) => [topic.toUpperCase().replaceAll(/[/.]/g, '_'), topic]),
);

/** Reads a verified delivery. @throws ConnectorError `invalid-response` when the payload is not its topic's */
export function parseWebhook(delivery: WebhookDelivery): ShopifyWebhook {
  const topic = TOPIC_BY_CONSTANT.get(delivery.topic) ?? delivery.topic;
  const { webhookId, shop } = delivery;
  return {
    webhookId,
    topic,
    shop,
    triggeredAt: instant(delivery.triggeredAt),
    change: read(topic, delivery),
  };
}

function read(topic: string, { payload }: WebhookDelivery): WebhookChange {
  try {
    return READ_BY_TOPIC.get(topic)?.(payload) ?? { kind: 'unknown' };
  } catch (cause) {
    // The cause holds paths and kinds, not values: payloads are personal.
    throw new ConnectorError('invalid-response', `a ${topic} webhook in an unknown shape`, { cause });
  }
}

function instant(text: string | undefined): string | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
