import { ConnectorError, type SourcePage } from '~/connectors/contract';
import { bulkExportOrders } from '~/connectors/shopify/bulk-export-orders';
import { countOrders } from '~/connectors/shopify/count-orders';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { readGrantedScopes } from '~/connectors/shopify/read-shop';
import { readConnection, updateConnection } from '~/data/connections/connections';
import { importCustomers } from '~/data/customers/import-customers';
import { appendActivity } from '~/data/logs/activity-log';
import { importOrders } from '~/data/orders/import-orders';
import { readShop } from '~/data/shops/find-shop';
import { updateShopScopes } from '~/data/shops/update-shop';
import type { JobContext } from '~/jobs/queue';
import type { ServiceContext } from './context';
import { failureCode, runStep, type StepInput } from './pipeline';
import type { ReportProgress } from './progress-reporter';

/** Changes are asked for from a little before the last read: clocks differ, and the source's index lags. */
const OVERLAP_MS = 10 * 60_000;

/**
 * First step of a pass: everything the shop has, the first time; what changed since, from then on.
 * Upserts make a step that was cut and run again count nothing twice.
 */
export async function ingestOrders(
  context: ServiceContext,
  input: StepInput,
  job: JobContext,
): Promise<void> {
  await runStep(context, input, 'ingest', job, async (report) => {
    const { db, clock } = context;
    const { shopId } = input;
    const startedAt = clock.now();
    await updateConnection(db, shopId, 'shopify', { state: 'syncing', lastAttemptAt: startedAt });
    try {
      const summary = await readIntoDatabase(context, input, job, report);
      await updateConnection(db, shopId, 'shopify', {
        state: 'ok',
        errorCode: null,
        lastSuccessAt: clock.now(),
        cursorUpdatedAt: summary.asOf < startedAt ? summary.asOf : startedAt,
        bulkOperationId: null,
        ...(summary.mode === 'incremental' ? {} : { lastMode: summary.mode }),
      });
      await appendActivity(db, shopId, {
        at: clock.now(),
        tone: 'success',
        key: summary.mode === 'incremental' ? 'changes-applied' : 'sync-finished',
        values: { orders: summary.orders, customers: summary.customers },
      });
      await context.queue.enqueue('reconcile-orders', input);
    } catch (error) {
      await updateConnection(db, shopId, 'shopify', { state: 'failed', errorCode: failureCode(error) });
      throw error;
    }
  });
}

interface IngestSummary {
  readonly mode: 'bulk' | 'paginated' | 'incremental';
  readonly orders: number;
  readonly customers: number;
  /** The source's state that was read is at least this new. */
  readonly asOf: Date;
}

/** Failures of an export after which the slower way, page by page, is still open. */
const PAGINATE_AFTER: ReadonlySet<string> = new Set([
  'bulk-refused',
  'bulk-failed',
  'truncated',
  'expired-url',
]);

async function readIntoDatabase(
  context: ServiceContext,
  { shopId }: StepInput,
  job: JobContext,
  report: ReportProgress,
): Promise<IngestSummary> {
  const { db, log } = context;
  const shop = await readShop(db, shopId);
  if (!shop) throw new ConnectorError('shop-gone', 'the shop is not installed any more');
  const client = context.connectShopify(shop.domain);
  const { signal } = job;
  report(null, { phase: 'requesting' });
  await updateShopScopes(db, shopId, await readGrantedScopes(client, signal));
  const connection = await readConnection(db, shopId, 'shopify');
  const begun = context.clock.now();
  let asOf = begun;
  const save = (pages: AsyncIterable<SourcePage>, total: number | null) =>
    savePages(context, shopId, shop.timeZone, pages, total, report);
  if (connection?.cursorUpdatedAt != null) {
    const updatedSince = new Date(Date.parse(connection.cursorUpdatedAt) - OVERLAP_MS);
    return { mode: 'incremental', asOf, ...(await save(pageOrders(client, { updatedSince, signal }), null)) };
  }
  const total = await countOrders(client, { signal });
  try {
    const pages = bulkExportOrders(client, {
      signal,
      ...(connection?.bulkOperationId == null ? {} : { resumeOperationId: connection.bulkOperationId }),
      onStarted: async (bulkOperationId) => {
        await updateConnection(db, shopId, 'shopify', { bulkOperationId });
      },
      // An export adopted after a crash shows the shop as it was when the export began.
      onAsOf: (instant) => {
        asOf = new Date(instant);
      },
      onProgress: ({ phase }) => {
        if (phase !== 'reading') report(null, { phase, ordersTotal: total });
      },
    });
    const saved = await save(pages, total);
    return { mode: 'bulk', asOf, ...saved };
  } catch (error) {
    if (!(error instanceof ConnectorError && PAGINATE_AFTER.has(error.code))) throw error;
    log.info({ shopId, code: error.code }, 'no bulk export; reading page by page');
    return { mode: 'paginated', asOf: begun, ...(await save(pageOrders(client, { total, signal }), total)) };
  }
}

/** Stores pages as they come; what was stored before a crash is found unchanged the next time. */
async function savePages(
  { db }: ServiceContext,
  shopId: string,
  timeZone: string,
  pages: AsyncIterable<SourcePage>,
  total: number | null,
  report: ReportProgress,
): Promise<{ readonly orders: number; readonly customers: number }> {
  const customers = new Set<string>();
  let orders = 0;
  for await (const page of pages) {
    await importCustomers(db, shopId, page.customers);
    await importOrders(db, shopId, timeZone, page.orders);
    orders += page.orders.length;
    for (const customer of page.customers) customers.add(customer.sourceId);
    const share = total === null || total === 0 ? null : Math.min(1, orders / total);
    report(share, {
      phase: 'saving',
      orders,
      customers: customers.size,
      ...(total === null ? {} : { ordersTotal: total }),
    });
  }
  return { orders, customers: customers.size };
}
