import { dayNumber } from '~/domain/iso-day';
import type { CustomerPrediction } from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { logistic } from '~/engine/numeric/logistic';
import { fitOffsetRegression } from '~/engine/numeric/offset-regression';
import type { Forecast } from './forecast';
import { purchasesBetween, type HoldOut } from './hold-out-data';
import type { Outcome } from './outcome';

const NOTHING = {
  detail: '',
  median: null,
  pBuy: null,
  value: null,
  ranges: null,
  total: null,
  totalRevenue: null,
};

/** Nobody ever comes back: what absolute errors like, and nobody can use. */
export function zeroForAll({ purchases }: Outcome): Forecast {
  const nothing = new Float64Array(purchases.length);
  return { ...NOTHING, name: 'zero for everybody', expected: nothing, median: nothing, rank: nothing };
}

/** Time since the last order: ranks, forecasts nothing. */
export function hiatusRule(customers: readonly CustomerPrediction[]): Forecast {
  const rank = Float64Array.from(customers, (c) => -c.daysSinceLastOrder);
  return { ...NOTHING, name: 'hiatus rule', expected: null, rank, value: rank };
}

/** As many orders, and as much revenue, as in the last window of this length. */
export function lastWindowRule(
  orders: OrderColumns,
  { now, horizonDays }: HoldOut,
  customers: readonly CustomerPrediction[],
): Forecast {
  const today = dayNumber(now);
  const window = purchasesBetween(orders, today - horizonDays + 1, today);
  const place = new Map(orders.customerIds.map((id, i) => [id, i]));
  const at = (c: CustomerPrediction): number => place.get(c.customerId) ?? -1;
  // The first purchase made somebody a customer: it is no repeat.
  const expected = Float64Array.from(customers, (c) =>
    Math.max(0, (window.purchases[at(c)] ?? 0) - (c.T < horizonDays ? 1 : 0)),
  );
  const value = Float64Array.from(customers, (c) => window.revenue[at(c)] ?? 0);
  return { ...NOTHING, name: 'last-window rule', expected, median: expected, rank: expected, value };
}

/**
 * The features of the engine's correction, fitted to the answer itself: about as right as they allow anybody to be with
 * means, and an anchor for what a metric rewards. No forecast: it has seen the future.
 */
export function oracleRegression(
  customers: readonly CustomerPrediction[],
  { purchases, bought }: Outcome,
): Forecast {
  const design = designOf(customers);
  const columns = design.length / customers.length;
  const rows = {
    ...{ design, columns },
    offset: new Float64Array(customers.length),
    cases: new Float64Array(customers.length).fill(1),
  };
  const ridge = new Float64Array(columns).fill(1e-6);
  const fitted = (family: 'poisson' | 'logistic', outcomes: Float64Array): Float64Array => {
    const coefficients = fitOffsetRegression(family, { ...rows, outcomes }, ridge);
    return Float64Array.from(customers, (_, i) => {
      const predictor = coefficients.reduce((sum, c, j) => sum + c * (design[i * columns + j] ?? 0), 0);
      return family === 'poisson' ? Math.exp(predictor) : logistic(predictor);
    });
  };
  const expected = fitted('poisson', purchases);
  const pBuy = fitted('logistic', Float64Array.from(bought));
  const value = expected.map((count, i) => count * (customers[i]?.expectedOrderValue ?? 0));
  return { ...NOTHING, name: 'oracle: regression on the answer', expected, rank: pBuy, pBuy, value };
}

/** Intercept and six standardised features, row by row. */
function designOf(customers: readonly CustomerPrediction[]): Float64Array {
  const features = [
    (c: CustomerPrediction) => Math.log(c.expectedPurchases + 1e-6),
    (c: CustomerPrediction) => Math.log1p(c.frequency),
    (c: CustomerPrediction) => Math.log1p(c.daysSinceLastOrder),
    (c: CustomerPrediction) => Math.log1p(c.T),
    (c: CustomerPrediction) => Number(c.frequency === 0),
    (c: CustomerPrediction) =>
      Math.log((c.daysSinceLastOrder + 1) / ((c.frequency > 0 ? c.recency / c.frequency : c.T) + 1)),
  ].map((feature) => standardised(Float64Array.from(customers, feature)));
  const columns = [new Float64Array(customers.length).fill(1), ...features];
  return Float64Array.from(
    { length: customers.length * columns.length },
    (_, at) => columns[at % columns.length]?.[Math.floor(at / columns.length)] ?? 0,
  );
}

function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / (variance > 1e-12 ? Math.sqrt(variance) : 1));
}
