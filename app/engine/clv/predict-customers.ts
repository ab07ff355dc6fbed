import { dayFromNumber, type IsoDay } from '~/domain/iso-day';
import type { CustomerHistory, CustomerPrediction } from './customer-valuation';
import { isLeaving } from './leaving';
import type { GroupPredictions } from './predict-groups';
import type { PurchaseGroups } from './purchase-groups';
import type { RfmSummary } from './rfm-summary';
import { segmentOf, valueCuts, type ValueCuts } from './segments';
import { expectedSpend, logSpread, type SpendModel } from './spend-model';

/**
 * The predictions of all customers in columns: a tenth of the memory of one object a customer, which is what a shop
 * with a million of them needs. {@link customerAt} reads one. Plain data: may be cloned to another thread.
 */
export interface CustomerColumns {
  readonly size: number;
  readonly nowDay: number;
  readonly summary: RfmSummary;
  readonly setAside: Uint8Array;
  /** Entry of `predictions` of each customer. */
  readonly group: Int32Array;
  readonly predictions: GroupPredictions;
  /** Currency units, one entry a customer. */
  readonly orderValue: Float64Array;
  readonly clvLow: Float64Array;
  readonly clvHigh: Float64Array;
  readonly cuts: ValueCuts;
  readonly churnDetectable: boolean;
}

export interface CustomerColumnsInput {
  readonly summary: RfmSummary;
  readonly setAside: Uint8Array;
  readonly nowDay: number;
  readonly groups: PurchaseGroups;
  readonly predictions: GroupPredictions;
  readonly spend: SpendModel;
  /** False under NBD: no P(alive) is claimed and nothing is at risk. */
  readonly churnDetectable: boolean;
}

/** Probability that the customers' intervals hold. */
export const INTERVAL_LEVEL = 0.9;
/** Its two-sided standard normal quantile. */
const INTERVAL_NORMAL = 1.6448536269514722;

/** Joins what a customer's group will buy with what their own orders are worth. */
export function predictCustomers(input: CustomerColumnsInput): CustomerColumns {
  const { summary, setAside, nowDay, groups, predictions, spend, churnDetectable } = input;
  const size = summary.customerIds.length;
  const group = groups.ofCustomer;
  const orderValue = new Float64Array(size);
  const clv12m = new Float64Array(size);
  const clvLow = new Float64Array(size);
  const clvHigh = new Float64Array(size);
  const interval = valueInterval(spend);
  for (let i = 0; i < size; i++) {
    const g = group[i]!;
    const orders = summary.valuedOrders[i]!;
    const value = expectedSpend(spend, orders, summary.revenue[i]!, summary.logMean[i]!);
    const expected = predictions.expected[g]!;
    orderValue[i] = value;
    clv12m[i] = value * predictions.discounted12m[g]!;
    clvLow[i] = value * interval.low(orders, expected, predictions.expectedLow[g]!);
    clvHigh[i] = value * interval.high(orders, expected, predictions.expectedHigh[g]!);
  }
  const cuts = valueCuts(clv12m);
  return {
    size,
    nowDay,
    summary,
    setAside,
    group,
    predictions,
    orderValue,
    clvLow,
    clvHigh,
    cuts,
    churnDetectable,
  };
}

// A shop has a few thousand days and perhaps a million customers: each day is written once.
const dayNames = new Map<number, IsoDay>();

function dayName(day: number): IsoDay {
  let name = dayNames.get(day);
  if (name === undefined) {
    if (dayNames.size > 50_000) dayNames.clear();
    dayNames.set(day, (name = dayFromNumber(day)));
  }
  return name;
}

/** What the orders themselves say about customer `i`. */
export function historyAt(
  summary: RfmSummary,
  setAside: Uint8Array,
  nowDay: number,
  i: number,
): CustomerHistory {
  const T = summary.age[i]!;
  const recency = summary.recency[i]!;
  const gap = summary.medianGap[i]!;
  const frequency = summary.frequency[i]!;
  return {
    customerId: summary.customerIds[i]!,
    frequency,
    recency,
    T,
    monetaryValue: summary.revenue[i]! / (frequency + 1),
    ordersCounted: frequency + 1,
    firstOrderDay: dayName(nowDay - T),
    lastOrderDay: dayName(nowDay - T + recency),
    daysSinceLastOrder: T - recency,
    medianGapDays: Number.isNaN(gap) ? null : gap,
    setAside: setAside[i] === 1,
  };
}

/** The predictions of customer `i` (customers are sorted by id). */
export function customerAt(columns: CustomerColumns, i: number): CustomerPrediction {
  const { predictions, cuts } = columns;
  const past = historyAt(columns.summary, columns.setAside, columns.nowDay, i);
  const g = columns.group[i]!;
  const pAlive = predictions.pAlive[g]!;
  const churn = predictions.churn[g]!;
  const expectedPurchases = predictions.expected[g]!;
  const expectedPurchases90 = predictions.expected90[g]!;
  const value = columns.orderValue[i]!;
  const clv12m = value * predictions.discounted12m[g]!;
  // Spelled out: a spread of eleven fields costs more than all the statistics of a customer.
  return {
    customerId: past.customerId,
    frequency: past.frequency,
    recency: past.recency,
    T: past.T,
    monetaryValue: past.monetaryValue,
    ordersCounted: past.ordersCounted,
    firstOrderDay: past.firstOrderDay,
    lastOrderDay: past.lastOrderDay,
    daysSinceLastOrder: past.daysSinceLastOrder,
    medianGapDays: past.medianGapDays,
    setAside: past.setAside,
    pAlive: columns.churnDetectable ? pAlive : null,
    pBuy: predictions.pBuy[g]!,
    pBuy90: predictions.pBuy90[g]!,
    churn,
    expectedPurchases,
    expectedPurchasesLow: predictions.expectedLow[g]!,
    expectedPurchasesHigh: predictions.expectedHigh[g]!,
    expectedPurchases90,
    expectedOrderValue: value,
    clv: value * expectedPurchases,
    clvLow: columns.clvLow[i]!,
    clvHigh: columns.clvHigh[i]!,
    clv12m,
    nextOrder: { p50: predictions.next50[g]!, p80: predictions.next80[g]! },
    moneyAtRisk: (1 - pAlive) * value * predictions.yearIfAlive[g]!,
    leaving: isLeaving(past.frequency, columns.churnDetectable ? pAlive : null),
    segment: segmentOf({ churn, clv12m, expectedPurchases90 }, cuts),
  };
}

/**
 * Predictive interval of the value over the horizon, in order values. Number of orders and their mean value are
 * independent given the history; their distances from the middle, in logarithms, add up as squares, as they would for
 * two log-normals.
 */
function valueInterval(spend: SpendModel): {
  readonly low: (orders: number, expected: number, lowCount: number) => number;
  readonly high: (orders: number, expected: number, highCount: number) => number;
} {
  // The spread depends on two small whole numbers: computed once for each pair.
  const spreads = new Map<number, number>();
  const spreadOf = (orders: number, future: number): number => {
    const key = orders * 2 ** 26 + future;
    let spread = spreads.get(key);
    if (spread === undefined) spreads.set(key, (spread = INTERVAL_NORMAL * logSpread(spend, orders, future)));
    return spread;
  };
  return {
    low: (orders, expected, count) => {
      if (count === 0 || expected <= 0) return 0;
      return Math.min(
        expected,
        count * Math.exp(-stretched(Math.log(expected / count), spreadOf(orders, count))),
      );
    },
    high: (orders, expected, count) => {
      if (count === 0 || expected <= 0) return expected;
      return Math.max(
        expected,
        count * Math.exp(stretched(Math.log(count / expected), spreadOf(orders, count))),
      );
    },
  };
}

/** What the second distance adds to the first when both are taken together. */
function stretched(distance: number, spread: number): number {
  const first = Math.max(0, distance);
  return Math.sqrt(first * first + spread * spread) - first;
}
