import type { IsoDay } from '~/domain/iso-day';
import { dayOf } from '../day-column';
import type { ShopTransaction } from '../with-shop';

export interface CustomerForecastEntry {
  readonly madeOn: IsoDay;
  readonly pBuy90: number;
  readonly expectedPurchases90: number;
}

/** What open forecasts say of one customer, newest first. */
export async function findCustomerForecasts(
  tx: ShopTransaction,
  shopId: string,
  customerId: string,
): Promise<CustomerForecastEntry[]> {
  const entries = await tx.forecastEntry.findMany({ where: { shopId, customerId } });
  const forecasts = await tx.forecast.findMany({
    where: { shopId, id: { in: entries.map(({ forecastId }) => forecastId) } },
    orderBy: { madeOn: 'desc' },
  });
  return forecasts.flatMap(({ id, madeOn }) =>
    entries
      .filter(({ forecastId }) => forecastId === id)
      .map(({ pBuy90, expectedPurchases90 }) => ({ madeOn: dayOf(madeOn), pBuy90, expectedPurchases90 })),
  );
}
