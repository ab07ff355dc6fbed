import { Prisma } from '../generated/prisma/client';
import type { Db } from '../db';
import { withShop, type ShopTransaction } from '../with-shop';
import { EVERYBODY, filterCondition, type PredictionFilter } from './prediction-filter';
import { findClvRun } from './find-clv-run';
import { orderedList, sortedBy, type PredictionOrder, type Stretch } from './prediction-order';
import { silentVips, VIP_SHARE } from './silent-vips';

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
  const { where, indexed } = filterCondition(query.filter);
  const chosen = Prisma.sql`${run} AND ${where}`;
  if (indexed) {
    const total = await countRows(tx, chosen);
    if (query.offset >= total) return { customerIds: [], total };
    if (total > FEW) return { customerIds: await walk(tx, chosen, total, query), total };
  }
  // `OFFSET 0` keeps the server from walking: they are found first and sorted then.
  return sortFew(
    tx,
    query.filter.smart === 'silent-vip'
      ? Prisma.sql`SELECT * FROM (${silentVips(run, await countVips(tx, run))}) AS silent WHERE ${where}`
      : Prisma.sql`SELECT * FROM customer_prediction WHERE ${chosen} OFFSET 0`,
    query,
  );
}

async function countVips(tx: ShopTransaction, run: Prisma.Sql): Promise<number> {
  const everybody = filterCondition(EVERYBODY).where;
  return Math.ceil((await countRows(tx, Prisma.sql`${run} AND ${everybody}`)) * VIP_SHARE);
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

/** For those whom no index gives in order, and for few. */
async function sortFew(
  tx: ShopTransaction,
  few: Prisma.Sql,
  query: PredictionQuery,
): Promise<CustomerIdList> {
  const rows = await tx.$queryRaw<{ id: string; total: number }[]>`
    SELECT customer_id AS id, count(*) OVER ()::int AS total FROM (${few}) AS few
    ORDER BY ${sortedBy(query)} OFFSET ${query.offset}::int LIMIT ${query.limit}::int`;
  const first = rows[0];
  if (first) return { customerIds: rows.map(({ id }) => id), total: first.total };
  // Behind the last one nobody is left to say how many there are.
  const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${few}) AS few`;
  return { customerIds: [], total: counted[0]?.total ?? 0 };
}

async function countRows(tx: ShopTransaction, where: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM customer_prediction WHERE ${where}`;
  return rows[0]?.count ?? 0;
}
