import type { ShopifyClient } from '~/connectors/shopify/client';
import { bulkOrderTotals, pagedOrderTotals, type MonthTotal } from '~/connectors/shopify/order-totals';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { readConnection, updateConnection } from '~/data/connections/connections';
import { importCustomers } from '~/data/customers/import-customers';
import { appendActivity } from '~/data/logs/activity-log';
import { importOrders } from '~/data/orders/import-orders';
import { monthlyTotals } from '~/data/orders/monthly-totals';
import { readShop } from '~/data/shops/find-shop';
import type { Shop } from '~/data/shops/shop';
import { addMonths, localDay } from '~/domain/iso-day';
import { minorToUnits } from '~/domain/money';
import type { JobContext } from '~/jobs/queue';
import { seesWholeHistory } from './change-scopes';
import type { ServiceContext } from './context';
import { mayReadPageByPage } from './may-read-page-by-page';
import { parseReconciliation } from './read-dashboard';
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
  const since = firstComparableMonth(shop, clock.now());
  const comparable = (months: readonly Month[]) => months.filter(({ month }) => month >= since);
  const compare = async (repairedOrders: number) => {
    const theirs = comparable(byMonth(await sourceTotals(client, shop, signal)));
    const ours = comparable(await monthlyTotals(db, shopId));
    return {
      differs: differs(ours, theirs),
      found: summarise(shop, ours, theirs, repairedOrders, clock.now()),
    };
  };
  const first = await compare(0);
  const connection = await readConnection(db, shopId, 'shopify');
  const known = parseReconciliation(connection?.reconciliation);
  const { found: reconciliation } =
    first.differs && !isSameDifference(first.found, known)
      ? await compare(await readAgain(context, shop, client, signal))
      : first;
  const at = clock.now();
  const { repairedOrders } = reconciliation;
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

interface Month {
  /** `YYYY-MM` */
  readonly month: string;
  readonly orders: number;
  readonly netMinor: bigint;
}

const VISIBLE_MS = 60 * 86_400_000;

/** Without the whole history Shopify shows 60 days: months that begin before them cannot be compared. */
function firstComparableMonth(shop: Shop, now: Date): string {
  if (seesWholeHistory(shop.grantedScopes)) return '';
  return addMonths(localDay(new Date(now.getTime() - VISIBLE_MS), shop.timeZone), 1).slice(0, 7);
}

/** A shop that changed its currency has two sums a month; ours are not kept apart, so theirs must not be. */
function byMonth(totals: readonly MonthTotal[]): readonly Month[] {
  const sums = new Map<string, Month>();
  for (const { month, orders, netMinor } of totals) {
    const before = sums.get(month) ?? { month, orders: 0, netMinor: 0n };
    sums.set(month, { month, orders: before.orders + orders, netMinor: before.netMinor + netMinor });
  }
  return [...sums.values()];
}

/** Reading everything again has not mended this difference the last time either. */
function isSameDifference(found: ReconciliationView, known: ReconciliationView | null): boolean {
  return (
    known !== null &&
    found.ordersHere - found.ordersAtSource === known.ordersHere - known.ordersAtSource &&
    found.difference !== 0 &&
    found.difference === known.difference
  );
}

async function sourceTotals(
  client: ShopifyClient,
  shop: Shop,
  signal: AbortSignal,
): Promise<readonly MonthTotal[]> {
  try {
    return await bulkOrderTotals(client, { timeZone: shop.timeZone, signal });
  } catch (error) {
    if (!mayReadPageByPage(error)) throw error;
    return pagedOrderTotals(client, { timeZone: shop.timeZone, signal });
  }
}

function differs(ours: readonly Month[], theirs: readonly Month[]): boolean {
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
  ours: readonly Month[],
  theirs: readonly Month[],
  repairedOrders: number,
  at: Date,
): ReconciliationView {
  const total = (months: readonly Month[]) => ({
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
