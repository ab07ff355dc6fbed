import type { Estimate } from '~/domain/estimate';
import { CompensatedSum } from '../numeric/compensated-sum';
import { expectedPurchasesIfAlive } from './expected-purchases';
import type { PurchaseFit } from './fit-purchases';
import { drawParameters, totalRatios, type DrawPoint } from './parameter-draws';
import { YEAR_AT_RISK_DAYS } from './expected-by-group';
import type { GroupPredictions, Horizons } from './group-predictions';
import { isLeaving } from './leaving';
import type { PurchaseGroups } from './purchase-groups';
import { probabilityAlive, probabilityOfPurchaseIfAlive, type PurchaseModel } from './purchase-model';
import type { RfmSummary } from './rfm-summary';
import { orderVariation, type SpendModel } from './spend-model';

const DRAWS = 100;
/** Draws differ by per cents: no need for fifteen digits. */
const DRAW_TOLERANCE = 1e-7;
const LEVEL = 0.8;
const NORMAL_90 = 1.2815515655446004;
/** Where the data do not pin the parameters down. */
const UNKNOWN_ERROR = 0.5;
/** A shop of which next to nothing is expected: beyond a factor of fifty, wider says no more. */
const WIDEST_ERROR = 3;

/** Sums over all customers. */
export interface ForecastSums {
  /** Over the horizon. */
  readonly expectedPurchases: Estimate;
  readonly expectedRevenue: Estimate;
  /** Over 90 days: what a track record is kept of. Buyers are customers with at least one purchase. */
  readonly expectedPurchases90: Estimate;
  readonly expectedRevenue90: Estimate;
  readonly expectedBuyers90: Estimate;
  /** Undiscounted revenue of the next 12 calendar months. */
  readonly revenue12m: Estimate;
  /** Discounted. */
  readonly clv12m: Estimate;
}

export interface ForecastEstimates extends ForecastSums {
  readonly moneyAtRisk: Estimate;
  readonly leavingAtRisk: Estimate;
}

export interface TotalsInput {
  readonly fit: PurchaseFit;
  readonly spend: SpendModel;
  readonly summary: RfmSummary;
  readonly groups: PurchaseGroups;
  readonly predictions: GroupPredictions;
  /** Expected order value of each customer, currency units. */
  readonly orderValue: Float64Array;
  readonly horizonDays: number;
  /** What forecasts are made over: effective days where a season is used. */
  readonly horizons: Horizons;
  /** Standard deviation of the logarithm of a total over so many days, beyond parameters and chance. */
  readonly modelErrorOver: (days: number) => number;
  readonly seed: number;
}

/**
 * Sums over customers with 80 % intervals: parameters, the customers' own chance (not for money at risk, which is an
 * expectation and never observed) and what the shop's past forecasts were off by, added as variances of logarithms.
 */
export function estimateTotals(input: TotalsInput): ForecastEstimates {
  const { fit, spend, groups, predictions, horizonDays, horizons, modelErrorOver, seed } = input;
  const { size, frequency, recency, age, tick } = groups;
  const members = groupMembers(input);
  const draws = drawParameters(fit, spend, DRAWS, seed);
  const point = (g: number): DrawPoint => ({
    frequency: frequency[g]!,
    recency: recency[g]! * tick,
    age: age[g]! * tick,
    valuedOrders: members.valuedOrders[g]!,
    revenue: members.revenue[g]!,
  });
  const expectedBy = (days: number) => (model: PurchaseModel, p: DrawPoint) =>
    probabilityAlive(model, p) * expectedPurchasesIfAlive(model, p, days, DRAW_TOLERANCE);
  const buyingBy = (days: number) => (model: PurchaseModel, p: DrawPoint) =>
    probabilityAlive(model, p) * probabilityOfPurchaseIfAlive(model, p, days);
  const lostYear = (model: PurchaseModel, p: DrawPoint): number =>
    (1 - probabilityAlive(model, p)) * expectedPurchasesIfAlive(model, p, YEAR_AT_RISK_DAYS, DRAW_TOLERANCE);

  const column = (f: (g: number) => number): Float64Array => {
    const values = new Float64Array(size);
    for (let g = 0; g < size; g++) values[g] = f(g);
    return values;
  };
  const known = fit.covariance !== null;
  /** @param perGroup expected contribution of each group; `chance` the variance of the sum around it */
  const total = (
    perGroup: Float64Array,
    spendOrNull: SpendModel | null,
    value: (model: PurchaseModel, p: DrawPoint) => number,
    chance: number,
    days: number,
  ): Estimate => {
    const ratios = totalRatios(draws, point, perGroup, fit, spendOrNull, value, seed);
    const parameterError = known ? spreadOfLogs(ratios) : UNKNOWN_ERROR;
    return logNormalEstimate(sumOf(perGroup), parameterError, chance, modelErrorOver(days));
  };

  const variation = orderVariation(spend);
  /** Variances of purchases and revenue over a shorter or longer time: the law of counts keeps its overdispersion. */
  const chanceOver = (expected: Float64Array): { readonly purchases: number; readonly revenue: number } => {
    const variance = (g: number): number => {
      const mean = predictions.expected[g]!;
      const times = mean > 0 ? expected[g]! / mean : 0;
      return Math.max(0, expected[g]! + (predictions.variance[g]! - mean) * times * times);
    };
    return {
      purchases: sumOf(column((g) => members.customers[g]! * variance(g))),
      revenue: sumOf(column((g) => members.squaredOrderValue[g]! * (variance(g) + expected[g]! * variation))),
    };
  };
  const times = (amounts: Float64Array, expected: Float64Array): Float64Array =>
    column((g) => amounts[g]! * expected[g]!);
  const { expected, expected90, expected12m, discounted12m, pBuy90 } = predictions;
  const chance = chanceOver(expected);
  const chance90 = chanceOver(expected90);
  const chanceYear = chanceOver(expected12m);
  const atRisk = column(
    (g) => members.orderValue[g]! * (1 - predictions.pAlive[g]!) * predictions.yearIfAlive[g]!,
  );
  const leavingAtRisk = column((g) => (isLeaving(frequency[g]!, predictions.pAlive[g]!) ? atRisk[g]! : 0));
  const { days90, days365 } = horizons;
  const buyers = times(members.customers, pBuy90);
  const chanceBuyers = sumOf(column((g) => buyers[g]! * (1 - pBuy90[g]!)));
  const purchasesOf = (counts: Float64Array): Float64Array => times(members.customers, counts);
  const revenueOf = (counts: Float64Array): Float64Array => times(members.orderValue, counts);
  const byHorizon = expectedBy(horizons.horizonDays);
  const by90 = expectedBy(days90);
  const byYear = expectedBy(days365);
  return {
    expectedPurchases: total(purchasesOf(expected), null, byHorizon, chance.purchases, horizonDays),
    expectedRevenue: total(revenueOf(expected), spend, byHorizon, chance.revenue, horizonDays),
    expectedPurchases90: total(purchasesOf(expected90), null, by90, chance90.purchases, 90),
    expectedRevenue90: total(revenueOf(expected90), spend, by90, chance90.revenue, 90),
    expectedBuyers90: total(buyers, null, buyingBy(days90), chanceBuyers, 90),
    revenue12m: total(revenueOf(expected12m), spend, byYear, chanceYear.revenue, 365),
    clv12m: total(revenueOf(discounted12m), spend, byYear, chanceYear.revenue, 365),
    moneyAtRisk: total(atRisk, spend, lostYear, 0, YEAR_AT_RISK_DAYS),
    leavingAtRisk: total(leavingAtRisk, spend, lostYear, 0, YEAR_AT_RISK_DAYS),
  };
}

/** Sums over all customers of a group, those set aside included. */
function groupMembers({ summary, groups, orderValue }: TotalsInput): {
  readonly customers: Float64Array;
  readonly orderValue: Float64Array;
  readonly squaredOrderValue: Float64Array;
  readonly valuedOrders: Float64Array;
  readonly revenue: Float64Array;
} {
  const column = (): Float64Array => new Float64Array(groups.size);
  const out = {
    customers: column(),
    orderValue: column(),
    squaredOrderValue: column(),
    valuedOrders: column(),
    revenue: column(),
  };
  for (let i = 0; i < orderValue.length; i++) {
    const g = groups.ofCustomer[i]!;
    out.customers[g]!++;
    out.orderValue[g]! += orderValue[i]!;
    out.squaredOrderValue[g]! += orderValue[i]! ** 2;
    out.valuedOrders[g]! += summary.valuedOrders[i]!;
    out.revenue[g]! += summary.revenue[i]!;
  }
  for (let g = 0; g < groups.size; g++) {
    out.valuedOrders[g]! /= out.customers[g]!;
    out.revenue[g]! /= out.customers[g]!;
  }
  return out;
}

function logNormalEstimate(
  mean: number,
  parameterError: number,
  chanceVariance: number,
  modelError: number,
): Estimate {
  if (!(mean > 0)) return { mean: 0, low: 0, high: 0, level: LEVEL };
  const chance = Math.log1p(chanceVariance / mean / mean);
  const spread = Math.min(WIDEST_ERROR, Math.sqrt(parameterError ** 2 + chance + modelError ** 2));
  return {
    mean,
    low: mean * Math.exp(-NORMAL_90 * spread),
    high: mean * Math.exp(NORMAL_90 * spread),
    level: LEVEL,
  };
}

function spreadOfLogs(ratios: Float64Array): number {
  const logs = ratios.map((ratio) => Math.log(Math.max(ratio, 1e-12)));
  const mean = sumOf(logs) / logs.length;
  return Math.sqrt(sumOf(logs.map((log) => (log - mean) ** 2)) / Math.max(1, logs.length - 1));
}

function sumOf(values: Float64Array): number {
  const sum = new CompensatedSum();
  for (const value of values) sum.add(value);
  return sum.value;
}
