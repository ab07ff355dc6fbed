import { ConnectorError } from '~/connectors/contract';
import type { ShopifyClient } from '~/connectors/shopify/client';
import { bulkOrderTotals, pagedOrderTotals, type MonthTotal } from '~/connectors/shopify/order-totals';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { updateConnection } from '~/data/connections/connections';
import { importCustomers } from '~/data/customers/import-customers';
import { appendActivity } from '~/data/logs/activity-log';
import { importOrders } from '~/data/orders/import-orders';
import { monthlyTotals, type MonthlyTotal } from '~/data/orders/monthly-totals';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { minorToUnits } from '~/domain/money';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import type { ReconciliationView } from './views/dashboard-view';

/**
 * Compares our orders and revenue with Shopify's own, month by month. Where a month differs, everything is read again
 * page by page and compared once more; what remains is shown as it is.
 */
export async function reconcileOrders(
  context: ServiceContext,
  { shopId }: { readonly shopId: string },
  { signal }: JobContext,
): Promise<void> {
  const { db, clock } = context;
  const shop = await readShop(db, shopId);
  if (shop?.status !== 'active') return;
  const client = context.connectShopify(shop.domain);
  const theirs = await sourceTotals(client, shop, signal);
  let ours = await monthlyTotals(db, shopId);
  let repairedOrders = 0;
  if (differs(ours, theirs)) {
    repairedOrders = await readAgain(context, shop, client, signal);
    ours = await monthlyTotals(db, shopId);
  }
  const at = clock.now();
  const reconciliation = summarise(shop, ours, theirs, repairedOrders, at);
  await updateConnection(db, shopId, 'shopify', { reconciliation, reconciledAt: at });
  await appendActivity(db, shopId, {
    at,
    tone: reconciliation.difference === 0 ? 'success' : 'warning',
    key: repairedOrders > 0 ? 'reconciled-repaired' : 'reconciled',
    values: {
      orders: repairedOrders > 0 ? repairedOrders : reconciliation.ordersHere,
      difference: reconciliation.difference,
    },
  });
}

async function sourceTotals(
  client: ShopifyClient,
  shop: Shop,
  signal: AbortSignal,
): Promise<readonly MonthTotal[]> {
  try {
    return await bulkOrderTotals(client, { timeZone: shop.timeZone, signal });
  } catch (error) {
    if (!(error instanceof ConnectorError) || !['bulk-refused', 'bulk-failed'].includes(error.code))
      throw error;
    return pagedOrderTotals(client, { timeZone: shop.timeZone, signal });
  }
}

function differs(ours: readonly MonthlyTotal[], theirs: readonly MonthTotal[]): boolean {
  const here = new Map(ours.map((month) => [month.month, month]));
  const sameMonths = here.size === theirs.length;
  return (
    !sameMonths ||
    theirs.some(({ month, orders, netMinor }) => {
      const match = here.get(month);
      return match?.orders !== orders || match.netMinor !== netMinor;
    })
  );
}

async function readAgain(
  { db }: ServiceContext,
  shop: Shop,
  client: ShopifyClient,
  signal: AbortSignal,
): Promise<number> {
  let repaired = 0;
  for await (const page of pageOrders(client, { signal })) {
    await importCustomers(db, shop.id, page.customers);
    const { inserted, updated } = await importOrders(db, shop.id, shop.timeZone, page.orders);
    repaired += inserted + updated;
  }
  return repaired;
}

function summarise(
  shop: Shop,
  ours: readonly MonthlyTotal[],
  theirs: readonly MonthTotal[],
  repairedOrders: number,
  at: Date,
): ReconciliationView {
  const total = (months: readonly { readonly orders: number; readonly netMinor: bigint }[]) => ({
    orders: months.reduce((sum, month) => sum + month.orders, 0),
    minor: months.reduce((sum, month) => sum + month.netMinor, 0n),
  });
  const here = total(ours);
  const there = total(theirs);
  const units = (minor: bigint) => minorToUnits(minor, shop.currency);
  return {
    at: at.toISOString(),
    ordersHere: here.orders,
    ordersAtSource: there.orders,
    revenueHere: units(here.minor),
    revenueAtSource: units(there.minor),
    difference:
      there.minor === 0n
        ? here.minor === 0n
          ? 0
          : 1
        : Number(here.minor - there.minor) / Number(there.minor),
    repairedOrders,
  };
}
