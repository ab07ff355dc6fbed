import { z } from 'zod';
import type { Db } from '../db';
import { dayOf } from '../day-column';
import type { Prisma } from '../generated/prisma/client';
import type { CustomerPredictionModel } from '../generated/prisma/models';
import { withShop, type ShopTransaction } from '../with-shop';
import {
  FIGURES,
  type CustomerFigures,
  type CustomerForecast,
  type CustomerPrediction,
} from './customer-prediction';

type PredictionSort =
  | 'clv12m'
  | 'moneyAtRisk'
  | 'churn'
  | 'pBuy90'
  | 'expectedPurchases365'
  | 'expectedOrderValue'
  | 'ordersCounted'
  | 'lastOrderDay'
  | 'nextOrderP50Days';

export interface PredictionQuery {
  readonly segment?: string;
  /** Only those on the way out. */
  readonly leaving?: true;
  /** Part of a customer's id. */
  readonly search?: string;
  readonly sort: PredictionSort;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
  readonly offset: number;
  /** Of this pass, though another may have become current meanwhile; of the current one when absent. */
  readonly pipelineRunId?: string;
}

/** One page of the customers of the run that pages read. Those without a value in the sorted column come last. */
export function readPredictions(
  db: Db,
  shopId: string,
  query: PredictionQuery,
): Promise<{ readonly rows: readonly CustomerPrediction[]; readonly total: number }> {
  return withShop(db, shopId, async (tx) => {
    const modelRunId = await clvRun(tx, shopId, query.pipelineRunId);
    if (modelRunId === null) return { rows: [], total: 0 };
    const where: Prisma.CustomerPredictionWhereInput = {
      shopId,
      modelRunId,
      ...(query.segment === undefined ? {} : { segment: query.segment }),
      ...(query.leaving === undefined ? {} : { leaving: true }),
      ...(query.search === undefined ? {} : { customerId: { contains: literalPattern(query.search) } }),
    };
    const total = await tx.customerPrediction.count({ where });
    const rows = await tx.customerPrediction.findMany({
      where,
      orderBy: [sorting(query), { customerId: 'asc' }],
      skip: query.offset,
      take: query.limit,
    });
    return { rows: rows.map(toPrediction), total };
  });
}

/**
 * The customers on the way out with the most money at risk.
 * @param pipelineRunId of this pass; of the one that pages read when absent
 */
export function readTopAtRisk(
  db: Db,
  shopId: string,
  limit: number,
  pipelineRunId?: string,
): Promise<CustomerPrediction[]> {
  return withShop(db, shopId, async (tx) => {
    const modelRunId = await clvRun(tx, shopId, pipelineRunId);
    if (modelRunId === null) return [];
    const rows = await tx.customerPrediction.findMany({
      where: { shopId, modelRunId, leaving: true },
      orderBy: [
        { moneyAtRisk: { sort: 'desc', nulls: 'last' } },
        { ordersCounted: 'desc' },
        { customerId: 'asc' },
      ],
      take: limit,
    });
    return rows.map(toPrediction);
  });
}

/**
 * What a pass says about one customer.
 * @param pipelineRunId this pass; the one that pages read when absent
 */
export function readPrediction(
  db: Db,
  shopId: string,
  customerId: string,
  pipelineRunId?: string,
): Promise<CustomerPrediction | null> {
  return withShop(db, shopId, (tx) => findPrediction(tx, shopId, customerId, pipelineRunId));
}

export async function findPrediction(
  tx: ShopTransaction,
  shopId: string,
  customerId: string,
  pipelineRunId?: string,
): Promise<CustomerPrediction | null> {
  const modelRunId = await clvRun(tx, shopId, pipelineRunId);
  if (modelRunId === null) return null;
  const row = await tx.customerPrediction.findUnique({
    where: { modelRunId_customerId: { modelRunId, customerId }, shopId },
  });
  return row && toPrediction(row);
}

/**
 * Erases the predictions of all but the newest runs, and never those that pages read.
 * @returns predictions erased
 */
export function pruneOldPredictions(db: Db, shopId: string, keepRuns: number): Promise<number> {
  return withShop(
    db,
    shopId,
    (tx) => tx.$executeRaw`
      DELETE FROM customer_prediction WHERE shop_id = ${shopId}::uuid AND model_run_id IN (
        SELECT m.id FROM model_run m JOIN shop s ON s.id = m.shop_id
        WHERE m.shop_id = ${shopId}::uuid AND m.kind = 'clv'
          AND m.pipeline_run_id IS DISTINCT FROM s.current_run_id
        ORDER BY m.created_at DESC OFFSET ${keepRuns})`,
    { timeoutMs: 10 * 60_000 },
  );
}

async function clvRun(tx: ShopTransaction, shopId: string, pipelineRunId?: string): Promise<string | null> {
  const runId = pipelineRunId ?? (await currentRun(tx, shopId));
  if (runId === null) return null;
  const run = await tx.modelRun.findUnique({
    where: { pipelineRunId_kind: { pipelineRunId: runId, kind: 'clv' }, shopId },
    select: { id: true },
  });
  return run?.id ?? null;
}

async function currentRun(tx: ShopTransaction, shopId: string): Promise<string | null> {
  const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { currentRunId: true } });
  return shop?.currentRunId ?? null;
}

function sorting({ sort, direction }: PredictionQuery): Prisma.CustomerPredictionOrderByWithRelationInput {
  if (sort === 'ordersCounted' || sort === 'lastOrderDay') return { [sort]: direction };
  return { [sort]: { sort: direction, nulls: 'last' } };
}

/** LIKE's own signs stand for themselves. */
function literalPattern(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}

function toPrediction(row: CustomerPredictionModel): CustomerPrediction {
  const { customerId, frequency, recencyDays, ageDays, ordersCounted, medianGapDays, monetaryValue } = row;
  const { leaving, setAside, segment } = row;
  return {
    ...{ customerId, frequency, recencyDays, ageDays, ordersCounted, medianGapDays, monetaryValue },
    ...{ leaving, setAside, segment },
    lastOrderDay: dayOf(row.lastOrderDay),
    forecast: toForecast(row),
  };
}

const reasonsSchema = z.array(z.object({ code: z.string(), values: z.record(z.string(), z.number()) }));

/** A row that lacks a figure is of rules, or of an older release. */
function toForecast(row: CustomerPredictionModel): CustomerForecast | null {
  const figures: Partial<Record<keyof CustomerFigures, number>> = {};
  for (const figure of FIGURES) {
    const value = row[figure];
    if (value === null) return null;
    figures[figure] = value;
  }
  return {
    ...(figures as CustomerFigures),
    pAlive: row.pAlive,
    marginClv12m: row.marginClv12m,
    reasons: reasonsSchema.parse(row.reasons ?? []),
  };
}
