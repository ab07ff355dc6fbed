import type { Db } from '../db';
import { withShop } from '../with-shop';
import { announce, type Change } from './pending-changes';

export interface WebhookEvent {
  /** X-Shopify-Webhook-Id: the same for every redelivery. */
  readonly webhookId: string;
  readonly topic: string;
  readonly triggeredAt: Date;
  readonly receivedAt: Date;
}

/**
 * Takes a webhook in: notes it and announces its changes in one transaction, so that neither is without the other.
 * @returns false for a delivery that was taken in before; nothing changes then
 */
export function claimWebhook(
  db: Db,
  shopId: string,
  event: WebhookEvent,
  changes: readonly Change[] = [],
): Promise<boolean> {
  return withShop(db, shopId, async (tx) => {
    const { count } = await tx.webhookEvent.createMany({
      data: [{ shopId, ...event }],
      skipDuplicates: true,
    });
    if (count === 1 && changes.length > 0) await announce(tx, shopId, changes, event.receivedAt);
    return count === 1;
  });
}

/** Forgets webhooks received before an instant. @returns how many */
export async function pruneWebhookEvents(db: Db, shopId: string, before: Date): Promise<number> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.webhookEvent.deleteMany({ where: { shopId, receivedAt: { lt: before } } }),
  );
  return count;
}
