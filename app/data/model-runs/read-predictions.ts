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
import { findClvRun } from './find-clv-run';
import { findCustomerIds, type PredictionQuery } from './list-customer-ids';

/** One part of the customers of the run that pages read. Those without a value in the sorted column come last. */
export function readPredictions(
  db: Db,
  shopId: string,
  query: PredictionQuery,
): Promise<{ readonly rows: readonly CustomerPrediction[]; readonly total: number }> {
  return withShop(db, shopId, async (tx) => {
    const modelRunId = await findClvRun(tx, shopId, query.pipelineRunId);
    if (modelRunId === null) return { rows: [], total: 0 };
    const { customerIds, total } = await findCustomerIds(tx, shopId, modelRunId, query);
    const found = await tx.customerPrediction.findMany({
      where: { shopId, modelRunId, customerId: { in: [...customerIds] } },
    });
    const byId = new Map(found.map((row) => [row.customerId, row]));
    const rows = customerIds.flatMap((customerId) => {
      const row = byId.get(customerId);
      // Erased between the two questions.
      return row === undefined ? [] : [toPrediction(row)];
    });
    return { rows, total };
  });
}

const NOTHING_TO_WIN: Prisma.CustomerPredictionWhereInput = {
  OR: [{ rescueGain: null }, { rescueGain: { lte: 0 } }],
};
/** Each in the order of an index: the table is not sorted for the sake of a few. */
const BY_DANGER: readonly {
  readonly where: Prisma.CustomerPredictionWhereInput;
  readonly orderBy: Prisma.CustomerPredictionOrderByWithRelationInput;
}[] = [
  { where: { rescueGain: { gt: 0 } }, orderBy: { rescueGain: 'desc' } },
  { where: { ...NOTHING_TO_WIN, moneyAtRisk: { not: null } }, orderBy: { moneyAtRisk: 'desc' } },
  { where: { ...NOTHING_TO_WIN, moneyAtRisk: null }, orderBy: { ordersCounted: 'desc' } },
];

/**
 * The customers on the way out of whom a rescue can win most, then those with the most money at risk, then, where nothing
 * is known of that, those with the most orders.
 * @param pipelineRunId of this pass; of the one that pages read when absent
 */
export function readTopAtRisk(
  db: Db,
  shopId: string,
  limit: number,
  pipelineRunId?: string,
): Promise<CustomerPrediction[]> {
  return withShop(db, shopId, async (tx) => {
    const modelRunId = await findClvRun(tx, shopId, pipelineRunId);
    if (modelRunId === null) return [];
    const rows: CustomerPredictionModel[] = [];
    for (const { where, orderBy } of BY_DANGER) {
      if (rows.length === limit) break;
      const found = await tx.customerPrediction.findMany({
        where: { ...where, shopId, modelRunId, leaving: true },
        orderBy: [orderBy, { customerId: 'desc' }],
        take: limit - rows.length,
      });
      rows.push(...found);
    }
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
  const modelRunId = await findClvRun(tx, shopId, pipelineRunId);
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

function toPrediction(row: CustomerPredictionModel): CustomerPrediction {
  const { customerId, frequency, recencyDays, ageDays, ordersCounted, medianGapDays, monetaryValue } = row;
  const { alias, leaving, setAside, segment, rescueGain } = row;
  return {
    ...{ customerId, frequency, recencyDays, ageDays, ordersCounted, medianGapDays, monetaryValue },
    ...{ alias, leaving, setAside, segment, rescueGain },
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
