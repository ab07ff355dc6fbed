import type { CustomerForecast, CustomerPrediction } from '~/data/model-runs/customer-prediction';
import { readPrediction } from '~/data/model-runs/read-predictions';
import { readCustomerSales, type CustomerSales } from '~/data/orders/read-customer-sales';
import { findCustomerRescues } from '~/data/rescue/find-customer-rescues';
import type { Estimate } from '~/domain/estimate';
import { addDays, dayFromNumber, dayNumber, type IsoDay } from '~/domain/iso-day';
import { minorUnitDigits } from '~/domain/money';
import { CHANCE_WINDOW_DAYS } from '~/engine/clv/chance-over-time';
import { createPurchaseDays, mergePurchaseDays, type PurchaseDays } from '~/engine/clv/purchase-days';
import type { ServiceContext } from './context';
import { customerAlias } from './customer-alias';
import { readChanceCourse } from './read-chance-course';
import { asOfView, readInsights, requireShop, toShopView } from './read-dashboard';
import type { InsightsResult } from './stored-results';
import type { CustomerForecastView, CustomerRecordView } from './views/customer-record-view';

const PURCHASES_SHOWN = 100;
/** The engine's word for "ten years or more". */
const NEVER_DAYS = 3_650;

type ReadyRecord = Extract<CustomerRecordView, { state: 'ready' }>;

/** What the last finished pass says of one customer, and their purchases up to its day. */
export async function readCustomerRecord(
  context: ServiceContext,
  shopId: string,
  customerId: string,
): Promise<CustomerRecordView> {
  const { db, clock } = context;
  const [shop, insights] = await Promise.all([requireShop(context, shopId), readInsights(context, shopId)]);
  const unknown = { state: 'unknown', shop: toShopView(shop) } as const;
  if (insights === null) return unknown;
  const prediction = await readPrediction(db, shopId, customerId, insights.runId);
  if (prediction === null) return unknown;
  const [asOf, sales, rescues] = await Promise.all([
    asOfView(context, shop, insights),
    readCustomerSales(db, shopId, customerId),
    findCustomerRescues(db, shopId, customerId, { at: clock.now(), timeZone: shop.timeZone }),
  ]);
  const { segment, leaving, setAside, forecast } = prediction;
  const { analysisDay } = asOf;
  const terms = insights.customerForecasts;
  const bought = purchasesUpTo(sales, analysisDay);
  const forecastView = forecast && terms && toForecastView(forecast, terms, analysisDay);
  const chanceNow = forecastView?.chances.find(({ days }) => days === CHANCE_WINDOW_DAYS)?.probability;
  const purchaseDays = bought.day.subarray(0, bought.count);
  const { runId } = insights;
  return {
    ...{ state: 'ready', shop: toShopView(shop), asOf, customerId, segment, leaving, setAside },
    alias: customerAlias(shopId, customerId),
    history: toHistory(prediction, analysisDay),
    purchases: toPurchases(bought, shop.currency),
    forecast: forecastView,
    chanceCourse: chanceNow
      ? await readChanceCourse(context, { shopId, runId, purchaseDays, analysisDay, chanceNow })
      : null,
    rescues,
  };
}

function toHistory(prediction: CustomerPrediction, analysisDay: IsoDay): ReadyRecord['history'] {
  const { lastOrderDay, recencyDays, ordersCounted, medianGapDays, monetaryValue } = prediction;
  return {
    firstOrderDay: addDays(lastOrderDay, -recencyDays),
    lastOrderDay,
    daysSinceLastOrder: dayNumber(analysisDay) - dayNumber(lastOrderDay),
    ordersCounted,
    medianGapDays,
    meanOrderValue: monetaryValue,
  };
}

/** By the data rules of the fit, so that the list and the numbers above it agree. */
function purchasesUpTo({ day, minor }: CustomerSales, analysisDay: IsoDay): PurchaseDays {
  const last = dayNumber(analysisDay);
  const known = day.filter((value) => value <= last).length;
  const merged = createPurchaseDays();
  mergePurchaseDays(merged, day, minor, 0, known, false);
  return merged;
}

function toPurchases(bought: PurchaseDays, currency: string): ReadyRecord['purchases'] {
  const perUnit = 10 ** minorUnitDigits(currency);
  return Array.from({ length: bought.count }, (_, i) => ({
    day: dayFromNumber(bought.day[i] ?? 0),
    net: (bought.net[i] ?? 0) / perUnit,
  }))
    .reverse()
    .slice(0, PURCHASES_SHOWN);
}

function toForecastView(
  forecast: CustomerForecast,
  { model, churnWindowDays, intervalLevel }: NonNullable<InsightsResult['customerForecasts']>,
  analysisDay: IsoDay,
): CustomerForecastView {
  const f = forecast;
  const range = (mean: number, low: number, high: number): Estimate => {
    return { mean, low, high, level: intervalLevel };
  };
  const dueWithin = (days: number) => {
    if (days >= NEVER_DAYS) return { days: null, day: null };
    // Within so many days: a started day counts whole.
    const whole = Math.ceil(days);
    return { days: whole, day: addDays(analysisDay, whole) };
  };
  return {
    model,
    chances: [
      { days: 30, probability: range(f.pBuy30, f.pBuy30Low, f.pBuy30High) },
      { days: 90, probability: range(f.pBuy90, f.pBuy90Low, f.pBuy90High) },
      { days: 365, probability: range(f.pBuy365, f.pBuy365Low, f.pBuy365High) },
    ],
    churn: range(f.churn, f.churnLow, f.churnHigh),
    churnWindowDays,
    expectedOrders: [
      {
        days: 30,
        orders: range(f.expectedPurchases30, f.expectedPurchases30Low, f.expectedPurchases30High),
      },
      {
        days: 90,
        orders: range(f.expectedPurchases90, f.expectedPurchases90Low, f.expectedPurchases90High),
      },
      {
        days: 365,
        orders: range(f.expectedPurchases365, f.expectedPurchases365Low, f.expectedPurchases365High),
      },
    ],
    orderValue: range(f.expectedOrderValue, f.expectedOrderValueLow, f.expectedOrderValueHigh),
    value12m: range(f.clv12m, f.clv12mLow, f.clv12mHigh),
    marginValue12m: f.marginClv12m,
    moneyAtRisk: f.moneyAtRisk,
    nextOrder: [
      { probability: 0.5, ...dueWithin(f.nextOrderP50Days) },
      { probability: 0.8, ...dueWithin(f.nextOrderP80Days) },
      { probability: 0.95, ...dueWithin(f.nextOrderP95Days) },
    ],
    pAlive: f.pAlive,
    drop: f.dropShare,
    reasons: f.reasons,
  };
}
