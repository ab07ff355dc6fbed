import { fetchCustomersByIds, fetchOrdersByIds } from '~/connectors/shopify/fetch-by-ids';
import type { ShopifyClient } from '~/connectors/shopify/client';
import { settleChanges, takePendingChanges, type PendingChange } from '~/data/changes/pending-changes';
import { importCustomers } from '~/data/customers/import-customers';
import { deleteOrders } from '~/data/orders/delete-orders';
import { importOrders } from '~/data/orders/import-orders';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';

const BATCH = 100;

/**
 * Fetches what webhooks announced and brings our rows up to date. Only ids come from webhooks, so neither their order
 * nor their number matters; a change that is announced again while it is being fetched stays on the list.
 */
export async function applyChanges(
  context: ServiceContext,
  { shopId }: { readonly shopId: string },
  { signal }: JobContext,
): Promise<void> {
  const { db } = context;
  const shop = await readShop(db, shopId);
  if (shop?.status !== 'active') return;
  const client = context.connectShopify(shop.domain);
  for (;;) {
    const changes = await takePendingChanges(db, shopId, BATCH);
    if (changes.length === 0) return;
    await fetchInto(context, shop, client, changes, signal);
    await settleChanges(db, shopId, changes);
  }
}

async function fetchInto(
  { db }: ServiceContext,
  shop: Shop,
  client: ShopifyClient,
  changes: readonly PendingChange[],
  signal: AbortSignal,
): Promise<void> {
  const idsOf = (wanted: (change: PendingChange) => boolean) =>
    changes.filter(wanted).map((change) => change.sourceId);
  const { customers } = await fetchCustomersByIds(
    client,
    idsOf(({ kind }) => kind === 'customer'),
    signal,
  );
  await importCustomers(db, shop.id, customers);
  const orders = await fetchOrdersByIds(
    client,
    idsOf(({ kind }) => kind === 'order'),
    signal,
  );
  await importCustomers(db, shop.id, orders.customers);
  await importOrders(db, shop.id, shop.timeZone, orders.orders);
  // An order out of sight may only be older than the app may see: it is erased here only when Shopify said that it was
  // deleted there, and it is indeed gone.
  const missing = new Set(orders.missingIds);
  await deleteOrders(
    db,
    shop.id,
    idsOf(({ kind, sourceId, deletion }) => kind === 'order' && deletion === true && missing.has(sourceId)),
  );
}
