import { binomialQuantile } from '../numeric/binomial-quantile';
import type { CalibrationGroup } from './backtest-report';
import { calibrationErrorOf, calibrationGroups, rankingArea } from './forecast-score';
import type { OrderColumns } from './order-columns';
import { createPurchaseDays, mergePurchaseDays } from './purchase-days';
import { sortRowsByCustomer } from './sort-rows';

export interface ForecastToScore {
  /** As they are known now; rows after the window are ignored. */
  readonly orders: OrderColumns;
  /** Day of the forecast, days since 1970-01-01: the window is the `horizonDays` days after it. */
  readonly madeOn: number;
  readonly horizonDays: number;
  /** Customers of the forecast; others in `orders` (guests have no id, newcomers came later) are left out. */
  readonly customerIds: readonly string[];
  /** Of each: the probability of at least one purchase in the window that was forecast. */
  readonly pBuy: Float64Array;
}

/** What happened in the window of a forecast, by the data rules of the fit. */
export interface ForecastScore {
  readonly actualPurchases: number;
  /** Customers with at least one purchase. */
  readonly actualBuyers: number;
  /** Currency units, net of refunds. */
  readonly actualRevenue: number;
  /** Customers who were given less than 20 %: how many came back, and the 80 % range of how many should have. */
  readonly unlikely: {
    readonly customers: number;
    readonly cameBack: number;
    readonly low: number;
    readonly high: number;
  };
  readonly calibration: readonly CalibrationGroup[];
  readonly calibrationError: number;
  /** `null` where all or none bought: nothing to rank. */
  readonly rankingArea: number | null;
}

const UNLIKELY_BELOW = 0.2;
const UNLIKELY_LEVEL = 0.8;

/**
 * Holds a forecast against what happened. A purchase of the window is a customer-day that still holds money by now: what
 * was taken back later is none, as it is none in the fit. Without amounts every purchase counts 1.
 */
export function scoreForecast(forecast: ForecastToScore): ForecastScore {
  const { orders, madeOn, horizonDays, customerIds, pBuy } = forecast;
  const rows = sortRowsByCustomer(orders, madeOn + horizonDays);
  const bought = new Uint8Array(customerIds.length);
  const merged = createPurchaseDays();
  let actualPurchases = 0;
  let actualBuyers = 0;
  let actualRevenue = 0;
  for (let i = 0; i < customerIds.length; i++) {
    const at = placeOf(customerIds[i]!, rows.customerIds);
    if (at < 0) continue;
    mergePurchaseDays(merged, rows.day, rows.amount, rows.start[at]!, rows.start[at + 1]!, false);
    for (let k = merged.count - 1; k >= 0 && merged.day[k]! > madeOn; k--) {
      bought[i] = 1;
      actualPurchases++;
      actualRevenue += merged.net[k]!;
    }
    actualBuyers += bought[i]!;
  }
  const calibration = calibrationGroups(pBuy, bought);
  const split = actualBuyers > 0 && actualBuyers < bought.length;
  return {
    actualPurchases,
    actualBuyers,
    actualRevenue,
    unlikely: returnOfTheUnlikely(pBuy, bought),
    calibration,
    calibrationError: calibrationErrorOf(calibration),
    rankingArea: split ? rankingArea(pBuy, bought) : null,
  };
}

/**
 * The number of buyers under a forecast is a sum of unequal coins; a binomial of their mean chance is never narrower
 * (Hoeffding 1956), and for chances below 0.2 hardly wider.
 */
function returnOfTheUnlikely(pBuy: Float64Array, bought: Uint8Array): ForecastScore['unlikely'] {
  let customers = 0;
  let cameBack = 0;
  let expected = 0;
  for (let i = 0; i < pBuy.length; i++) {
    if (pBuy[i]! >= UNLIKELY_BELOW) continue;
    customers++;
    cameBack += bought[i]!;
    expected += pBuy[i]!;
  }
  const share = customers === 0 ? 0 : expected / customers;
  const tail = (1 - UNLIKELY_LEVEL) / 2;
  return {
    customers,
    cameBack,
    low: binomialQuantile(customers, share, tail),
    high: binomialQuantile(customers, share, 1 - tail),
  };
}

/** @param sorted ascending by code unit, as rows are; -1 for an id that is not there */
function placeOf(id: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = sorted[middle]!;
    if (candidate === id) return middle;
    if (candidate < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
