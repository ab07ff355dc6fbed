import { ConnectorError } from '../contract';
import type { ShopifyClient } from './client';
import { ORDER_LINES_PAGE } from './operations';
import type { OrderWithLines } from './order-page';
import { type OrderLineNode, type OrderNode, orderLinesPageSchema } from './schemas';

/** Lines asked for with each order. Few orders have more; each of those takes a request of its own. */
export const LINES_WITH_ORDER = 10;
const LINES_PAGE = 100;

/** The order with all of its lines, fetching those beyond the first page. */
export async function completeLines(
  client: ShopifyClient,
  order: OrderNode,
  signal?: AbortSignal,
): Promise<OrderWithLines> {
  const { lineItems, ...header } = order;
  const lines: OrderLineNode[] = [...lineItems.nodes];
  let { pageInfo } = lineItems;
  while (pageInfo.hasNextPage) {
    const after = pageInfo.endCursor ?? null;
    const answer = await client.request(
      ORDER_LINES_PAGE,
      orderLinesPageSchema,
      { id: order.id, first: LINES_PAGE, after },
      signal,
    );
    // Deleted between two pages: what we have is what it was.
    if (!answer.order) break;
    const next = answer.order.lineItems;
    if (next.pageInfo.hasNextPage && next.pageInfo.endCursor === after) {
      throw new ConnectorError('invalid-response', `the lines of ${order.id} do not end`);
    }
    lines.push(...next.nodes);
    pageInfo = next.pageInfo;
  }
  return { header, lines };
}
