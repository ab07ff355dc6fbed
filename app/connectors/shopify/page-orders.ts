import type { z } from 'zod';
import { ConnectorError, type SourcePage, type SourceProgress } from '../contract';
import type { ShopifyClient } from './client';
import { completeLines, LINES_WITH_ORDER } from './complete-lines';
import type { OperationVariables } from './operation-types';
import { ORDERS_PAGE } from './operations';
import { type OrderWithLines, toSourcePage } from './order-page';
import { ordersPageSchema } from './schemas';
import { updatedSinceFilter } from './search-filter';

/**
 * Orders a request. Shopify charges connections by the logarithm of their size: 100 orders with 10 lines come to some
 * 290 of the 1,000 points that one query may cost. Should it charge more, the page is halved until it passes.
 */
const ORDERS_PER_PAGE = 100;

export interface PageOrdersOptions {
  /** Only orders changed at or after this instant; all orders when absent. */
  readonly updatedSince?: Date;
  /** Orders a request, 100 when absent. */
  readonly pageSize?: number;
  readonly onProgress?: (progress: SourceProgress) => void;
  /** Orders in all where the caller counted them ({@link countOrders}), for the progress. */
  readonly total?: number;
  readonly signal?: AbortSignal;
}

/**
 * Orders page by page, oldest change first. A read that broke off resumes with `updatedSince` = the newest `updatedAt`
 * that was saved; an order that changes meanwhile moves to the end and comes again, so none is lost.
 * @throws ConnectorError
 */
export async function* pageOrders(
  client: ShopifyClient,
  options: PageOrdersOptions = {},
): AsyncGenerator<SourcePage> {
  const { signal, onProgress, total = null } = options;
  let first = options.pageSize ?? ORDERS_PER_PAGE;
  const query = updatedSinceFilter(options.updatedSince);
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const orders = await requestPage(client, { first, linesFirst: LINES_WITH_ORDER, after, query }, signal);
    if (orders === 'too-costly') {
      first = Math.ceil(first / 2);
      continue;
    }
    const page: OrderWithLines[] = [];
    for (const node of orders.nodes) page.push(await completeLines(client, node, signal));
    done += page.length;
    onProgress?.({ phase: 'reading', done, total });
    if (page.length > 0) yield toSourcePage(page);
    if (!orders.pageInfo.hasNextPage) return;
    const next: string | null = orders.pageInfo.endCursor ?? null;
    if (next === null || next === after) {
      throw new ConnectorError('invalid-response', 'the pages of orders do not advance');
    }
    after = next;
  }
}

type Orders = z.infer<typeof ordersPageSchema>['orders'];

async function requestPage(
  client: ShopifyClient,
  variables: OperationVariables<typeof ORDERS_PAGE>,
  signal: AbortSignal | undefined,
): Promise<Orders | 'too-costly'> {
  try {
    return (await client.request(ORDERS_PAGE, ordersPageSchema, variables, signal)).orders;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'too-costly' && variables.first > 1)
      return 'too-costly';
    throw error;
  }
}
