import { type IsoDay, localDay } from '~/domain/iso-day';
import { ConnectorError } from '../contract';
import type { ShopifyClient } from './client';
import { inlineVariables } from './inline-variables';
import { minor } from './normalise';
import type { OperationVariables } from './operation-types';
import { ORDER_TOTALS_EXPORT, ORDER_TOTALS_PAGE } from './operations';
import { type ExportOptions, runExport } from './run-export';
import { orderTotalNodeSchema, orderTotalsPageSchema } from './schemas';

/** What one month of a shop sums to; test and cancelled orders are in, as Shopify lists them. */
export interface MonthTotal {
  /** `YYYY-MM` on the shop's calendar. */
  readonly month: string;
  /** Base currency of the amounts: a shop that changed its own has two. */
  readonly currency: string;
  readonly orders: number;
  /** Received minus returned, in minor units. */
  readonly netMinor: bigint;
}

export interface OrderTotalsOptions extends ExportOptions {
  /** IANA zone in which the shop's days begin. */
  readonly timeZone: string;
}

interface OrderTotalNode {
  readonly processedAt: string;
  readonly netPaymentSet: { readonly shopMoney: { readonly amount: string; readonly currencyCode: string } };
}

/** Orders and net revenue by month, by an export of the three fields it takes. @throws ConnectorError */
export async function bulkOrderTotals(
  client: ShopifyClient,
  options: OrderTotalsOptions,
): Promise<readonly MonthTotal[]> {
  const sums = createSums(options.timeZone);
  const file = await runExport(client, inlineVariables(ORDER_TOTALS_EXPORT, { query: null }), options);
  if (!file) return [];
  try {
    for await (const line of file.lines()) {
      const parsed = orderTotalNodeSchema.safeParse(line);
      if (!parsed.success) {
        throw new ConnectorError('invalid-response', 'the export holds an object of unknown shape', {
          cause: parsed.error,
        });
      }
      sums.add(parsed.data);
    }
  } finally {
    await file.remove();
  }
  return sums.list();
}

/** Orders a request: 3 cost points each. */
const TOTALS_PER_PAGE = 250;

/** The same page by page, where exports are refused. @throws ConnectorError */
export async function pagedOrderTotals(
  client: ShopifyClient,
  options: Pick<OrderTotalsOptions, 'timeZone' | 'onProgress' | 'signal'>,
): Promise<readonly MonthTotal[]> {
  const sums = createSums(options.timeZone);
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const variables: OperationVariables<typeof ORDER_TOTALS_PAGE> = {
      first: TOTALS_PER_PAGE,
      after,
      query: null,
    };
    const answer = await client.request(ORDER_TOTALS_PAGE, orderTotalsPageSchema, variables, options.signal);
    const { orders } = answer;
    orders.nodes.forEach(sums.add);
    done += orders.nodes.length;
    options.onProgress?.({ phase: 'reading', done, total: null });
    if (!orders.pageInfo.hasNextPage) return sums.list();
    const next: string | null = orders.pageInfo.endCursor ?? null;
    if (next === null || next === after) {
      throw new ConnectorError('invalid-response', 'the pages of orders do not advance');
    }
    after = next;
  }
}

function createSums(timeZone: string) {
  const sums = new Map<string, MonthTotal>();
  return {
    add: ({ processedAt, netPaymentSet: { shopMoney } }: OrderTotalNode): void => {
      const day: IsoDay = localDay(new Date(processedAt), timeZone);
      const month = day.slice(0, 7);
      const { currencyCode: currency } = shopMoney;
      const key = `${month} ${currency}`;
      const before = sums.get(key);
      sums.set(key, {
        month,
        currency,
        orders: (before?.orders ?? 0) + 1,
        netMinor: (before?.netMinor ?? 0n) + minor(shopMoney, currency),
      });
    },
    list: (): readonly MonthTotal[] =>
      [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total),
  };
}
