import { dayFromNumber, type IsoDay } from '~/domain/iso-day';
import { logistic } from '../numeric/logistic';
import type { CustomerHistory, CustomerPrediction } from './customer-valuation';
import type { GroupPredictions } from './group-predictions';
import { isLeaving } from './leaving';
import type { PurchaseGroups } from './purchase-groups';
import { reasonsOf, type TypicalCustomer } from './reasons';
import type { RfmSummary } from './rfm-summary';
import { segmentOf, valueCuts, type SegmentThresholds, type ValueCuts } from './segments';
import { expectedSpend, ownMeanSpread, type SpendModel } from './spend-model';
import { INTERVAL_NORMAL, ValueInterval } from './value-interval';

/**
 * The predictions of all customers in columns: a tenth of the memory of one object a customer, which is what a shop
 * with a million of them needs. {@link customerAt} reads one. Plain data: may be handed to another thread.
 */
export interface CustomerColumns extends CustomerColumnsInput {
  readonly size: number;
  /** Entry of `predictions` of each customer. */
  readonly group: Int32Array;
  /** Currency units, one entry a customer. */
  readonly orderValue: Float64Array;
  readonly cuts: ValueCuts;
}

export interface CustomerColumnsInput {
  readonly summary: RfmSummary;
  readonly setAside: Uint8Array;
  readonly nowDay: number;
  readonly predictions: GroupPredictions;
  readonly spend: SpendModel;
  /** False under NBD: no P(alive) is claimed and nothing is at risk. */
  readonly churnDetectable: boolean;
  /** Standard deviation of a chance around the truth, on the logit scale, beyond that of the parameters. */
  readonly chanceError: number;
  readonly thresholds: SegmentThresholds;
  readonly typical: TypicalCustomer;
  /** `null` where the margin is not known. */
  readonly marginShare: number | null;
}

/** Probability that the customers' intervals hold. */
export const INTERVAL_LEVEL = 0.9;

/** Joins what a customer's group will buy with what their own orders are worth. */
export function predictCustomers(input: CustomerColumnsInput, groups: PurchaseGroups): CustomerColumns {
  const { summary, predictions, spend } = input;
  const size = summary.customerIds.length;
  const group = groups.ofCustomer;
  const orderValue = new Float64Array(size);
  const clv12m = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    orderValue[i] = expectedSpend(spend, summary.valuedOrders[i]!, summary.revenue[i]!, summary.logMean[i]!);
    clv12m[i] = orderValue[i]! * predictions.discounted12m[group[i]!]!;
  }
  return { ...input, size, group, orderValue, cuts: valueCuts(clv12m, input.thresholds) };
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

// Of the columns read last: a shop is read customer after customer.
let intervals: { readonly spend: SpendModel; readonly value: ValueInterval } | null = null;

function intervalsOf(spend: SpendModel): ValueInterval {
  if (intervals?.spend !== spend) intervals = { spend, value: new ValueInterval(spend) };
  return intervals.value;
}

/** The predictions of customer `i` (customers are sorted by id). */
export function customerAt(columns: CustomerColumns, i: number): CustomerPrediction {
  const { predictions, cuts, summary, spend, chanceError } = columns;
  const past = historyAt(summary, columns.setAside, columns.nowDay, i);
  const g = columns.group[i]!;
  const pAlive = predictions.pAlive[g]!;
  const churn = predictions.churn[g]!;
  const orders = summary.valuedOrders[i]!;
  const value = columns.orderValue[i]!;
  const valueSpread = Math.exp(INTERVAL_NORMAL * ownMeanSpread(spend, orders));
  const interval = intervalsOf(spend);
  const expected = predictions.expected[g]!;
  const expected90 = predictions.expected90[g]!;
  const expected365 = predictions.expected365[g]!;
  const clv12m = value * predictions.discounted12m[g]!;
  // A year's range of purchases, brought to twelve discounted months; the detour must not round past the middle.
  const discount = expected365 > 0 ? clv12m / expected365 : 0;
  const [pBuy30Low, pBuy30High] = around(predictions.pBuy30[g]!, predictions.pBuy30Error[g]!, chanceError);
  const [pBuy90Low, pBuy90High] = around(predictions.pBuy90[g]!, predictions.pBuy90Error[g]!, chanceError);
  const [pBuy365Low, pBuy365High] = around(
    predictions.pBuy365[g]!,
    predictions.pBuy365Error[g]!,
    chanceError,
  );
  const [churnLow, churnHigh] = around(churn, predictions.churnError[g]!, chanceError);
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
    pBuy30: predictions.pBuy30[g]!,
    pBuy30Low,
    pBuy30High,
    pBuy90: predictions.pBuy90[g]!,
    pBuy90Low,
    pBuy90High,
    pBuy365: predictions.pBuy365[g]!,
    pBuy365Low,
    pBuy365High,
    churn,
    churnLow,
    churnHigh,
    expectedPurchases: expected,
    expectedPurchasesLow: predictions.expectedLow[g]!,
    expectedPurchasesHigh: predictions.expectedHigh[g]!,
    expectedPurchases30: predictions.expected30[g]!,
    expectedPurchases30Low: predictions.expected30Low[g]!,
    expectedPurchases30High: predictions.expected30High[g]!,
    expectedPurchases90: expected90,
    expectedPurchases90Low: predictions.expected90Low[g]!,
    expectedPurchases90High: predictions.expected90High[g]!,
    expectedPurchases365: expected365,
    expectedPurchases365Low: predictions.expected365Low[g]!,
    expectedPurchases365High: predictions.expected365High[g]!,
    expectedOrderValue: value,
    expectedOrderValueLow: value / valueSpread,
    expectedOrderValueHigh: value * valueSpread,
    clv: value * expected,
    clvLow: value * interval.low(orders, expected, predictions.expectedLow[g]!),
    clvHigh: value * interval.high(orders, expected, predictions.expectedHigh[g]!),
    clv12m,
    clv12mLow: Math.min(clv12m, discount * interval.low(orders, expected365, predictions.expected365Low[g]!)),
    clv12mHigh: Math.max(
      clv12m,
      discount * interval.high(orders, expected365, predictions.expected365High[g]!),
    ),
    marginClv12m: columns.marginShare === null ? null : columns.marginShare * clv12m,
    nextOrder: { p50: predictions.next50[g]!, p80: predictions.next80[g]!, p95: predictions.next95[g]! },
    drop: dropOf(predictions.discounted12m[g]!, predictions.discounted12mAtLastOrder[g]!),
    moneyAtRisk: (1 - pAlive) * value * predictions.yearIfAlive[g]!,
    leaving: isLeaving(past.frequency, columns.churnDetectable ? pAlive : null),
    reasons: reasonsOf(
      {
        frequency: past.frequency,
        T: past.T,
        daysSinceLastOrder: past.daysSinceLastOrder,
        medianGapDays: past.medianGapDays,
        monetaryValue: past.monetaryValue,
        churn,
        lastGapDays: past.frequency > 0 ? summary.lastGap[i]! : NaN,
      },
      columns.typical,
    ),
    segment: segmentOf({ churn, clv12m, expectedPurchases90: expected90 }, cuts, columns.thresholds),
  };
}

/** A chance with its 90 % range: the errors of parameters and of the model add up on the logit scale. */
function around(chance: number, parameterError: number, chanceError: number): readonly [number, number] {
  const half = INTERVAL_NORMAL * Math.sqrt(parameterError ** 2 + chanceError ** 2);
  const logit = Math.log(chance) - Math.log1p(-chance);
  if (!Number.isFinite(logit)) return [chance, chance];
  return [logistic(logit - half), logistic(logit + half)];
}

function dropOf(now: number, then: number): number {
  return then > 0 ? Math.min(1, Math.max(0, 1 - now / then)) : 0;
}
