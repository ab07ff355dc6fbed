import type { Estimate } from '~/domain/estimate';
import { dayOf } from '../day-column';
import type { Db } from '../db';
import type { ForecastModel } from '../generated/prisma/models';
import { withShop } from '../with-shop';
import type { StoredForecast } from './forecast';

/** Newest first, scored or not. */
export async function listForecasts(
  db: Db,
  shopId: string,
  { limit }: { readonly limit: number },
): Promise<StoredForecast[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.forecast.findMany({ where: { shopId }, orderBy: [{ madeOn: 'desc' }, { id: 'asc' }], take: limit }),
  );
  return rows.map(toForecast);
}

function toForecast(row: ForecastModel): StoredForecast {
  const estimate = (mean: number, low: number, high: number): Estimate => {
    return { mean, low, high, level: row.intervalLevel };
  };
  const { id, horizonDays, engineVersion, model, customers, score } = row;
  return {
    ...{ id, horizonDays, engineVersion, model, customers, score },
    madeOn: dayOf(row.madeOn),
    scoredAt: row.scoredAt?.toISOString() ?? null,
    expectedPurchases: estimate(row.expectedPurchases, row.expectedPurchasesLow, row.expectedPurchasesHigh),
    expectedBuyers: estimate(row.expectedBuyers, row.expectedBuyersLow, row.expectedBuyersHigh),
    expectedRevenue: estimate(row.expectedRevenue, row.expectedRevenueLow, row.expectedRevenueHigh),
  };
}
