import { closeForecast } from '~/data/forecasts/close-forecast';
import { listForecasts } from '~/data/forecasts/list-forecasts';
import type { StoredForecast } from '~/data/forecasts/forecast';
import type { Shop } from '~/data/shops/shop';
import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { scoreForecast } from '~/engine/clv/score-forecast';
import { scoreDay } from './build-trust-view';
import type { ServiceContext } from './context';
import { readShopOrders } from './read-shop-orders';

/** About two years: open ones are always among the newest four. */
const FORECASTS_SHOWN = 26;

/**
 * Holds the forecasts whose window has passed against the shop's orders, each once and for ever. Cut anywhere and run
 * again it comes to the same: a forecast and its score are stored in one transaction.
 * @returns the shop's forecasts afterwards, newest first
 */
export async function scoreForecasts(
  { db, clock }: ServiceContext,
  shop: Shop,
  today: IsoDay,
): Promise<readonly StoredForecast[]> {
  const forecasts = await listForecasts(db, shop.id, { limit: FORECASTS_SHOWN });
  const due = forecasts.filter(
    ({ scoredAt, madeOn, horizonDays }) => scoredAt === null && scoreDay(madeOn, horizonDays) <= today,
  );
  if (due.length === 0) return forecasts;
  const orders = await readShopOrders(db, shop.id, shop.currency);
  for (const { id, madeOn, horizonDays } of due) {
    await closeForecast(db, shop.id, id, clock.now(), ({ customerIds, pBuy }) =>
      scoreForecast({ orders, madeOn: dayNumber(madeOn), horizonDays, customerIds, pBuy }),
    );
  }
  return listForecasts(db, shop.id, { limit: FORECASTS_SHOWN });
}
