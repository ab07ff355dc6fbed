import type { Estimate } from '~/domain/estimate';
import { CompensatedSum } from '../numeric/compensated-sum';
import { expectedPurchasesIfAlive } from './expected-purchases';
import type { PurchaseFit } from './fit-purchases';
import { drawParameters, totalRatios, type DrawPoint } from './parameter-draws';
import { YEAR_AT_RISK_DAYS, type GroupPredictions } from './predict-groups';
import { isLeaving } from './leaving';
import type { PurchaseGroups } from './purchase-groups';
import { probabilityAlive, type PurchaseModel } from './purchase-model';
import type { RfmSummary } from './rfm-summary';
import { orderVariation, type SpendModel } from './spend-model';

const DRAWS = 100;
/** Draws differ by per cents: no need for fifteen digits. */
const DRAW_TOLERANCE = 1e-7;
const LEVEL = 0.8;
const NORMAL_90 = 1.2815515655446004;
/**
 * How far a total is off for reasons no parameter knows of (season, a campaign, a price), standard deviation on the
 * log scale: the default while no backtest of the shop says better.
 */
export const DEFAULT_MODEL_ERROR = 0.15;
/** Where the data do not pin the parameters down. */
const UNKNOWN_ERROR = 0.5;
/** A shop of which next to nothing is expected: beyond a factor of fifty, wider says no more. */
const WIDEST_ERROR = 3;

export interface ForecastEstimates {
  readonly expectedPurchases: Estimate;
  readonly expectedRevenue: Estimate;
  readonly revenue12m: Estimate;
  readonly clv12m: Estimate;
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
  readonly seed: number;
}

/**
 * Sums over customers with 80 % intervals: parameters, the customers' own chance (not for money at risk, which is an
 * expectation and never observed) and the default model error, added as variances of logarithms.
 */
export function estimateTotals(input: TotalsInput): ForecastEstimates {
  const { fit, spend, groups, predictions, horizonDays, seed } = input;
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
    probabilityAlive(model, p.frequency, p.recency, p.age) *
    expectedPurchasesIfAlive(model, p.frequency, p.age, days, DRAW_TOLERANCE);
  const lostYear = (model: PurchaseModel, p: DrawPoint): number =>
    (1 - probabilityAlive(model, p.frequency, p.recency, p.age)) *
    expectedPurchasesIfAlive(model, p.frequency, p.age, YEAR_AT_RISK_DAYS, DRAW_TOLERANCE);

  const column = (f: (g: number) => number): Float64Array => {
    const values = new Float64Array(size);
    for (let g = 0; g < size; g++) values[g] = f(g);
    return values;
  };
  const purchases = column((g) => members.customers[g]! * predictions.expected[g]!);
  const revenue = column((g) => members.orderValue[g]! * predictions.expected[g]!);
  const revenue12m = column((g) => members.orderValue[g]! * predictions.expected12m[g]!);
  const clv12m = column((g) => members.orderValue[g]! * predictions.discounted12m[g]!);
  const atRisk = column(
    (g) => members.orderValue[g]! * (1 - predictions.pAlive[g]!) * predictions.yearIfAlive[g]!,
  );
  const leavingAtRisk = column((g) => (isLeaving(frequency[g]!, predictions.pAlive[g]!) ? atRisk[g]! : 0));
  const ratios = (
    contributions: Float64Array,
    spendOrNull: SpendModel | null,
    value: (model: PurchaseModel, p: DrawPoint) => number,
  ): Float64Array => totalRatios(draws, point, contributions, fit, spendOrNull, value, seed);

  const variation = orderVariation(spend);
  const chanceInPurchases = sumOf(column((g) => members.customers[g]! * predictions.variance[g]!));
  const chanceInRevenue = sumOf(
    column(
      (g) =>
        members.squaredOrderValue[g]! * (predictions.variance[g]! + predictions.expected[g]! * variation),
    ),
  );
  const known = fit.covariance !== null;
  const total = (sum: number, ratio: Float64Array, chance: number): Estimate =>
    logNormalEstimate(sum, known ? spreadOfLogs(ratio) : UNKNOWN_ERROR, chance);
  const revenueSum = sumOf(revenue);
  const year = ratios(revenue12m, spend, expectedBy(365));
  const yearChance = revenueSum > 0 ? chanceInRevenue * (sumOf(revenue12m) / revenueSum) : 0;
  return {
    expectedPurchases: total(
      sumOf(purchases),
      ratios(purchases, null, expectedBy(horizonDays)),
      chanceInPurchases,
    ),
    expectedRevenue: total(revenueSum, ratios(revenue, spend, expectedBy(horizonDays)), chanceInRevenue),
    revenue12m: total(sumOf(revenue12m), year, yearChance),
    clv12m: total(sumOf(clv12m), year, yearChance),
    moneyAtRisk: total(sumOf(atRisk), ratios(atRisk, spend, lostYear), 0),
    leavingAtRisk: total(sumOf(leavingAtRisk), ratios(leavingAtRisk, spend, lostYear), 0),
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

function logNormalEstimate(mean: number, parameterError: number, chanceVariance: number): Estimate {
  if (!(mean > 0)) return { mean: 0, low: 0, high: 0, level: LEVEL };
  const chance = Math.log1p(chanceVariance / mean ** 2);
  const spread = Math.min(WIDEST_ERROR, Math.sqrt(parameterError ** 2 + chance + DEFAULT_MODEL_ERROR ** 2));
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
