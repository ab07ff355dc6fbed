import { z } from 'zod';
import { readConnection } from '~/data/connections/connections';
import { listActivity } from '~/data/logs/activity-log';
import { orderTotals } from '~/data/orders/order-totals';
import { listReceipts } from '~/data/privacy/compliance-receipts';
import { dataNotices } from '~/insights/data-notices';

import type { ServiceContext } from './context';
import { nextNightly } from './next-nightly';
import { parseReconciliation, requireShop, toShopView } from './read-dashboard';
import { readRun } from './read-run';
import type { ConnectionsView } from './views/connections-view';

const ENTRIES = 50;
const REQUESTS = 20;
const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Where the data come from and what the engine did with them. */
export async function readConnections(context: ServiceContext, shopId: string): Promise<ConnectionsView> {
  const { db, clock } = context;
  const [shop, run, connection, totals, activity, receipts] = await Promise.all([
    requireShop(context, shopId),
    readRun(context, shopId),
    readConnection(db, shopId, 'shopify'),
    orderTotals(db, shopId),
    listActivity(db, shopId, { limit: ENTRIES }),
    listReceipts(db, shopId, { limit: REQUESTS }),
  ]);
  return {
    shop: toShopView(shop),
    run,
    shopify: {
      state: connection?.state ?? 'waiting',
      errorCode: connection?.errorCode ?? null,
      lastSuccessAt: connection?.lastSuccessAt ?? null,
      nextRunAt: shop.status === 'active' ? nextNightly(clock.now(), shop.timeZone).toISOString() : null,
      orders: totals.stored,
      customers: totals.customers,
      firstDay: totals.firstDay,
      lastDay: totals.lastDay,
      mode: connection?.lastMode ?? null,
      reconciliation: parseReconciliation(connection?.reconciliation),
      notices: dataNotices([], shop.grantedScopes),
    },
    privacy: receipts.map(({ id, topic, receivedAt, completedAt, report }) => {
      return { id, topic, receivedAt, completedAt, hasReport: report !== null };
    }),
    activity: activity.map(({ id, at, tone, key, values }) => {
      const parsed = valuesSchema.safeParse(values);
      return { id, at, tone, key, values: parsed.success ? parsed.data : {} };
    }),
  };
}
