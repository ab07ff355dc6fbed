import { Prisma } from '../generated/prisma/client';
import type { Db } from '../db';
import { withShop, type ShopTransaction } from '../with-shop';
import { filterCondition, type PredictionFilter } from './prediction-filter';
import { findClvRun } from './find-clv-run';
import { orderedList, sortedBy, type PredictionOrder, type Stretch } from './prediction-order';

/** A part of a list of customers. */
export interface PredictionQuery extends PredictionOrder {
  readonly filter: PredictionFilter;
  readonly limit: number;
  readonly offset: number;
  /** Of this pass, though another may have become current meanwhile; of the current one when absent. */
  readonly pipelineRunId?: string;
}

export interface CustomerIdList {
  readonly customerIds: readonly string[];
  /** How many the filter has in all. */
  readonly total: number;
}

/** Ways of the server to answer that do without indexes. */
const OUT_OF_USE = ['enable_sort', 'enable_incremental_sort', 'enable_seqscan'];
/** Up to here it is quicker to sort those who were found than to look for them along an order. */
const FEW = 1_000;
/** Share of customers, from the top by value so far, who are VIPs. */
const VIP_SHARE = 0.1;
/** Days without an order after which a VIP is silent. */
const SILENT_DAYS = 60;

/** Ids of one part of the customers of a run, in order. Those without a value in the sorted column come last. */
export function listCustomerIds(db: Db, shopId: string, query: PredictionQuery): Promise<CustomerIdList> {
  return withShop(db, shopId, async (tx) => {
    const modelRunId = await findClvRun(tx, shopId, query.pipelineRunId);
    return modelRunId === null
      ? { customerIds: [], total: 0 }
      : findCustomerIds(tx, shopId, modelRunId, query);
  });
}

/** The same of one fit, in the caller's transaction. */
export async function findCustomerIds(
  tx: ShopTransaction,
  shopId: string,
  modelRunId: string,
  query: PredictionQuery,
): Promise<CustomerIdList> {
  const run = Prisma.sql`shop_id = ${shopId}::uuid AND model_run_id = ${modelRunId}::uuid`;
  // Minutes after a pass the server still guesses that it has few rows, and would rather sort or read them all than walk
  // along the index that has them in order.
  await tx.$queryRaw`SELECT set_config(name, 'off', true) FROM unnest(${OUT_OF_USE}::text[]) AS name`;
  const silentVips = query.filter.smart === 'silent-vip' ? await findSilentVips(tx, run) : [];
  const { where, indexed } = filterCondition(query.filter, silentVips);
  const chosen = Prisma.sql`${run} AND ${where}`;
  const total = await countRows(tx, chosen);
  if (query.offset >= total) return { customerIds: [], total };
  const customerIds =
    indexed && total > FEW ? await walk(tx, chosen, total, query) : await sortFew(tx, chosen, query);
  return { customerIds, total };
}

/**
 * Taken in the order of value so far, and only then asked how long they have been away: row-level security lets the server
 * use an index for an order, but not for a comparison of what it has to work out. Not a subquery: minutes after a pass
 * the server would take it for short, and read it again for every customer.
 */
async function findSilentVips(tx: ShopTransaction, run: Prisma.Sql): Promise<string[]> {
  const vips = Math.ceil((await countRows(tx, run)) * VIP_SHARE);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT customer_id AS id, age_days - recency_days AS silent_days, monetary_value FROM customer_prediction
      WHERE ${run} ORDER BY orders_counted * monetary_value DESC, customer_id DESC LIMIT ${vips}::int
    ) AS vip WHERE silent_days > ${SILENT_DAYS}::int AND monetary_value > 0`;
  return rows.map(({ id }) => id);
}

/** Walks from whichever end of a stretch is nearer: the last page is as near as the first. */
async function walk(
  tx: ShopTransaction,
  chosen: Prisma.Sql,
  total: number,
  query: PredictionQuery,
): Promise<string[]> {
  const { stretches, main } = orderedList(query);
  const sizes = await stretchSizes(tx, chosen, total, stretches, main);
  const customerIds: string[] = [];
  let skip = query.offset;
  for (const [i, { where, forwards, backwards }] of stretches.entries()) {
    const size = sizes[i] ?? 0;
    const take = Math.min(query.limit - customerIds.length, size - skip);
    if (take > 0) {
      const part = Prisma.sql`${chosen} AND ${where}`;
      const left = size - skip - take;
      customerIds.push(
        ...(left < skip
          ? (await readIds(tx, part, backwards, left, take)).reverse()
          : await readIds(tx, part, forwards, skip, take)),
      );
    }
    skip = Math.max(0, skip - size);
  }
  return customerIds;
}

async function stretchSizes(
  tx: ShopTransaction,
  chosen: Prisma.Sql,
  total: number,
  stretches: readonly Stretch[],
  main: number,
): Promise<number[]> {
  const sizes: number[] = [];
  let others = 0;
  for (const [i, { where }] of stretches.entries()) {
    const size = i === main ? 0 : await countRows(tx, Prisma.sql`${chosen} AND ${where}`);
    sizes.push(size);
    others += size;
  }
  sizes[main] = total - others;
  return sizes;
}

async function readIds(
  tx: ShopTransaction,
  where: Prisma.Sql,
  order: Prisma.Sql,
  offset: number,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT customer_id AS id FROM customer_prediction WHERE ${where}
    ORDER BY ${order} OFFSET ${offset}::int LIMIT ${limit}::int`;
  return rows.map(({ id }) => id);
}

/** For the few that no index gives in order: found first (`OFFSET 0` keeps the server from walking), then sorted. */
async function sortFew(tx: ShopTransaction, chosen: Prisma.Sql, query: PredictionQuery): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT customer_id AS id FROM (SELECT * FROM customer_prediction WHERE ${chosen} OFFSET 0) AS few
    ORDER BY ${sortedBy(query)} OFFSET ${query.offset}::int LIMIT ${query.limit}::int`;
  return rows.map(({ id }) => id);
}

async function countRows(tx: ShopTransaction, where: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM customer_prediction WHERE ${where}`;
  return rows[0]?.count ?? 0;
}
