import { ConnectorError } from '~/connectors/contract';
import { parseWebhook, type ShopifyWebhook, type WebhookDelivery } from '~/connectors/shopify/webhook';
import { claimWebhook } from '~/data/changes/claim-webhook';
import type { Change } from '~/data/changes/pending-changes';
import { findCustomerOfOrders } from '~/data/orders/find-customer-of-orders';
import { createReceipt } from '~/data/privacy/compliance-receipts';
import { findShopByDomain } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { assertNever } from '~/domain/assert-never';
import type { ServiceContext } from './context';
import { uninstallShop } from './uninstall-shop';
import { awaitsFullRead, changeScopes } from './change-scopes';

/** Webhooks of one burst are fetched together: the job waits this long for more of them. */
const BURST_MS = 2_000;

const COMPLIANCE_TOPIC = {
  'data-request': 'customers/data_request',
  'customer-redact': 'customers/redact',
  'shop-redact': 'shop/redact',
} as const;

export type WebhookOutcome = 'accepted' | 'duplicate' | 'unknown-shop' | 'malformed' | 'ignored';

/**
 * Files a webhook whose signature has been verified. The row and the announced change are one transaction; the job is
 * enqueued also for a duplicate, because the process may have died between the two the first time.
 * @throws when the database or the queue is away: the caller answers 503 and Shopify delivers again
 */
export async function receiveWebhook(
  context: ServiceContext,
  delivery: WebhookDelivery,
): Promise<WebhookOutcome> {
  const { db, clock, log } = context;
  let webhook: ShopifyWebhook;
  try {
    webhook = parseWebhook(delivery);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    // Signed by Shopify and still not what its documentation says: another delivery would not read better.
    log.error({ topic: delivery.topic, webhookId: delivery.webhookId, err: error }, 'webhook not understood');
    return 'malformed';
  }
  if (webhook.change.kind === 'unknown') return 'ignored';
  const shop = await findShopByDomain(db, webhook.shop);
  if (!shop) return 'unknown-shop';
  const receivedAt = clock.now();
  const first = await claimWebhook(
    db,
    shop.id,
    {
      webhookId: webhook.webhookId,
      topic: webhook.topic,
      triggeredAt: webhook.triggeredAt === null ? receivedAt : new Date(webhook.triggeredAt),
      receivedAt,
    },
    announcedChanges(webhook),
  );
  await act(context, shop, webhook);
  return first ? 'accepted' : 'duplicate';
}

function announcedChanges({ change }: ShopifyWebhook): readonly Change[] {
  switch (change.kind) {
    case 'order':
    case 'customer':
      return [{ kind: change.kind, sourceId: change.id, deletion: false }];
    case 'order-deleted':
      return [{ kind: 'order', sourceId: change.id, deletion: true }];
    default:
      return [];
  }
}

async function act(context: ServiceContext, shop: Shop, webhook: ShopifyWebhook): Promise<void> {
  const { db, queue, clock } = context;
  const { change } = webhook;
  switch (change.kind) {
    case 'order':
    case 'order-deleted':
    case 'customer': {
      if (shop.status !== 'active') return;
      const bucket = Math.floor(Date.now() / BURST_MS);
      await queue.enqueue('drain-changes', { shopId: shop.id, bucket }, { delayMs: BURST_MS });
      return;
    }
    case 'uninstalled':
      // A late delivery of an earlier goodbye must not end the shop that came back.
      if (webhook.triggeredAt !== null && webhook.triggeredAt < shop.installedAt) return;
      await uninstallShop(context, shop);
      return;
    case 'scopes-updated':
      if (shop.status !== 'active') return;
      await changeScopes(context, shop, change.scopes);
      // Asked of the database, so that a redelivery enqueues what the first delivery could not.
      if (await awaitsFullRead(context, shop.id)) {
        await queue.enqueue('start-pipeline', { shopId: shop.id, trigger: 'manual' });
      }
      return;
    case 'data-request':
    case 'customer-redact':
    case 'shop-redact': {
      const { receipt } = await createReceipt(db, shop.id, {
        topic: COMPLIANCE_TOPIC[change.kind],
        webhookId: webhook.webhookId,
        customerId: change.kind === 'shop-redact' ? null : await customerOf(context, shop, change),
        receivedAt: clock.now(),
      });
      await queue.enqueue('comply', { shopId: shop.id, receiptId: receipt.id });
      return;
    }
    case 'customer-deleted':
    case 'unknown':
      // Shopify deletes only customers without orders: nothing of ours hangs on them.
      return;
    default:
      assertNever(change);
  }
}

/** Shopify leaves the id out where it has none any more; the orders then tell who is meant. */
async function customerOf(
  { db }: ServiceContext,
  shop: Shop,
  { customerId, orderIds }: { readonly customerId: string | null; readonly orderIds: readonly string[] },
): Promise<string | null> {
  if (customerId !== null || orderIds.length === 0) return customerId;
  return findCustomerOfOrders(db, shop.id, orderIds);
}
