import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng } from '../numeric/rng';
import { arrivalShare } from './arrival-share';
import { liveOnce, type LifeWindow } from './customer-life';
import { drawTraits } from './customer-traits';
import { futureOrders } from './future-orders';
import { addOrderRow, createOrderRows, orderColumnsOf } from './order-rows';
import { purchaseGap } from './purchase-gap';
import { EVEN_CLOCK, rateClock, type RateClock } from './rate-clock';
import { retentionParams } from './retention-params';
import type { RetentionShop, RetentionShopKind, RetentionShopOptions } from './retention-shop';
import { addMonsters, soilOrders } from './soil-orders';
import { orderValue, spendRate, type SpendParams } from './spend';
import { weeklySeason } from './weekly-season';

const DEFAULT_NOW = isoDay('2025-12-31');
/** Gamma-Gamma of the CDNOW sample (Fader & Hardie 2013). */
const CDNOW_SPEND: SpendParams = { p: 6.25, q: 3.74, v: 15.44 };
const DEFAULT_RATE_AT_NOW = 0.6;

const DAYS_PER_YEAR = 365.25;
/** How much older than its data a `left-censored` shop is. */
const DAYS_BEFORE_DATA = 3 * 365;
/** One year is no season: nothing tells its Christmas from chance. */
const SHORTEST_SEASONAL_HISTORY = 730;
/** Share of the big buyers of a `wholesale` shop; never fewer than two. */
const WHOLESALE_SHARE = 0.002;

/**
 * A shop of which everything is known, with its orders before and after the analysis date: to see whether a fit finds
 * the parameters again, whether intervals cover what they promise, and what a broken assumption costs. Customers come
 * evenly over the history, buy and leave as `kind` says, and spend by Gamma-Gamma. Every kind has dice of its own.
 * @throws RangeError when an option makes no shop
 */
export function simulateRetentionShop(kind: RetentionShopKind, options: RetentionShopOptions): RetentionShop {
  checkOptions(kind, options);
  const { seed, customers, historyDays, futureDays, now = DEFAULT_NOW, spend = CDNOW_SPEND } = options;
  const params = retentionParams(kind, options.params);
  const nowDay = dayNumber(now);
  const firstDay = nowDay - historyDays + 1;
  const end = historyDays + futureDays;
  const window: LifeWindow = {
    gap: purchaseGap(kind),
    clock: clockOf(kind, firstDay, end, options),
    now: historyDays,
    end,
  };
  const daysBefore = kind === 'left-censored' ? DAYS_BEFORE_DATA : 0;
  const arrivalDays = daysBefore + historyDays;
  const growth = ((options.yearlyGrowth ?? 0) * arrivalDays) / DAYS_PER_YEAR;
  const big = kind === 'wholesale' ? Math.max(2, Math.round(customers * WHOLESALE_SHARE)) : 0;

  const dice = (stream: string) => createRng(seed, `${kind} ${stream}`);
  const arrivals = dice('arrivals');
  const people = dice('people');
  const lives = { past: dice('lives'), future: dice('future lives') };
  const values = { past: dice('values'), future: dice('future values') };

  const alive = new Uint8Array(customers);
  const rate = new Float64Array(customers);
  const meanOrderValue = new Float64Array(customers);
  const createdDay = new Int32Array(customers);
  const lifetimeOrders = new Int32Array(customers);
  const wholesale = new Uint8Array(customers).fill(1, 0, big);
  const rows = createOrderRows();
  const moments: number[] = [];
  for (let i = 0; i < customers; i++) {
    const share = arrivalShare(arrivals, growth);
    const start = share * arrivalDays - daysBefore;
    const traits = drawTraits(kind, people, params, share, wholesale[i] === 1);
    const valueRate = spendRate(people, spend) / traits.valueFactor;
    moments.length = 0;
    const left = liveOnce(lives, window, traits, start, moments);
    alive[i] = left >= historyDays ? 1 : 0;
    rate[i] = traits.rate;
    meanOrderValue[i] = spend.p / valueRate;
    createdDay[i] = firstDay + Math.floor(start);
    for (const moment of moments) {
      const past = moment < historyDays;
      if (past) lifetimeOrders[i]!++;
      if (moment < 0) continue;
      // Nothing is sold for less than a cent, however small the draw: a free order would be no purchase.
      const cents = Math.round(100 * orderValue(past ? values.past : values.future, spend, valueRate));
      addOrderRow(rows, i, firstDay + Math.floor(moment), Math.max(1, cents));
    }
  }

  const customerIds = idsOf(customers);
  const sold = kind === 'dirty' ? addMonsters(seed, rows, nowDay) : rows;
  const clean = orderColumnsOf(sold, customerIds);
  const orders =
    kind === 'dirty'
      ? orderColumnsOf(soilOrders(seed, sold, nowDay, nowDay + futureDays), customerIds)
      : clean;
  const future = futureOrders(clean, nowDay);
  return {
    orders,
    now,
    futureDays,
    truth: {
      params,
      spend,
      alive,
      futurePurchases: future.purchases,
      futureRevenue: future.revenue,
      rate,
      meanOrderValue,
      createdDay,
      lifetimeOrders,
      wholesale,
      clean,
    },
  };
}

function checkOptions(kind: RetentionShopKind, options: RetentionShopOptions): void {
  const { customers, historyDays, futureDays, yearlyGrowth = 0, rateAtNow = 1 } = options;
  const atLeast = (name: string, value: number, least: number) => {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new RangeError(`${name} must be a whole number, ${least} or more: ${value}`);
    }
  };
  atLeast('customers', customers, kind === 'wholesale' ? 2 : 1);
  atLeast('historyDays', historyDays, kind === 'seasonal' ? SHORTEST_SEASONAL_HISTORY : 1);
  atLeast('futureDays', futureDays, 0);
  const years = (historyDays + (kind === 'left-censored' ? DAYS_BEFORE_DATA : 0)) / DAYS_PER_YEAR;
  if (!(1 + yearlyGrowth * years >= 0) || !Number.isFinite(yearlyGrowth)) {
    throw new RangeError(`yearlyGrowth must leave customers until the end: ${yearlyGrowth}`);
  }
  if (!(rateAtNow > 0) || !Number.isFinite(rateAtNow)) {
    throw new RangeError(`rateAtNow must be above 0: ${rateAtNow}`);
  }
}

function clockOf(
  kind: RetentionShopKind,
  firstDay: number,
  days: number,
  { historyDays, rateAtNow = DEFAULT_RATE_AT_NOW }: RetentionShopOptions,
): RateClock {
  switch (kind) {
    case 'seasonal':
      return rateClock(days, (day) => weeklySeason(firstDay + day));
    case 'trending':
      // A constant share a day: a straight line would end below 0 in a long future.
      return rateClock(days, (day) => rateAtNow ** (day / historyDays));
    default:
      return EVEN_CLOCK;
  }
}

/** As long as each other, so that they ascend as text too. */
function idsOf(customers: number): readonly string[] {
  const digits = String(customers).length;
  return Array.from({ length: customers }, (_, i) => `c${String(i + 1).padStart(digits, '0')}`);
}
