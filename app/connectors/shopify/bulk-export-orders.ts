import type { z } from 'zod';
import { ConnectorError, type SourcePage } from '../contract';
import type { ShopifyClient } from './client';
import type { ExportFile } from './export-file';
import { inlineVariables } from './inline-variables';
import { ORDERS_EXPORT } from './operations';
import { type OrderWithLines, toSourcePage } from './order-page';
import { type ExportOptions, runExport } from './run-export';
import { type OrderLineNode, orderHeaderSchema, orderLineSchema } from './schemas';
import { updatedSinceFilter } from './search-filter';

export interface BulkExportOptions extends ExportOptions {
  /** Only orders changed at or after this instant; all orders when absent. */
  readonly updatedSince?: Date;
  /** Orders a page, 500 when absent. */
  readonly pageSize?: number;
}

/**
 * All orders by one export of Shopify's: the quick way for a first sync. Nothing is handed over before the file has
 * been found whole.
 * @throws ConnectorError; with `bulk-refused`, `bulk-failed` and `truncated` go on with {@link pageOrders}
 */
export async function* bulkExportOrders(
  client: ShopifyClient,
  options: BulkExportOptions = {},
): AsyncGenerator<SourcePage> {
  const query = inlineVariables(ORDERS_EXPORT, { query: updatedSinceFilter(options.updatedSince) });
  const file = await runExport(client, query, options);
  if (!file) return;
  try {
    const pageSize = options.pageSize ?? 500;
    let page: OrderWithLines[] = [];
    let done = 0;
    for await (const order of joinLines(file)) {
      page.push(order);
      if (page.length < pageSize) continue;
      done += page.length;
      options.onProgress?.({ phase: 'reading', done, total: file.rootCount });
      yield toSourcePage(page);
      page = [];
    }
    if (page.length > 0) {
      options.onProgress?.({ phase: 'reading', done: done + page.length, total: file.rootCount });
      yield toSourcePage(page);
    }
  } finally {
    await file.remove();
  }
}

interface Waiting {
  header: z.infer<typeof orderHeaderSchema> | null;
  readonly lines: OrderLineNode[];
}

/**
 * Orders with their lines from an export without grouping, in which lines come anywhere. The file's own counts tell
 * when an order is complete, so only those whose lines are still to come are held.
 */
async function* joinLines(file: ExportFile): AsyncGenerator<OrderWithLines> {
  const waiting = new Map<string, Waiting>();
  for await (const object of file.lines()) {
    const orderId = object.__parentId ?? object.id;
    const expected = file.childCounts.get(orderId) ?? 0;
    const order = waiting.get(orderId) ?? { header: null, lines: [] };
    if (object.__parentId === undefined) order.header = parse(orderHeaderSchema, object);
    else order.lines.push(parse(orderLineSchema, object));
    if (order.header && order.lines.length === expected) {
      waiting.delete(orderId);
      yield { header: order.header, lines: order.lines };
    } else {
      waiting.set(orderId, order);
    }
  }
  if (waiting.size > 0) {
    throw new ConnectorError('invalid-response', `the export has lines of ${waiting.size} orders it lacks`);
  }
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ConnectorError('invalid-response', 'the export holds an object of unknown shape', {
    cause: parsed.error,
  });
}
