import { ConnectorError, type SourcePage } from '~/connectors/contract';
import { bulkExportOrders } from '~/connectors/shopify/bulk-export-orders';
import { countOrders } from '~/connectors/shopify/count-orders';
import { pageOrders } from '~/connectors/shopify/page-orders';
import { readGrantedScopes } from '~/connectors/shopify/read-shop';
import { announceOpenOrigins, countPendingChanges } from '~/data/changes/pending-changes';
import { readConnection, updateConnection } from '~/data/connections/connections';
import { importCustomers } from '~/data/customers/import-customers';
import { appendActivity } from '~/data/logs/activity-log';
import { importOrders } from '~/data/orders/import-orders';
import { readRun } from '~/data/pipeline/create-run';
import { readShop } from '~/data/shops/find-shop';
import type { JobContext } from '~/jobs/queue';
import { awaitsFullRead, changeScopes, seesWholeHistory } from './change-scopes';
import type { ServiceContext } from './context';
import { mayReadPageByPage } from './may-read-page-by-page';
import { failureCode, isInterrupted, runStep, type StepInput } from './pipeline';
import type { ReportProgress } from './progress-reporter';
import { refreshShop } from './refresh-shop';

/** Changes are asked for from a little before the last read: clocks differ, and the source's index lags. */
const OVERLAP_MS = 10 * 60_000;
/** Shopify works out where a visit came from within a day or two; an older order will not get an origin any more. */
const ORIGIN_OPEN_MS = 7 * 86_400_000;

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
      if (!(await isRunning(context, input))) return;
      await updateConnection(db, shopId, 'shopify', {
        state: 'ok',
        errorCode: null,
        lastSuccessAt: clock.now(),
        cursorUpdatedAt: await nextCursor(context, shopId, summary, startedAt),
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
      await announceOpenOrigins(db, shopId, new Date(startedAt.getTime() - ORIGIN_OPEN_MS), startedAt);
      // What webhooks announced while Shopify was away, and deletions, which no list of changes shows.
      if ((await countPendingChanges(db, shopId)) > 0) {
        await context.queue.enqueue('drain-changes', { shopId, bucket: 0 });
      }
    } catch (error) {
      if (!isInterrupted(job) && (await isRunning(context, input)))
        await updateConnection(db, shopId, 'shopify', { state: 'failed', errorCode: failureCode(error) });
      throw error;
    }
  });
}

/** False when the shop left meanwhile: its connection says so already. */
async function isRunning({ db }: ServiceContext, { shopId, runId }: StepInput): Promise<boolean> {
  return (await readRun(db, shopId, runId))?.status === 'running';
}

interface IngestSummary {
  readonly mode: 'bulk' | 'paginated' | 'incremental';
  readonly orders: number;
  readonly customers: number;
  /** The source's state that was read is at least this new. */
  readonly asOf: Date;
  /** False when the source showed only what the scope of that moment lets us see. */
  readonly wholeHistory: boolean;
}

/** Where the next read of changes begins; nowhere when the whole history came into sight while we read a part. */
async function nextCursor(
  { db }: ServiceContext,
  shopId: string,
  { asOf, wholeHistory }: IngestSummary,
  startedAt: Date,
): Promise<Date | null> {
  const shop = await readShop(db, shopId);
  if (!wholeHistory && seesWholeHistory(shop?.grantedScopes ?? [])) return null;
  return asOf < startedAt ? asOf : startedAt;
}

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
  const { timeZone } = await refreshShop(context, shop, client, signal);
  const scopes = await readGrantedScopes(client, signal);
  await changeScopes(context, shop, scopes);
  if (await awaitsFullRead(context, shopId)) await context.renewAccess(shop.domain);
  const wholeHistory = seesWholeHistory(scopes);
  const connection = await readConnection(db, shopId, 'shopify');
  const begun = context.clock.now();
  let asOf = begun;
  const save = (pages: AsyncIterable<SourcePage>, total: number | null) =>
    savePages(context, shopId, timeZone, pages, total, report);
  if (connection?.cursorUpdatedAt != null) {
    const updatedSince = new Date(Date.parse(connection.cursorUpdatedAt) - OVERLAP_MS);
    const saved = await save(pageOrders(client, { updatedSince, signal }), null);
    return { mode: 'incremental', asOf, wholeHistory, ...saved };
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
    return { mode: 'bulk', asOf, wholeHistory, ...saved };
  } catch (error) {
    if (!mayReadPageByPage(error)) throw error;
    log.info({ shopId, err: error }, 'no bulk export; reading page by page');
    const saved = await save(pageOrders(client, { total, signal }), total);
    return { mode: 'paginated', asOf: begun, wholeHistory, ...saved };
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
